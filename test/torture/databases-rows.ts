// Reads an outbox behind the program's back, a sound one and a damaged one, and looks at the files beside it.
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBetter } from '../../electron/adapters/sqlite-better.ts';
import type { Database, Row } from '../../electron/adapters/sqlite-driver.ts';
import { Secret } from '../../electron/core/secret.ts';
import { databaseKey, type Kept, type Stage } from './databases-stage.ts';

const tables = [
  ['drafts', 'ticketId'],
  ['outgoing', 'id'],
] as const;

export const sameAs =
  (kept: Kept) =>
  (row: Row): boolean =>
    row.key === kept.key && row.text === kept.text && row.encrypted === kept.encrypted;

function open<T>(path: string, work: (db: Database) => T): T {
  const db = openBetter(path, new Secret(databaseKey));
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** Rows of the outbox that is in use now. */
export function rowsNow(path: string): Row[] {
  return open(path, (db) =>
    tables.flatMap(([table, key]) => {
      const state = table === 'outgoing' ? 'state' : "'draft'";
      return db
        .prepare(
          `SELECT '${table}' AS "from", ${key} AS "key", text, encrypted, ${state} AS state FROM ${table}`,
        )
        .all();
    }),
  );
}

/** What can still be read of these rows, each on its own, with every checksum right. */
export function readable(path: string, kept: readonly Kept[]): Kept[] {
  const folder = mkdtempSync(join(tmpdir(), 'readable-'));
  const copy = join(folder, 'copy.db');
  try {
    copyFileSync(path, copy);
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
    return open(copy, (db) => kept.filter((row) => canRead(db, row)));
  } catch {
    return [];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function canRead(db: Database, kept: Kept): boolean {
  const key = tables.find(([table]) => table === kept.from)?.[1];
  try {
    const sql = `SELECT ${key} AS "key", text, encrypted FROM ${kept.from} WHERE rowid = :rowid`;
    const row = db.prepare(sql).get({ rowid: kept.rowid });
    return row !== undefined && sameAs(kept)(row);
  } catch {
    return false;
  }
}

/** Null where there is no such file. */
export const bytesOf = (path: string): Buffer | null => (existsSync(path) ? readFileSync(path) : null);

export function integrity(path: string): string {
  return open(path, (db) => String(db.pragma('integrity_check')));
}

/** Files put aside, oldest first. */
export function asides({ home }: Stage, name: 'cache' | 'outbox'): Buffer[] {
  return readdirSync(home)
    .filter((file) => file.startsWith(`${name}.db.damaged-`) && !file.endsWith('-wal'))
    .sort()
    .map((file) => readFileSync(join(home, file)));
}
