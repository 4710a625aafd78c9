// Verbs that touch several stores at once: what a click and its key both do.
import { effect } from '@preact/signals';
import type { View } from '../../electron/contract/calls.ts';
import type { Outgoing } from '../../electron/contract/model.ts';
import type { Stores } from '../stores/stores.ts';
import { copyText } from '../ui/copy.ts';
import { focusOn } from '../ui/focus.ts';

export function openTicket(stores: Stores, ticketId: string): void {
  void stores.composers.flush();
  stores.screen.showDrawer(false);
  stores.route.go({ page: 'main', ticketId });
}

/** Leaves the conversation or the form, back to the list. */
export function goBack(stores: Stores): void {
  void stores.composers.flush();
  stores.route.go({ page: 'main', ticketId: null });
  stores.screen.wishFocus('list');
}

export function showView(stores: Stores, view: View | 'unsent', department: string | null = null): void {
  void stores.composers.flush();
  if (view !== 'unsent') stores.tickets.show(view, department);
  stores.screen.showMiddle(view === 'unsent' ? 'unsent' : 'tickets');
  stores.screen.setActive(0);
  if (isNarrow()) stores.route.go({ page: 'main', ticketId: null });
}

export function openNewTicket(stores: Stores): void {
  void stores.composers.flush();
  stores.screen.showDrawer(false);
  stores.route.go({ page: 'new', ticketId: null });
  focusOn('new-subject');
}

/** Opens the conversation of the ticket with that number, also one that only HostUp knows. */
export async function openByNumber(stores: Stores, number: string): Promise<void> {
  const found = await stores.tickets.openByNumber(number);
  if ('ticketId' in found) openTicket(stores, found.ticketId);
  else stores.screen.say(stores.words.peek().text.codes[found.code].says);
}

export async function openLink(stores: Stores, href: string): Promise<void> {
  const answer = await stores.client.call('link.open', { href });
  if (answer.ok) return;
  const words = stores.words.peek().text.codes[answer.code];
  stores.screen.say(`${words.says} ${words.next}`);
}

/** Copies through the program, which takes a secret back after a minute; itself where the program cannot. */
export async function copy(stores: Stores, text: string, secret = false): Promise<void> {
  const words = stores.words.peek().text;
  const answer = await stores.client.call('clipboard.copy', { text, secret });
  if (answer.ok) stores.screen.say(secret ? words.copiedSecret : words.copied);
  else if (await copyText(text)) stores.screen.say(words.copied);
}

export async function copyOutgoing(stores: Stores, outgoing: Outgoing): Promise<void> {
  const text = await stores.outbox.text(outgoing.id);
  if (text !== null) await copy(stores, text, outgoing.encrypted);
}

export async function copyDiagnostics(stores: Stores): Promise<void> {
  const answer = await stores.client.call('diagnostics.get', {});
  if (answer.ok) await copy(stores, answer.value.text);
}

/** Takes a reply back into the composer of its ticket. */
export async function editOutgoing(stores: Stores, outgoing: Outgoing): Promise<void> {
  const composer = stores.composers.of(outgoing.ticketId);
  const done = await composer.takeBack(() => stores.outbox.edit(outgoing.id));
  if (!done) return;
  openTicket(stores, outgoing.ticketId);
  stores.screen.wishFocus('reply');
}

/** Empties every timer first, so that closing the window cannot cost a letter. */
export async function closeWindow(stores: Stores): Promise<void> {
  await stores.composers.flush();
  await stores.client.call('window.close', {});
}

export async function openInMain(stores: Stores, ticketId: string | null): Promise<void> {
  await stores.composers.flush();
  await stores.client.call('window.main', { ticketId });
}

export async function openQuick(stores: Stores): Promise<void> {
  await stores.composers.flush();
  await stores.client.call('window.quick', { ticketId: stores.route.value.peek().ticketId });
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
