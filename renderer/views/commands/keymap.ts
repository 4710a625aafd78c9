// Listens for the keys of the main page and runs the commands they stand for.
import { useEffect } from 'preact/hooks';
import type { Stores } from '../../stores/stores.ts';
import { isTyping } from '../../ui/focus.ts';
import { actionOf, isPaletteKey } from '../../ui/keys.ts';
import { runCommand } from './all.ts';
import { goBack, isNarrow } from './go.ts';

export function useKeys(stores: Stores): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isCovered()) return;
      if (isPaletteKey(event, stores.session.value.peek()?.platform ?? '')) {
        event.preventDefault();
        runCommand(stores, 'palette');
      }
      if (event.key === 'Escape') stepBack(stores, event.target);
      if (event.key === 'Escape' || isTyping(event.target)) return;
      const action = actionOf(event);
      if (action === undefined) return;
      if (event.key.startsWith('Arrow') && event.target !== document.body) return;
      if (runCommand(stores, action)) event.preventDefault();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [stores]);
}

/** Something lies over the page and has the keyboard for itself. */
const isCovered = () => document.querySelector('dialog[open], .popover:popover-open') !== null;

/** One step back: out of the drawer, the text, the selection, the search, the conversation. */
function stepBack(stores: Stores, target: EventTarget | null): void {
  const { screen, route, tickets, selection } = stores;
  const id = target instanceof HTMLElement ? target.id : '';
  const { page, ticketId } = route.value.peek();
  if (screen.drawer.peek()) screen.showDrawer(false);
  else if (id === 'reply') stores.screen.wishFocus('conversation');
  else if (id === 'search' || !isTyping(target)) {
    if (selection.rows.peek().size > 0) selection.end();
    else if (tickets.search.peek() !== '') tickets.setSearch('');
    else if (page !== 'main' || (isNarrow() && ticketId !== null)) goBack(stores);
    stores.screen.wishFocus('list');
  } else if (target instanceof HTMLElement) target.blur();
}
