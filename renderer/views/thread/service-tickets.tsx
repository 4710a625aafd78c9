// The other tickets about the same service; asked for when they are to be seen.
import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../electron/contract/calls.ts';
import { createQuery } from '../../stores/query.ts';
import { useStores, useText } from '../../ui/context.ts';
import { openTicket, showTicketsOfService } from '../commands/go.ts';

const shownHere = 5;

type Props = { name: string; ticket: { readonly id: string; readonly accountId: string } };

export function ServiceTickets({ name, ticket }: Props) {
  const stores = useStores();
  const text = useText();
  const [query] = useState(() =>
    createQuery<Output<'tickets.list'>>(() =>
      stores.client.call('tickets.list', {
        view: 'all',
        accounts: [ticket.accountId],
        services: [name],
        offset: 0,
        limit: shownHere + 1,
      }),
    ),
  );
  useEffect(() => void query.ask(), [query]);
  const answer = query.value.value;
  if (answer === null) return null;
  const others = answer.rows.filter(({ id }) => id !== ticket.id).slice(0, shownHere);
  if (others.length === 0) return <p class="hint">{text.linked.noOtherTickets}</p>;
  return (
    <div class="service-tickets">
      <h3>{text.linked.otherTickets(answer.total - 1)}</h3>
      <ul>
        {others.map((row) => (
          <li key={row.id}>
            <button type="button" class="link" onClick={() => openTicket(stores, row.id)}>
              #{row.number} {row.subject ?? text.noSubject}
            </button>
            <span class="dim"> {text.status[row.status]}</span>
          </li>
        ))}
      </ul>
      {answer.total - 1 > others.length && (
        <button type="button" class="link" onClick={() => showTicketsOfService(stores, name)}>
          {text.linked.allInList(answer.total)}
        </button>
      )}
    </div>
  );
}
