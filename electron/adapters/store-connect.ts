// One connection to one of the two databases: its settings, its newest shape, and the checks made at the door. A cache
// is never read whole here (it may be big): damage deeper inside is met later. The outbox is small and checked whole.
import { StoreError } from '../core/records.ts';
import type { Secret } from '../core/secret.ts';
import { codeOf } from './error-code.ts';
import { knownVersion, migrate } from './migrate.ts';
import { cache001 } from './migrations/cache-001.ts';
import { cache002 } from './migrations/cache-002.ts';
import { cache003 } from './migrations/cache-003.ts';
import { cache004 } from './migrations/cache-004.ts';
import { cache005 } from './migrations/cache-005.ts';
import { outbox001 } from './migrations/outbox-001.ts';
import { outbox002 } from './migrations/outbox-002.ts';
import { outbox003 } from './migrations/outbox-003.ts';
import { outbox004 } from './migrations/outbox-004.ts';
import type { Database, OpenDatabase } from './sqlite-driver.ts';
import { toStoreError } from './sqlite-errors.ts';
import { sizeOf } from './store-files.ts';

export type Kind = {
  readonly steps: readonly string[];
  readonly pragmas: readonly string[];
  /** a cheap question that only a database of ours answers */
  readonly probe: string;
  readonly checkWhole: boolean;
};
export type Place = { readonly open: OpenDatabase; readonly path: string; readonly key: Secret | null };

const common = [
  'foreign_keys = ON',
  'secure_delete = ON',
  'trusted_schema = OFF',
  'busy_timeout = 1000',
  // sorting must not spill readable text into the system's temporary folder
  'temp_store = MEMORY',
  'journal_mode = WAL',
];
export const cacheKind: Kind = {
  steps: [cache001, cache002, cache003, cache004, cache005],
  pragmas: [...common, 'synchronous = NORMAL'],
  probe: 'SELECT value FROM meta LIMIT 1',
  checkWhole: false,
};
export const outboxKind: Kind = {
  steps: [outbox001, outbox002, outbox003, outbox004],
  // a checkpoint after every commit: a lost -wal file must not turn a reply back into one that is not yet sent
  pragmas: [...common, 'synchronous = FULL', 'wal_autocheckpoint = 1'],
  probe: 'SELECT id FROM outgoing LIMIT 1',
  checkWhole: true,
};

/** Throws StoreError; store_broken: damaged, no database at all, or another key. A newer file is not written to. */
export function connect({ open, path, key }: Place, kind: Kind): Database {
  const walBefore = sizeOf(`${path}-wal`);
  let db: Database | null = null;
  try {
    db = open(path, key);
    knownVersion(db, kind.steps);
    if (walBefore === 0 && isCut(db, path)) throw new StoreError('store_broken');
    // before the first setting that writes
    if (kind.checkWhole && db.pragma('integrity_check') !== 'ok') throw new StoreError('store_broken');
    for (const pragma of kind.pragmas) db.pragma(pragma);
    migrate(db, kind.steps);
    db.prepare(kind.probe).all();
    return db;
  } catch (cause) {
    if (db) closeQuietly(db);
    throw atTheDoor(cause);
  }
}

/** The file is shorter than its own header says; with an empty -wal there is nowhere else for the rest. */
function isCut(db: Database, path: string): boolean {
  return (
    path !== ':memory:' && Number(db.pragma('page_count')) * Number(db.pragma('page_size')) > sizeOf(path)
  );
}

/** A database that cannot answer the probe (no such table) is none of ours. */
function atTheDoor(cause: unknown): unknown {
  return (
    toStoreError(cause) ??
    (codeOf(cause).startsWith('SQLITE_') ? new StoreError('store_broken', cause) : cause)
  );
}

/** Empties the -wal file into the database and closes it. A fault here loses nothing: the -wal stays. */
export function closeQuietly(db: Database): void {
  for (const step of [() => db.pragma('wal_checkpoint(TRUNCATE)'), () => db.close()]) {
    try {
      step();
    } catch {
      // damaged or full: the next opening deals with it
    }
  }
}
