// Which list the page begins with.
import { effect } from '@preact/signals';
import type { Stores } from '../../stores/stores.ts';

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
