// What touches a reply or a new ticket on its way and the place where it was written.
import type { Outgoing } from '../../../electron/contract/model.ts';
import type { Stores } from '../../stores/stores.ts';
import { copy } from '../commands/copy.ts';
import { openNewTicket, openTicket } from '../commands/go.ts';

export async function copyOutgoing(stores: Stores, outgoing: Outgoing): Promise<void> {
  const text = await stores.outbox.text(outgoing.id);
  if (text !== null) await copy(stores, text, outgoing.encrypted);
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
