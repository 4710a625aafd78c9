// The head of the quick-reply window: which ticket, what it is about, and the way to the others that need the user.
import type { Ticket } from '../../../electron/contract/model.ts';
import { IconButton } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { AccountTag } from '../accounts/account-tag.tsx';
import { openInMain, stepQuick } from '../commands/windows.ts';
import { TurnChip } from '../ticket/turn-chip.tsx';

export function QuickHead({ ticket }: { ticket: Ticket }) {
  const stores = useStores();
  const text = useText();
  const service = ticket.services[0]?.serviceName ?? ticket.serviceName;
  const needing = stores.quick.needing.value;
  const at = needing.findIndex((row) => row.id === ticket.id);
  const others = needing.length - (at === -1 ? 0 : 1);

  return (
    <header class="quick-head">
      <div class="quick-line">
        <span class="number">#{ticket.number}</span>
        <AccountTag id={ticket.accountId} />
        <TurnChip row={ticket} />
        <span class="spring" />
        {others > 0 && (
          <span class="quick-steps">
            <IconButton
              icon="back"
              label={text.previousTicket}
              shortcut="Alt+ArrowUp"
              onPress={() => stepQuick(stores, -1)}
            />
            {at !== -1 && <span class="numbers">{text.position(at + 1, needing.length)}</span>}
            <IconButton
              icon="chevronRight"
              label={text.nextTicket}
              shortcut="Alt+ArrowDown"
              onPress={() => stepQuick(stores, 1)}
            />
          </span>
        )}
        <IconButton
          icon="external"
          label={text.openFull}
          onPress={() => void openInMain(stores, ticket.id)}
        />
      </div>
      <h1>{ticket.subject ?? text.noSubject}</h1>
      {service !== null && service !== undefined && (
        <p class="quick-service">
          <Icon name="server" />
          <span>{service}</span>
        </p>
      )}
    </header>
  );
}
