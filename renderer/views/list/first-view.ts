// Which list the page begins with.
import { effect, signal } from '@preact/signals';
import type { KeptPlace } from '../../stores/kept-place.ts';
import type { Stores } from '../../stores/stores.ts';

/**
 * Chooses the first list: what needs the user, or everything open while nothing does. It chooses again until the
 * counts can be trusted, and never moves a list that somebody has chosen or opened a ticket from.
 */
export function settleFirstView(stores: Stores, begin: KeptPlace['begin']): void {
  const { tickets, counts, connection, session, route } = stores;
  const first = tickets.filter.peek().view;
  const ticketId = route.value.peek().ticketId;
  let shown = first;
  let asked = false;
  /** the counts are those of after the first look */
  const final = signal(false);

  const stop = effect(() => {
    const known = counts.value.value;
    const state = connection.state.value;
    const { view, query } = tickets.filter.value;
    const isChosen = view !== shown || query !== '' || route.value.value.ticketId !== ticketId;
    if (isChosen) return queueMicrotask(() => stop());
    if (known === null || session.value.value?.state !== 'signed-in') return;
    const wanted = known.needsYou === 0 && known.open > 0 ? 'open' : first;
    if (wanted !== shown) {
      shown = wanted;
      begin(() => tickets.show(wanted));
    }
    if (known.needsYou > 0 || final.value) return queueMicrotask(() => stop());
    if (asked || state === 'starting' || state === 'syncing') return;
    asked = true;
    void counts.ask().then(() => {
      final.value = true;
    });
  });
}
