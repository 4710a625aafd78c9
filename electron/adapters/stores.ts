// The two databases of an account, opened together: <folder>/accounts/<accountId>/{cache,outbox}.db
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { failure, success } from '../contract/codes.ts';
import type { Log, OpenStores, Stores } from '../core/ports.ts';
import { StoreError } from '../core/records.ts';
import type { Secret } from '../core/secret.ts';
import type { Database, OpenDatabase } from './sqlite-driver.ts';
import { toStoreError } from './sqlite-errors.ts';
import { isRawKey } from './sqlite-key.ts';
import { createCacheStore } from './store-cache.ts';
import { cacheKind, closeQuietly, connect, outboxKind } from './store-connect.ts';
import { brokenMark, createReserve, makePrivate } from './store-files.ts';
import { guard } from './store-guard.ts';
import { hasOutbox, openCache, openOutbox, type Place } from './store-open.ts';
import { createOutboxStore } from './store-outbox.ts';

type StoresParts = {
  /** the program's data folder */
  readonly folder: string;
  readonly open: OpenDatabase;
  /** a message body without its markup, for the search index; left out: bodies are indexed as they are */
  readonly plain?: (body: string) => string;
  readonly log?: Log;
};

type Files = { readonly cache: Database; readonly outbox: Database };
type Hooks = { readonly makeRoom: () => boolean; readonly onDamage: (name: 'cache' | 'outbox') => void };

/** Opening answers store_newer, store_full, store_read_only, or store_broken: the outbox is not ours or has another key. */
export function createStores({ folder, open, plain = (body) => body, log }: StoresParts): OpenStores {
  const inUse = new Map<string, Set<() => void>>();
  // accounts whose files were mended by an opening that failed afterwards: the next one says so
  const unsaid = new Set<string>();

  function assemble({ cache, outbox }: Files, { makeRoom, onDamage }: Hooks, accountId: string): Stores {
    const cacheDamaged = () => onDamage('cache');
    const searchHooks = { plain, onRebuilt: () => log?.warn('search-index-rebuilt'), onDamage: cacheDamaged };
    const guardedCache = guard(cache, { makeRoom, onDamage: cacheDamaged });
    const guardedOutbox = guard(outbox, { makeRoom, onDamage: () => onDamage('outbox') });
    return {
      cache: createCacheStore(guardedCache, searchHooks, closer(cache, accountId)),
      outbox: createOutboxStore(guardedOutbox, closer(outbox, accountId)),
      warnings: unsaid.delete(accountId) ? ['store_broken'] : [],
    };
  }

  /** Closes once, however often it is called; wiping closes what is still open. */
  function closer(db: Database, accountId: string): () => void {
    const closers = inUse.get(accountId) ?? new Set();
    inUse.set(accountId, closers);
    const close = () => {
      if (closers.delete(close)) closeQuietly(db);
    };
    closers.add(close);
    return close;
  }

  function inMemory(accountId: string): Stores {
    const place = { open, path: ':memory:', key: null };
    const files = { cache: connect(place, cacheKind), outbox: connect(place, outboxKind) };
    return assemble(files, { makeRoom: () => false, onDamage: () => {} }, accountId);
  }

  function onDisk(accountId: string, key: Secret): Stores {
    if (!isRawKey(key)) throw new StoreError('store_broken');
    const home = folderOf(folder, accountId);
    makePrivate(join(folder, 'accounts'));
    makePrivate(home);
    const reserve = createReserve(home);
    const pathOf = (name: 'cache' | 'outbox') => join(home, `${name}.db`);
    const onMended = (path: string) => {
      log?.warn('store-mended', { file: basename(path) });
      unsaid.add(accountId);
    };
    const onDamage = (name: 'cache' | 'outbox') => {
      log?.warn('store-damaged', { file: name });
      brokenMark.set(pathOf(name));
    };
    function attempt(): Stores {
      const files = withRoom(reserve.release, () =>
        openBoth((name) => ({ open, path: pathOf(name), key, onMended })),
      );
      reserve.keep();
      try {
        return assemble(files, { makeRoom: reserve.release, onDamage }, accountId);
      } catch (cause) {
        closeQuietly(files.cache);
        closeQuietly(files.outbox);
        throw cause;
      }
    }
    try {
      return attempt();
    } catch (cause) {
      // damage that was met while the statements were prepared is marked now, so a second opening mends it
      if (brokenMark.isSet(pathOf('cache'))) return attempt();
      throw cause;
    }
  }

  return {
    open(accountId, key) {
      try {
        return success(key === null ? inMemory(accountId) : onDisk(accountId, key));
      } catch (cause) {
        const error = toStoreError(cause);
        if (!error) throw cause;
        log?.error('store-open', error);
        return failure(error.code);
      }
    },
    exists: (accountId) => hasOutbox(join(folderOf(folder, accountId), 'outbox.db')),
    wipe(accountId) {
      for (const close of inUse.get(accountId) ?? []) close();
      try {
        rmSync(folderOf(folder, accountId), { recursive: true, force: true, maxRetries: 3 });
      } catch (cause) {
        throw toStoreError(cause) ?? cause;
      }
    },
  };
}

/** The outbox first: with a wrong key it fails and nothing is touched, while the cache would be replaced. */
function openBoth(place: (name: 'cache' | 'outbox') => Place): Files {
  const outbox = openOutbox(place('outbox'));
  try {
    return { cache: openCache(place('cache')), outbox };
  } catch (cause) {
    closeQuietly(outbox);
    throw cause;
  }
}

function withRoom<T>(makeRoom: () => boolean, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (toStoreError(cause)?.code === 'store_full' && makeRoom()) return work();
    throw cause;
  }
}

/** The id becomes a folder's name, so it must be nothing else. */
function folderOf(folder: string, accountId: string): string {
  if (!/^[A-Za-z0-9_-]{1,100}$/.test(accountId)) throw new TypeError('not an account id');
  return join(folder, 'accounts', accountId);
}
