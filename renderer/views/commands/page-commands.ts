// What the page can do that is not about chosen tickets: going places, moving, writing, the window.
import { countNarrowed, inForce, type ListView, nothingNarrowed } from '../../stores/list-filter.ts';
import type { Stores } from '../../stores/stores.ts';
import { focusOn } from '../../ui/focus.ts';
import type { ActionName } from '../../ui/keys.ts';
import { whyNotChecked } from '../accounts/account-state.ts';
import { jumpToNew } from '../thread/reading-position.ts';
import type { Command } from './command.ts';
import { chooseAccount, isNarrow, openNewTicket, openTicket, openWaiting, showView } from './go.ts';
import { meantTickets } from './meant-tickets.ts';
import { spotForMenu } from './menu-spot.ts';
import { openQuick } from './windows.ts';

const always = (name: ActionName, run: (stores: Stores) => void): Command => ({
  name,
  allowed: () => true,
  run,
});

const inConversation = (name: ActionName, run: (stores: Stores) => void): Command => ({
  name,
  allowed: ({ thread }) => thread.value.peek() !== null,
  run,
});

const goTo = (name: ActionName, view: ListView): Command =>
  always(name, (stores) => {
    showView(stores, view);
    stores.screen.wishFocus('list');
  });

/** In the conversation: opens the ticket before or after. Elsewhere: moves into the list. */
const step = (name: ActionName, by: 1 | -1): Command => ({
  name,
  allowed: ({ screen, tickets }) => screen.middle.peek() === 'tickets' && (tickets.total.peek() ?? 0) > 0,
  run(stores) {
    const { tickets, screen, route } = stores;
    const reading =
      document.activeElement?.closest('.reading') !== null && route.value.peek().ticketId !== null;
    if (!reading) return screen.wishFocus('list');
    const last = (tickets.total.peek() ?? 0) - 1;
    const next = Math.min(last, Math.max(0, screen.active.peek() + by));
    screen.setActive(next);
    const row = tickets.row(next);
    if (row !== undefined) openTicket(stores, row.id);
    screen.wishFocus('conversation');
  },
});

/** Presses a button of the list's own bar. */
const press = (name: ActionName, id: string): Command => ({
  name,
  allowed: ({ screen }) => screen.middle.peek() === 'tickets' && document.getElementById(id) !== null,
  run({ screen }) {
    const button = document.getElementById(id);
    screen.forgetWish();
    button?.focus();
    button?.click();
  },
});

export const pageCommands: readonly Command[] = [
  goTo('needsYou', 'needs-you'),
  goTo('waiting', 'waiting'),
  goTo('allOpen', 'open'),
  goTo('closed', 'closed'),
  goTo('drafts', 'drafts'),
  goTo('snoozedTickets', 'snoozed'),
  goTo('hiddenTickets', 'hidden'),
  goTo('allTickets', 'all'),
  always('unsent', (stores) => {
    showView(stores, 'unsent');
    focusOn('unsent');
  }),
  always('search', (stores) => {
    stores.screen.showMiddle('tickets');
    if (isNarrow()) stores.route.go({ page: 'main', ticketId: null });
    focusOn('search');
  }),
  always('palette', ({ screen }) => screen.showDialog('palette')),
  {
    name: 'nextAccount',
    allowed: ({ accounts }) => accounts.several.peek(),
    run(stores) {
      const { list, chosen } = stores.accounts;
      const at = list.peek().findIndex(({ id }) => id === chosen.peek());
      chooseAccount(stores, list.peek()[at + 1]?.id ?? null);
      stores.screen.wishFocus('list');
    },
  },
  step('next', 1),
  step('previous', -1),
  press('filter', 'filter'),
  {
    name: 'clearFilters',
    allowed: ({ tickets, screen }) =>
      screen.middle.peek() === 'tickets' && countNarrowed(inForce(tickets.filter.peek())) > 0,
    run: ({ tickets }) => tickets.narrow(nothingNarrowed),
  },
  press('sort', 'sort'),
  {
    name: 'ticketMenu',
    allowed: (stores) => meantTickets(stores).length > 0,
    run: (stores) => stores.screen.showMenu({ rows: meantTickets(stores), at: spotForMenu(), first: null }),
  },
  {
    name: 'undo',
    allowed: ({ screen }) => screen.flash.peek()?.undo != null,
    run: ({ screen }) => void screen.undo(),
  },
  inConversation('reply', ({ screen }) => screen.wishFocus('reply')),
  inConversation('firstNew', jumpToNew),
  always('newTicket', openNewTicket),
  always('waitingTimes', openWaiting),
  always('quick', (stores) => void openQuick(stores)),
  {
    name: 'check',
    allowed: (stores) => whyNotChecked(stores) === undefined,
    run: ({ connection }) => void connection.checkNow(),
  },
  {
    name: 'notice',
    allowed: ({ notices }) => notices.value.peek()?.at(-1) !== undefined,
    run(stores) {
      const newest = stores.notices.value.peek()?.at(-1);
      if (newest === undefined) return;
      stores.notices.open(newest.id);
      if (newest.ticketId !== null) openTicket(stores, newest.ticketId);
    },
  },
  always('settings', ({ screen }) => screen.showDialog('settings')),
  always('help', ({ screen }) => screen.showDialog('keys')),
];
