// The files of one account: private modes, the broken mark, the reserve, and putting damaged files aside.
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

const reserveBytes = 256 * 1024;

/** Makes the folder if need be; afterwards only this user may open it, whatever the umask is. */
export function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  setMode(folder, 0o700);
}

function setMode(path: string, mode: number): void {
  // a folder that may not be written to may still be as private as it should be
  if (process.platform !== 'win32' && (statSync(path).mode & 0o777) !== mode) chmodSync(path, mode);
}

/** Makes the database file, if it is not there, before SQLite would do it with 0644; -wal and -shm take its mode. */
export function makeFile(path: string): void {
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  for (const file of [path, `${path}-wal`, `${path}-shm`]) if (existsSync(file)) setMode(file, 0o600);
}

/** Bytes in the file, 0 if it is not there. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Deletes a database with all that SQLite keeps beside it; nothing where there is none. */
export function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}

/** Renames the database to `<name>.damaged-<n>`; n counts up. Its -wal goes with it, -shm holds nothing. */
export function putAside(path: string): void {
  const taken = asideOf(path).map(({ n }) => n);
  const aside = `${path}.damaged-${Math.max(0, ...taken) + 1}`;
  renameSync(path, aside);
  if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${aside}-wal`);
  rmSync(`${path}-shm`, { force: true });
}

/** Removes every database put aside under this name. */
export function removeAside(path: string): void {
  for (const { file } of asideOf(path)) removeDatabase(file);
}

function asideOf(path: string): { file: string; n: number }[] {
  const start = `${basename(path)}.damaged-`;
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length)))
    .map((name) => ({ file: join(dirname(path), name), n: Number(name.slice(start.length)) }));
}

/** A mark beside a database that was found damaged while in use: the next opening mends it. */
export const brokenMark = {
  isSet: (path: string) => existsSync(`${path}.broken`),
  set(path: string): void {
    try {
      writeFileSync(`${path}.broken`, '', { mode: 0o600 });
    } catch {
      // no space or no right to write: the damage will be met again
    }
  },
  clear: (path: string) => rmSync(`${path}.broken`, { force: true }),
};

/** A file to give back when the disk is full, because then even deleting a row needs space. */
export function createReserve(folder: string) {
  const path = join(folder, 'reserve');
  return {
    /** makes it anew; without space there is none */
    keep(): void {
      if (sizeOf(path) === reserveBytes) return;
      try {
        const file = openSync(path, 'w', 0o600);
        try {
          // random, so that a file system that compresses keeps the space too
          writeSync(file, randomBytes(reserveBytes));
          fchmodSync(file, 0o600);
          fsyncSync(file);
        } finally {
          closeSync(file);
        }
      } catch {
        rmSync(path, { force: true });
      }
    },
    /** answers whether there was something to give back */
    release(): boolean {
      if (!existsSync(path)) return false;
      rmSync(path, { force: true });
      return true;
    },
  };
}
