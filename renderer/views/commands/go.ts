// Where the user goes: what a click and its key both do. What was typed is kept before anything else is shown.
import { type ListView, nothingNarrowed } from '../../stores/list-filter.ts';
import type { Stores } from '../../stores/stores.ts';
import { focusOn } from '../../ui/focus.ts';

export function openTicket(stores: Stores, ticketId: string): void {
  void keepTyped(stores);
  stores.screen.showDrawer(false);
  stores.route.go({ page: 'main', ticketId });
}

/** Leaves the conversation or the form, back to the list. */
export function goBack(stores: Stores): void {
  void keepTyped(stores);
  stores.route.go({ page: 'main', ticketId: null });
  stores.screen.wishFocus('list');
}

export function showView(stores: Stores, view: ListView | 'unsent', department: string | null = null): void {
  void keepTyped(stores);
  stores.selection.end();
  if (view !== 'unsent') stores.tickets.show(view, department);
  stores.screen.showMiddle(view === 'unsent' ? 'unsent' : 'tickets');
  stores.screen.setActive(0);
  // the waiting times are an entry of the same navigation: who chooses another one leaves them
  const isWaiting = stores.route.value.peek().page === 'waiting';
  if (isNarrow() || isWaiting) stores.route.go({ page: 'main', ticketId: null });
}

/** Narrows the list to one account, or shows all. */
export function chooseAccount(stores: Stores, accountId: string | null): void {
  void keepTyped(stores);
  stores.selection.end();
  stores.accounts.choose(accountId);
  stores.screen.showMiddle('tickets');
  stores.screen.setActive(0);
  if (isNarrow()) stores.route.go({ page: 'main', ticketId: null });
}

export function openNewTicket(stores: Stores): void {
  void keepTyped(stores);
  stores.screen.showDrawer(false);
  stores.route.go({ page: 'new', ticketId: null });
  focusOn(asksAccount(stores) ? 'new-account' : 'new-subject');
}

/** The form of a new ticket has to be told for which of several accounts it is; without that it has no departments. */
function asksAccount({ accounts, newTicket }: Stores): boolean {
  const isNew = newTicket.id.peek() === null;
  const account = isNew ? accounts.chosen.peek() : newTicket.account.peek();
  return accounts.several.peek() && account === null;
}

/** The list, narrowed to what is about a linked service. */
export function showTicketsOfService(stores: Stores, name: string): void {
  showView(stores, 'all');
  stores.tickets.narrow({ ...nothingNarrowed, services: [name] });
}

export function openWaiting(stores: Stores): void {
  void keepTyped(stores);
  stores.screen.showDrawer(false);
  stores.route.go({ page: 'waiting', ticketId: null });
  focusOn('waiting');
}

/** Saves what was typed and not saved yet, in every composer and in the form. */
export async function keepTyped(stores: Stores): Promise<void> {
  await Promise.all([stores.composers.flush(), stores.newTicket.flush()]);
}

/** One pane at a time: the width at which the styles fold the page. */
export const isNarrow = (): boolean => matchMedia('(max-width: 720px)').matches;
