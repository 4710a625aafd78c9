// Saves what can be read of a damaged outbox, row by row, into a new file. Reads copies only, so the damaged file keeps
// every byte. Replies that were about to go out wait for a person afterwards: their state may be older than the truth.
import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { StoreError } from '../core/records.ts';
import { codeOf } from './error-code.ts';
import { knownVersion } from './migrate.ts';
import type { Database, Row } from './sqlite-driver.ts';
import { toStoreError } from './sqlite-errors.ts';
import { closeQuietly, connect, outboxKind, type Place } from './store-connect.ts';
import { makeFile, putAside, removeDatabase, sizeOf } from './store-files.ts';

const tables = { drafts: 'ticketId', outgoing: 'id', marks: 'ticketId' } as const;
type Table = keyof typeof tables;
const everyTable = Object.keys(tables) as Table[];
// the first version had only these
const firstTables: readonly Table[] = ['drafts', 'outgoing'];
type FoundRow = { readonly place: number; readonly row: Row };
type Found = Readonly<Record<Table, FoundRow[]>>;

// where even the row numbers cannot be read; rows are few, but their numbers grow over the years
const mostRows = 20_000;

// no version of ours will ever be higher
const likelyVersions = 1_000;

/** Throws store_broken, and changes nothing, if the file is no database or has another key. */
export function salvage(place: Place): void {
  const { path } = place;
  const target = `${path}.salvaged`;
  removeDatabase(target);
  const strict = readCopy(place, false);
  // pages with a wrong checksum too: most of the text in them is as it was
  const lenient = readCopy(place, true);
  if (!strict && !lenient) throw new StoreError('store_broken');
  makeFile(target);
  const db = connect({ ...place, path: target }, outboxKind);
  try {
    db.transaction(() => {
      for (const table of everyTable) {
        const found = [...(strict?.[table] ?? []), ...(lenient?.[table] ?? [])];
        // replies go out in the order of their rows; of one row the sound copy stays first
        for (const { row } of found.sort((a, b) => a.place - b.place)) copyRow(db, table, row);
      }
      holdBack(db);
    });
  } finally {
    closeQuietly(db);
  }
  // not emptied into the file: there was no space, and the file alone would not be all
  if (sizeOf(`${target}-wal`) > 0) throw new StoreError('store_full');
  putAside(path);
  renameSync(target, path);
}

/** After a salvage that ended between its two renames. */
export function isHalfSalvaged(path: string): boolean {
  return !existsSync(path) && existsSync(`${path}.salvaged`);
}

/** Does the second rename if that is missing; answers whether it was. */
export function finishSalvage(path: string): boolean {
  if (!isHalfSalvaged(path)) return false;
  renameSync(`${path}.salvaged`, path);
  return true;
}

/** Answers null when nothing of ours is in there. */
function readCopy({ open, path, key }: Place, lenient: boolean): Found | null {
  const copy = `${path}.reading`;
  let db: Database | null = null;
  try {
    removeDatabase(copy);
    for (const suffix of ['', '-wal']) {
      if (existsSync(path + suffix)) copyFileSync(path + suffix, copy + suffix);
    }
    makeFile(copy);
    db = open(copy, key, { lenient });
    // without checksums another key gives garbage instead of an error, and so does a damaged first page
    if (lenient && !hasTables(db)) return null;
    if (!lenient || Number(db.pragma('user_version')) < likelyVersions) knownVersion(db, outboxKind.steps);
    return {
      drafts: readTable(db, 'drafts'),
      outgoing: readTable(db, 'outgoing'),
      marks: readTable(db, 'marks'),
    };
  } catch (cause) {
    const code = toStoreError(cause)?.code ?? (codeOf(cause).startsWith('SQLITE_') ? 'store_broken' : null);
    if (code !== 'store_broken') throw cause;
    return null;
  } finally {
    if (db) closeQuietly(db);
    removeDatabase(copy);
  }
}

function hasTables(db: Database): boolean {
  const names = firstTables.map((name) => `'${name}'`);
  const found = db
    .prepare(`SELECT count(*) AS n FROM sqlite_master WHERE name IN (${names.join(', ')})`)
    .get();
  return found?.n === names.length;
}

function readTable(db: Database, table: Table): FoundRow[] {
  const select = `SELECT rowid AS place, * FROM ${table}`;
  const all = attempt(() => db.prepare(select).all());
  if (all) return all.map(placed);
  const one = attempt(() => db.prepare(`${select} WHERE rowid = :n`));
  if (!one) return [];
  return rowNumbers(db, table)
    .map((n) => attempt(() => one.get({ n })))
    .filter((row) => row != null)
    .map(placed);
}

const placed = ({ place, ...row }: Row): FoundRow => ({ place: Number(place), row });

/** From the index of the table's key if that can be read, else every number that is likely. */
function rowNumbers(db: Database, table: Table): number[] {
  const indexed = attempt(() =>
    db.prepare(`SELECT rowid AS n FROM ${table} ORDER BY ${tables[table]}`).all(),
  );
  if (indexed) return indexed.map(({ n }) => Number(n));
  const top = attempt(() => Number(db.prepare(`SELECT max(rowid) AS n FROM ${table}`).get()?.n));
  return Array.from({ length: Math.min(top ?? mostRows, mostRows) }, (_, n) => n + 1);
}

/** Null for what cannot be read: a damaged page, a missing table. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (cause) {
    if (codeOf(cause).startsWith('SQLITE_')) return null;
    throw cause;
  }
}

/** Leaves out what is there already and what is not a sound row: the new table's own checks decide. */
function copyRow(db: Database, table: Table, row: Row): void {
  const names = Object.keys(row);
  const columns = names.map((name) => `"${name}"`).join(', ');
  const values = names.map((name) => `:${name}`).join(', ');
  try {
    const key = tables[table];
    db.prepare(`INSERT INTO ${table} (${columns}) VALUES (${values}) ON CONFLICT ("${key}") DO NOTHING`).run(
      row,
    );
  } catch (cause) {
    if (!codeOf(cause).startsWith('SQLITE_CONSTRAINT')) throw cause;
  }
}

function holdBack(db: Database): void {
  const reason = JSON.stringify({ ok: false, code: 'store_broken' });
  db.prepare(
    "UPDATE outgoing SET state = 'needs-user', reason = :reason WHERE state IN ('queued', 'sending')",
  ).run({ reason });
}
