// The address of the page: `#/`, `#/new`, `#/waiting`, `#/ticket/<id>`, `#/quick`, `#/quick/<id>`, `#/print/<id>`.
import { type ReadonlySignal, signal } from '@preact/signals';

export type Route =
  | { readonly page: 'main'; readonly ticketId: string | null }
  | { readonly page: 'new' | 'waiting'; readonly ticketId: null }
  | { readonly page: 'quick'; readonly ticketId: string | null }
  | { readonly page: 'print'; readonly ticketId: string };

export type RouteStore = {
  readonly value: ReadonlySignal<Route>;
  go(route: Route): void;
};

/** Reads a hash; anything unknown is the main page. */
export function readHash(hash: string): Route {
  const [page, id] = hash.replace(/^#\/?/, '').split('/');
  const ticketId = id === undefined || id === '' ? null : decode(id);
  if (page === 'quick') return { page: 'quick', ticketId };
  if (page === 'print' && ticketId !== null) return { page: 'print', ticketId };
  if (page === 'new' || page === 'waiting') return { page, ticketId: null };
  return { page: 'main', ticketId: page === 'ticket' ? ticketId : null };
}

export function writeHash(route: Route): string {
  if (route.page === 'new' || route.page === 'waiting') return `#/${route.page}`;
  const id = route.ticketId === null ? null : encodeURIComponent(route.ticketId);
  if (route.page === 'print') return `#/print/${id}`;
  if (route.page === 'quick') return id === null ? '#/quick' : `#/quick/${id}`;
  return id === null ? '#/' : `#/ticket/${id}`;
}

/** Follows the page's hash. */
export function createRoute(page: Pick<Window, 'location' | 'addEventListener'>): RouteStore {
  const value = signal(readHash(page.location.hash));
  page.addEventListener('hashchange', () => {
    value.value = readHash(page.location.hash);
  });
  return {
    value,
    go(route) {
      const hash = writeHash(route);
      if (page.location.hash !== hash) page.location.hash = hash;
      value.value = route;
    },
  };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
