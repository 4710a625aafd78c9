// What can be done with the selected tickets; stands in the place of the list's head while any are selected.
import type { TicketRow } from '../../../electron/contract/model.ts';
import { IconButton } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Spinner } from '../../ui/icon.tsx';
import { keyOf } from '../../ui/keys.ts';
import type { TicketCommand } from '../commands/command.ts';
import { ticketCommands } from '../commands/ticket-commands.ts';

const shown: readonly string[] = ['markRead', 'pin', 'mute', 'snooze', 'hideTicket', 'closeReopen'];

export function SelectionBar() {
  const stores = useStores();
  const text = useText();
  const rows = [...stores.selection.rows.value.values()];
  const working = stores.selection.working.value;
  if (working > 0) {
    return (
      <div class="selection-bar" role="status">
        <Spinner />
        <span>{text.working(working)}</span>
      </div>
    );
  }
  return (
    <fieldset class="selection-bar" aria-label={text.selected(rows.length)}>
      <span class="selection-count" aria-live="polite">
        {text.selected(rows.length)}
      </span>
      <span class="spring" />
      {ticketCommands
        .filter(({ name }) => shown.includes(name))
        .map((command) => (
          <Action key={command.name} command={command} rows={rows} />
        ))}
      <IconButton
        icon="close"
        label={text.endSelection}
        shortcut="Escape"
        onPress={() => {
          stores.selection.end();
          stores.screen.wishFocus('list');
        }}
      />
    </fieldset>
  );
}

function Action({ command, rows }: { command: TicketCommand; rows: readonly TicketRow[] }) {
  const stores = useStores();
  const text = useText();
  if (!command.allowed(stores, rows)) return null;
  return (
    <IconButton
      icon={command.icon}
      label={command.label(text, rows)}
      shortcut={keyOf(command.name)}
      {...(command.choices === undefined ? {} : { popup: 'menu' as const })}
      onPress={() => {
        command.run(stores, rows);
        if (command.choices === undefined) stores.screen.wishFocus('list');
      }}
    />
  );
}
