// cache.db behind its port: everything that can be fetched again.
import type { CacheStore } from '../core/ports.ts';
import type { Database } from './sqlite-driver.ts';
import { createCounts } from './store-counts.ts';
import { createList } from './store-list.ts';
import { createMessages } from './store-messages.ts';
import { createDepartments, createLedger, createMeta } from './store-notes.ts';
import { createSearchIndex, type SearchHooks } from './store-search.ts';
import { createServices } from './store-services.ts';
import { createSpoken } from './store-spoken.ts';
import { createTickets } from './store-tickets.ts';

/** `db` is guarded, open and of the newest shape; `close` ends it. */
export function createCacheStore(db: Database, hooks: SearchHooks, close: () => void): CacheStore {
  const search = createSearchIndex(db, hooks);
  let inside = false;

  /** The outermost transaction writes the search documents that its changes concern. */
  function transaction<T>(work: () => T): T {
    if (inside) return db.transaction(work);
    return db.transaction(() => {
      inside = true;
      search.reset();
      try {
        const value = work();
        search.flush();
        return value;
      } finally {
        inside = false;
      }
    });
  }

  /** For single changes: within a transaction they need none of their own. */
  function write<T>(work: () => T): T {
    return inside ? work() : transaction(work);
  }

  return {
    transaction,
    ...createTickets(db, search, write),
    ...createMessages(db, search, write),
    ...createList(db, search),
    ...createCounts(db),
    ...createSpoken(db),
    ...createServices(db),
    ...createMeta(db),
    ...createDepartments(db),
    ...createLedger(db),
    searchIsBehind: search.isBehind,
    catchUpSearch: search.catchUp,
    close,
  };
}
