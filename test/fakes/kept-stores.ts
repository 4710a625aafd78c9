// An account's databases in memory that outlive a restart, as files do: for tests that open thousands of them.
import { openBetter } from '../../electron/adapters/sqlite-better.ts';
import { createStores } from '../../electron/adapters/stores.ts';
import { success } from '../../electron/contract/codes.ts';
import type { OpenStores, Stores } from '../../electron/core/ports.ts';

export type KeptStores = OpenStores & {
  /** what is stored for an account, past every program that opened it; null: never opened */
  of(accountId: string): Stores | null;
  /** frees the memory */
  drop(): void;
};

export function createKeptStores(): KeptStores {
  // no path is used where there is no key
  const inner = createStores({ folder: '', open: openBetter });
  const kept = new Map<string, Stores>();

  function forget(accountId: string): void {
    kept.get(accountId)?.cache.close();
    kept.get(accountId)?.outbox.close();
    kept.delete(accountId);
  }

  return {
    open(accountId) {
      const known = kept.get(accountId);
      const opened = known ? success(known) : inner.open(accountId, null);
      if (!opened.ok) return opened;
      const stores = opened.value;
      kept.set(accountId, stores);
      return success({ ...stores, cache: lent(stores.cache), outbox: lent(stores.outbox) });
    },
    exists: (accountId) => kept.has(accountId),
    wipe: forget,
    of: (accountId) => kept.get(accountId) ?? null,
    drop() {
      for (const accountId of kept.keys()) forget(accountId);
    },
  };
}

/** The same store until `close`; after it every call throws as a closed database does. */
function lent<T extends { close(): void }>(store: T): T {
  let isOpen = true;
  return new Proxy(store, {
    get(target, name) {
      if (name === 'close') return () => (isOpen = false);
      if (!isOpen) throw new TypeError('The database connection is not open');
      return Reflect.get(target, name) as unknown;
    },
  });
}
