// Verbs that touch several stores at once: what a click and its key both do.
import { effect } from '@preact/signals';
import { limits } from '../../../electron/contract/calls.ts';
import { failure } from '../../../electron/contract/codes.ts';
import type { Outgoing } from '../../../electron/contract/model.ts';
import { type ListView, nothingNarrowed } from '../../stores/list-filter.ts';
import { ownLink } from '../../stores/own-link.ts';
import { writeHash } from '../../stores/route.ts';
import { sayFailure } from '../../stores/say-failure.ts';
import type { Stores } from '../../stores/stores.ts';
import { focusOn } from '../../ui/focus.ts';
import { accountOf, toldAccount } from '../accounts/account-name.ts';

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

/** Opens the conversation of the ticket with that number, also one that only HostUp knows. */
export async function openByNumber(stores: Stores, number: string): Promise<void> {
  if (await isAmbiguous(stores, number)) return chooseByNumber(stores, number);
  const found = await stores.tickets.openByNumber(number);
  if ('ticketId' in found) {
    openTicket(stores, found.ticketId);
    const name = toldAccount(stores, accountOf(found.ticketId));
    if (name !== null) stores.screen.say(stores.words.peek().text.accounts.foundIn(name));
  } else sayFailure(stores, found);
}

/** Each account numbers its own tickets, so that several can hold the same. */
async function isAmbiguous({ accounts, client }: Stores, number: string): Promise<boolean> {
  if (!accounts.several.peek() || accounts.chosen.peek() !== null) return false;
  const found = await client.call('tickets.list', {
    view: 'all',
    query: number,
    offset: 0,
    limit: limits.accounts,
  });
  return found.ok && found.value.rows.filter((row) => row.number === number).length > 1;
}

/** Lists the tickets with that number, of which nobody but the user knows which one is meant. */
function chooseByNumber(stores: Stores, number: string): void {
  showView(stores, 'all');
  stores.tickets.setSearch(number);
  stores.screen.wishFocus('list');
  stores.screen.say(stores.words.peek().text.accounts.sameNumber(number));
}

/**
 * Opens an address of a message: through the program's gate, or after a question where a browser shows this page.
 * @param host that the message's link was said to lead to
 */
export async function openLink(stores: Stores, href: string, host: string): Promise<void> {
  const own = stores.inBrowser ? ownLink(href, host) : null;
  if (own !== null) return stores.screen.askLink(own);
  const answer = stores.inBrowser ? failure('blocked_link') : await stores.client.call('link.open', { href });
  if (answer.ok) return;
  const words = stores.words.peek().text.codes[answer.code];
  stores.screen.say(`${words.says} ${words.next}`);
}

/** Copies through the program, which takes a secret back after a minute; itself where the program cannot. */
export async function copy(stores: Stores, text: string, secret = false): Promise<void> {
  const words = stores.words.peek().text;
  const answer = await stores.client.call('clipboard.copy', { text, secret });
  if (answer.ok) return stores.screen.say(secret ? words.copiedSecret.leaves : words.copied);
  const done = await stores.clipboard.copy(text, secret);
  if (done === 'failed') stores.screen.say(words.notCopied);
  else stores.screen.say(done === 'copied' ? words.copied : words.copiedSecret[done]);
}

export async function copyOutgoing(stores: Stores, outgoing: Outgoing): Promise<void> {
  const text = await stores.outbox.text(outgoing.id);
  if (text !== null) await copy(stores, text, outgoing.encrypted);
}

export async function copyDiagnostics(stores: Stores): Promise<void> {
  const answer = await stores.client.call('diagnostics.get', {});
  if (answer.ok) await copy(stores, answer.value.text);
  else sayFailure(stores, answer);
}

export async function testNotification(stores: Stores): Promise<void> {
  const answer = await stores.notices.test();
  if (answer.ok) stores.screen.say(stores.words.peek().text.testBecame[answer.value.outcome]);
  else sayFailure(stores, answer);
}

/** Takes a reply back into the composer of its ticket. */
export async function editOutgoing(stores: Stores, outgoing: Outgoing): Promise<void> {
  const composer = stores.composers.of(outgoing.ticketId);
  const done = await composer.takeBack(() => stores.outbox.edit(outgoing.id));
  if (!done) return;
  openTicket(stores, outgoing.ticketId);
  stores.screen.wishFocus('reply');
}

/** Takes a new ticket that was refused or waits back into the form; one that is being written there stays. */
export async function editTicket(stores: Stores, outgoing: Outgoing): Promise<void> {
  const { newTicket } = stores;
  // one that waits must not be held for a form that cannot take it
  if (newTicket.touched.peek() && newTicket.id.peek() !== outgoing.id) return formInUse(stores);
  const ticket = await stores.outbox.ticket(outgoing.id);
  if (ticket === null) return;
  const reason = outgoing.state === 'rejected' ? outgoing.reason : null;
  if (!newTicket.bringBack(outgoing.id, ticket, reason)) return formInUse(stores);
  openNewTicket(stores);
}

function formInUse(stores: Stores): void {
  openNewTicket(stores);
  stores.screen.say(stores.words.peek().text.formInUse);
}

/** Empties every timer first, so that closing the window cannot cost a letter. */
export async function closeWindow(stores: Stores): Promise<void> {
  await keepTyped(stores);
  await stores.client.call('window.close', {});
}

/** Saves what was typed and not saved yet, in every composer and in the form. */
export async function keepTyped(stores: Stores): Promise<void> {
  await Promise.all([stores.composers.flush(), stores.newTicket.flush()]);
}

export async function openInMain(stores: Stores, ticketId: string | null): Promise<void> {
  await keepTyped(stores);
  await stores.client.call('window.main', { ticketId });
}

export async function openQuick(stores: Stores): Promise<void> {
  await keepTyped(stores);
  const { ticketId } = stores.route.value.peek();
  // the program behind a browser has no windows
  if (stores.inBrowser) window.open(writeHash({ page: 'quick', ticketId }), '_blank', 'noopener');
  else await stores.client.call('window.quick', { ticketId });
}

/** Shows the next (1) or previous (-1) ticket that needs the user in the quick-reply window. */
export function stepQuick(stores: Stores, by: 1 | -1): void {
  const next = stores.quick.step(by);
  if (next === null) return;
  void stores.composers.flush();
  stores.quick.show(next);
}

/** One pane at a time: the width at which the styles fold the page. */
export const isNarrow = (): boolean => matchMedia('(max-width: 720px)').matches;

/**
 * Chooses the first list once: what needs the user, or everything open when nothing does. It waits until the
 * counts can be trusted, and never moves a list that somebody has chosen.
 */
export function settleFirstView(stores: Stores): void {
  const first = stores.tickets.filter.peek();
  const stop = effect(() => {
    const counts = stores.counts.value.value;
    const state = stores.connection.state.value;
    const chosen = stores.tickets.filter.value;
    if (chosen.view !== first.view || chosen.query !== '') return queueMicrotask(() => stop());
    if (counts === null || stores.session.value.value?.state !== 'signed-in') return;
    if (counts.needsYou === 0 && counts.open > 0) stores.tickets.show('open');
    const trusted = counts.needsYou > 0 || (state !== 'starting' && state !== 'syncing');
    if (trusted) queueMicrotask(() => stop());
  });
}
