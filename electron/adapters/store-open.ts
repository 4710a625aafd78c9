// Opens a database file and settles what is wrong with it: a damaged cache is replaced, a damaged outbox is salvaged.
import { existsSync, renameSync } from 'node:fs';
import { StoreError } from '../core/records.ts';
import type { Database } from './sqlite-driver.ts';
import {
  type Place as ConnectPlace,
  cacheKind,
  closeQuietly,
  connect,
  type Kind,
  outboxKind,
} from './store-connect.ts';
import { brokenMark, makeFile, putAside, removeAside, removeDatabase, sizeOf } from './store-files.ts';
import { finishSalvage, isHalfSalvaged, salvage } from './store-salvage.ts';

// SQLite takes a file without a whole page for a new database; ours have one from their first moment
const smallest = 512;

/** `onMended`: the file was damaged, and what is open now is not the one that was there. */
export type Place = ConnectPlace & { readonly onMended: (path: string) => void };

/** Throws StoreError store_newer, store_full or store_read_only. */
export function openCache(place: Place): Database {
  const db = openSound(place, cacheKind);
  if (db) return db;
  removeAside(place.path);
  putAside(place.path);
  place.onMended(place.path);
  return openFresh(place, cacheKind);
}

/** As openCache; also throws store_broken for a file that is no database or has another key, and leaves it as it is. */
export function openOutbox(place: Place): Database {
  if (finishSalvage(place.path)) place.onMended(place.path);
  const db = openSound(place, outboxKind);
  if (db) return db;
  salvage(place);
  place.onMended(place.path);
  brokenMark.clear(place.path);
  return connect(place, outboxKind);
}

/** Whether there is an outbox, be it one whose salvage is not finished. */
export function hasOutbox(path: string): boolean {
  return existsSync(path) || isHalfSalvaged(path);
}

/** Under another name until it is whole: a kill meanwhile must not leave what looks like a database that was emptied. */
function openFresh(place: Place, kind: Kind): Database {
  const { path } = place;
  const fresh = `${path}.new`;
  brokenMark.clear(path);
  removeDatabase(fresh);
  makeFile(fresh);
  closeQuietly(connect({ ...place, path: fresh }, kind));
  // not emptied into the file: there was no space, and the file alone would not be all
  if (sizeOf(`${fresh}-wal`) > 0) throw new StoreError('store_full');
  // what an older file left beside it would be taken for its own
  removeDatabase(path);
  renameSync(fresh, path);
  return connect(place, kind);
}

/** Answers null when the file is damaged, was found damaged while in use, or was emptied. */
function openSound(place: Place, kind: Kind): Database | null {
  const { path } = place;
  if (!existsSync(path)) return openFresh(place, kind);
  if (brokenMark.isSet(path) || sizeOf(path) < smallest) return null;
  makeFile(path);
  try {
    return connect(place, kind);
  } catch (error) {
    if (error instanceof StoreError && error.code === 'store_broken') return null;
    throw error;
  }
}
