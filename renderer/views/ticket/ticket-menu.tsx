// The menu of what can be done with some tickets: from a row, from the bar of what is selected, from the conversation.
import type { TicketRow } from '../../../electron/contract/model.ts';
import type { Stores } from '../../stores/stores.ts';
import { IconButton } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { keyOf } from '../../ui/keys.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { spotOf } from '../../ui/popover.ts';
import { ticketCommands } from '../commands/ticket-commands.ts';
import { whatOf } from './what-of.ts';

/** Shown wherever it was asked for; once per page. */
export function TicketMenu() {
  const stores = useStores();
  const text = useText();
  const menu = stores.screen.menu.value;
  if (menu === null) return null;
  const items = itemsOf(stores, menu.rows);
  const start = items.find(({ label }) => menu.first !== null && label === text[menu.first]);
  const what = text.actionsFor(whatOf(menu.rows, text));
  return (
    <section class="menu-place" aria-label={text.actions}>
      <Menu
        label={what}
        items={items}
        at={menu.at}
        {...(start === undefined ? {} : { start })}
        onClose={() => stores.screen.showMenu(null)}
      />
    </section>
  );
}

/** The button in the head of a conversation. */
export function TicketMenuButton({ row }: { row: TicketRow }) {
  const { screen } = useStores();
  const text = useText();
  const [menuRow] = screen.menu.value?.rows ?? [];
  const expanded = menuRow?.id === row.id;
  const at = () => spotOf(document.querySelector('.menu-button'));
  return (
    <IconButton
      icon="dots"
      class="menu-button"
      label={text.actions}
      shortcut="a"
      popup="menu"
      expanded={expanded}
      onPress={() => screen.showMenu(expanded ? null : { rows: [row], at: at(), first: null })}
    />
  );
}

function itemsOf(stores: Stores, rows: readonly TicketRow[]): MenuItem[] {
  const { text } = stores.words.value;
  return ticketCommands
    .filter((command) => command.allowed(stores, rows))
    .map((command) => ({
      label: command.label(text, rows),
      icon: command.icon,
      key: keyOf(command.name),
      apart: command.apart,
      items: command.choices?.(stores, rows),
      run: () => command.run(stores, rows),
    }));
}
