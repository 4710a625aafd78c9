// Puts the page into a document, for any bridge: the program's, or a test's.
import { effect } from '@preact/signals';
import { render } from 'preact';
import { client } from '../electron/contract/transport.ts';
import type { Bridge } from './bridge.ts';
import { keepPlace } from './stores/kept-place.ts';
import { createStores, type Stores } from './stores/stores.ts';
import { StoresContext } from './ui/context.ts';
import { settleFirstView } from './views/list/first-view.ts';
import { App } from './views/pages/app.tsx';

/** @returns the stores, so that a test can look at them */
export function mount(bridge: Bridge, page: Window, root: Element): Stores {
  const stores = createStores(client(bridge.transport), bridge, page);
  effect(() => {
    const theme = stores.settings.value.value?.theme ?? 'system';
    if (theme === 'system') delete root.ownerDocument.documentElement.dataset.theme;
    else root.ownerDocument.documentElement.dataset.theme = theme;
  });
  effect(() => {
    root.ownerDocument.documentElement.lang = stores.words.value.language;
  });
  effect(() => {
    const waiting = stores.counts.value.value?.needsYou ?? 0;
    root.ownerDocument.title =
      waiting === 0 ? 'HostUp Support' : `(${stores.words.value.text.number(waiting)}) HostUp Support`;
  });
  const place = keepPlace(stores, page.history);
  if (!place.found) settleFirstView(stores, place.begin);
  stores.client.on('show', ({ ticketId }) => {
    if (stores.route.value.peek().page === 'quick') stores.route.go({ page: 'quick', ticketId });
    else stores.route.go({ page: 'main', ticketId });
  });
  render(
    <StoresContext.Provider value={stores}>
      <App />
    </StoresContext.Provider>,
    root,
  );
  return stores;
}
