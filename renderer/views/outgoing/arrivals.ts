// Tells of a new ticket that went out later than it was handed over.
import { useEffect } from 'preact/hooks';
import type { Outgoing } from '../../../electron/contract/model.ts';
import type { Stores } from '../../stores/stores.ts';
import { openTicket } from '../commands/go.ts';

/** A ticket that the form made is opened, beside a list that can show it. */
export function openCreated(stores: Stores, ticketId: string): void {
  stores.screen.showMiddle('tickets');
  openTicket(stores, ticketId);
}

/** Opens it for whoever still looks at what is unsent; offers it to all others. */
export function useArrivals(stores: Stores): void {
  useEffect(() => stores.arrivals.watch((outgoing) => tell(stores, outgoing)), [stores]);
}

function tell(stores: Stores, { ticketId, ticketNumber }: Outgoing): void {
  const { text } = stores.words.peek();
  const { page, ticketId: open } = stores.route.value.peek();
  const said = text.createdAs(ticketNumber);
  if (page === 'main' && open === null && stores.screen.middle.peek() === 'unsent') {
    openCreated(stores, ticketId);
    stores.screen.say(said);
  } else stores.screen.offer(said, { label: text.open, run: () => openCreated(stores, ticketId) });
}
