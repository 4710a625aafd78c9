// From the codes of SQLite and the file system to ours. Decided by `code`, never by message.
import { StoreError } from '../core/records.ts';
import { codeOf, noRoom } from './error-code.ts';

type StoreCode = StoreError['code'];

// The first beginning that fits decides. SQLite gives extended codes, such as SQLITE_IOERR_WRITE.
const sqlite: readonly (readonly [string, StoreCode])[] = [
  ['SQLITE_FULL', 'store_full'],
  ['SQLITE_IOERR_READ', 'store_broken'],
  ['SQLITE_IOERR_SHORT_READ', 'store_broken'],
  ['SQLITE_IOERR_CORRUPTFS', 'store_broken'],
  ['SQLITE_IOERR_DATA', 'store_broken'],
  // the others are about writing, syncing or growing a file
  ['SQLITE_IOERR', 'store_full'],
  ['SQLITE_NOTADB', 'store_broken'],
  ['SQLITE_CORRUPT', 'store_broken'],
  ['SQLITE_READONLY', 'store_read_only'],
  ['SQLITE_CANTOPEN', 'store_read_only'],
  ['SQLITE_PERM', 'store_read_only'],
  ['SQLITE_AUTH', 'store_read_only'],
  // someone else holds the file for longer than we wait
  ['SQLITE_BUSY', 'store_read_only'],
  ['SQLITE_LOCKED', 'store_read_only'],
];

const system: Readonly<Record<string, StoreCode>> = {
  EACCES: 'store_read_only',
  EPERM: 'store_read_only',
  EROFS: 'store_read_only',
  EBUSY: 'store_read_only',
  // something else has the name of our folder or file
  EEXIST: 'store_read_only',
  ENOTDIR: 'store_read_only',
  EISDIR: 'store_read_only',
  EIO: 'store_broken',
};

/** The fault as the stores report it; null: not a fault of the database but a bug. */
export function toStoreError(cause: unknown): StoreError | null {
  if (cause instanceof StoreError) return cause;
  const code = codeOf(cause);
  const full = noRoom.has(code) ? 'store_full' : undefined;
  const found = full ?? sqlite.find(([start]) => code.startsWith(start))?.[1] ?? system[code];
  return found ? new StoreError(found, cause) : null;
}

/** Only the search index is damaged (267): it can be made again from the rows. */
export function isIndexDamage(error: unknown): boolean {
  return causeCode(error) === 'SQLITE_CORRUPT_VTAB';
}

/** The file itself is damaged, as against unreadable for now. */
export function isFileDamage(error: unknown): boolean {
  const code = causeCode(error);
  return code === 'SQLITE_NOTADB' || (code.startsWith('SQLITE_CORRUPT') && !isIndexDamage(error));
}

function causeCode(error: unknown): string {
  return codeOf(error instanceof StoreError ? error.cause : error);
}
