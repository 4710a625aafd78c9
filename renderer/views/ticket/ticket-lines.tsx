// Tickets by number and subject, each with what is to be said of it; for dialogs about several.
import type { TicketRow } from '../../../electron/contract/model.ts';
import { useText } from '../../ui/context.ts';
import { scrollable } from '../../ui/scrollable.ts';
import { AccountTag } from '../accounts/account-tag.tsx';

/** More than these scroll. */
const inSight = 5;

type Props = { rows: readonly TicketRow[]; says?: (row: TicketRow) => string };

export function TicketLines({ rows, says }: Props) {
  const text = useText();
  return (
    <ul class="ticket-lines" {...(rows.length > inSight ? scrollable : {})}>
      {rows.map((row) => (
        <li key={row.id}>
          <span class="ticket-lines-number">{text.ticketNumber(row.number)}</span>
          <span class="ticket-lines-subject">{row.subject ?? text.noSubject}</span>
          <AccountTag id={row.accountId} />
          {says !== undefined && <span class="ticket-lines-says">{says(row)}</span>}
        </li>
      ))}
    </ul>
  );
}
