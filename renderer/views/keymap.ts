// Listens for the keys of the main page and does what the buttons do.
import { useEffect } from 'preact/hooks';
import type { Stores } from '../stores/stores.ts';
import { focusOn, isTyping } from '../ui/focus.ts';
import { type ActionName, actionOf } from '../ui/keys.ts';
import { goBack, isNarrow, openNewTicket, openQuick, openTicket, showView } from './actions.ts';
import { jumpToNew } from './reading-position.ts';

export function useKeys(stores: Stores): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]') !== null)
        return;
      if (event.key === 'Escape') stepBack(stores, event.target);
      if (event.key === 'Escape' || isTyping(event.target)) return;
      const action = actionOf(event);
      if (action === undefined) return;
      if (event.key.startsWith('Arrow') && event.target !== document.body) return;
      if (run(stores, action)) event.preventDefault();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [stores]);
}

/** One step back: out of the drawer, the text, the search, the conversation. */
function stepBack(stores: Stores, target: EventTarget | null): void {
  const { screen, route, tickets } = stores;
  const id = target instanceof HTMLElement ? target.id : '';
  const { page, ticketId } = route.value.peek();
  if (screen.drawer.peek()) screen.showDrawer(false);
  else if (id === 'reply') stores.screen.wishFocus('conversation');
  else if (id === 'search' || !isTyping(target)) {
    if (tickets.search.peek() !== '') tickets.setSearch('');
    else if (page === 'new' || (isNarrow() && ticketId !== null)) goBack(stores);
    stores.screen.wishFocus('list');
  } else if (target instanceof HTMLElement) target.blur();
}

function run(stores: Stores, action: ActionName): boolean {
  switch (action) {
    case 'needsYou':
      return go(stores, 'needs-you');
    case 'waiting':
      return go(stores, 'waiting');
    case 'allOpen':
      return go(stores, 'open');
    case 'closed':
      return go(stores, 'closed');
    case 'drafts':
      return go(stores, 'drafts');
    case 'unsent':
      showView(stores, 'unsent');
      focusOn('unsent');
      return true;
    case 'search':
      stores.screen.showMiddle('tickets');
      if (isNarrow()) stores.route.go({ page: 'main', ticketId: null });
      focusOn('search');
      return true;
    case 'next':
      return step(stores, 1);
    case 'previous':
      return step(stores, -1);
    case 'reply':
      stores.screen.wishFocus('reply');
      return true;
    case 'firstNew':
      jumpToNew();
      return true;
    case 'closeReopen':
      return closeOrReopen(stores);
    case 'newTicket':
      openNewTicket(stores);
      return true;
    case 'quick':
      void openQuick(stores);
      return true;
    case 'check':
      void stores.connection.checkNow();
      return true;
    case 'notice':
      return openNotice(stores);
    case 'settings':
      stores.screen.showDialog('settings');
      return true;
    case 'help':
      stores.screen.showDialog('keys');
      return true;
    default:
      return false;
  }
}

function go(stores: Stores, view: 'needs-you' | 'waiting' | 'open' | 'closed' | 'drafts'): true {
  showView(stores, view);
  stores.screen.wishFocus('list');
  return true;
}

/** In the conversation: opens the ticket before or after. Elsewhere: moves into the list. */
function step(stores: Stores, by: 1 | -1): boolean {
  const { tickets, screen, route } = stores;
  if (screen.middle.peek() !== 'tickets') return false;
  const total = tickets.total.peek() ?? 0;
  if (total === 0) return false;
  const reading =
    document.activeElement?.closest('.reading') !== null && route.value.peek().ticketId !== null;
  if (!reading) {
    stores.screen.wishFocus('list');
    return true;
  }
  const next = Math.min(total - 1, Math.max(0, screen.active.peek() + by));
  screen.setActive(next);
  const row = tickets.row(next);
  if (row !== undefined) openTicket(stores, row.id);
  stores.screen.wishFocus('conversation');
  return true;
}

function closeOrReopen(stores: Stores): boolean {
  const thread = stores.thread.value.peek();
  if (thread === null || thread.ticket.gone || stores.session.value.peek()?.canWrite !== true) return false;
  if (thread.ticket.status === 'closed') void stores.thread.reopen();
  else stores.screen.showDialog('close-ticket');
  return true;
}

function openNotice(stores: Stores): boolean {
  const newest = stores.notices.value.peek()?.at(-1);
  if (newest === undefined) return false;
  stores.notices.open(newest.id);
  if (newest.ticketId !== null) openTicket(stores, newest.ticketId);
  return true;
}
