// From one window of the program to another. What was typed is kept first.
import { writeHash } from '../../stores/route.ts';
import type { Stores } from '../../stores/stores.ts';
import { keepTyped } from './go.ts';

/** Empties every timer first, so that closing the window cannot cost a letter. */
export async function closeWindow(stores: Stores): Promise<void> {
  if (stores.inBrowser) return closeTab(stores);
  await keepTyped(stores);
  await stores.client.call('window.close', {});
}

/** The program behind a browser cannot close it. A text that could not be saved is in this tab alone, which stays. */
async function closeTab(stores: Stores): Promise<void> {
  if (!(await stores.composers.flush())) return;
  window.close();
  // browsers close what a page opened; a tab that the user opened becomes the whole page
  if (!window.closed) stores.route.go({ page: 'main', ticketId: stores.quick.ticketId.peek() });
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
