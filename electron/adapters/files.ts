// The Files port over the file system. Nothing that lies there is written over: every name is taken before it is used,
// in one step that fails if somebody else has it.
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, rename, rm } from 'node:fs/promises';
import { dirname, join, parse, sep } from 'node:path';
import { FileError, type Files, type Part, type Unfinished } from '../core/files-port.ts';
import { codeOf, noRoom } from './error-code.ts';

type FilesGiven = Pick<Files, 'askWhere' | 'reveal'> & {
  /** the user's home, which is shown as ~ */
  readonly home: string;
};

/** `name (2)` to `name (999)` are tried before a name is given up. */
const mostNames = 1_000;
/** A suffix that nobody else comes to use: browsers name their unfinished files `.part`, too. */
const partOf = (target: string): string => `${target}.${randomBytes(4).toString('hex')}.part`;

/** The files of one program: no two unfinished ones of it are given the same target. */
export function nodeFiles({ askWhere, reveal, home }: FilesGiven): Files {
  /** the targets of unfinished files, by where these lie */
  const held = new Map<string, string>();
  const isHeld = (name: string): boolean => [...held.values()].includes(name);

  /** Null: the name is in use. It is held before anything is waited for, because two may ask at once. */
  async function createFor(name: string): Promise<Part | null> {
    if (isHeld(name)) return null;
    const path = partOf(name);
    held.set(path, name);
    let handle: FileHandle | null = null;
    try {
      if (!(await isThere(name))) handle = await take(path);
      return handle && part(handle, { target: name, path }, 0);
    } finally {
      if (handle === null) held.delete(path);
    }
  }

  function part(handle: FileHandle, { target, path }: Unfinished, length: number): Part {
    return {
      target,
      path,
      length,
      write: (bytes, at) => fileWork(() => writeAll(handle, bytes, at)),
      empty: () => fileWork(() => handle.truncate(0)),
      close: () => handle.close().catch(() => undefined),
      finish: () =>
        fileWork(async () => {
          await handle.sync();
          await handle.close();
          for (const name of names(target)) {
            if (name !== target && isHeld(name)) continue;
            if (!(await moveTo(name, path))) continue;
            held.delete(path);
            return name;
          }
          throw new FileError('file_not_saved');
        }),
    };
  }

  return {
    askWhere,
    reveal,
    create: (target) =>
      fileWork(async () => {
        for (const name of names(target)) {
          const created = await createFor(name);
          if (created !== null) return created;
        }
        throw new FileError('file_not_saved');
      }),
    reopen: (unfinished) =>
      fileWork(async () => {
        const flags = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0);
        const handle = await open(unfinished.path, flags).catch(whenMissing);
        return handle && part(handle, unfinished, (await handle.stat()).size);
      }),
    partLength: ({ target, path }) =>
      fileWork(async () => {
        const found = await lstat(path).catch(whenMissing);
        if (found !== null) held.set(path, target);
        return found?.size ?? null;
      }),
    removePart: (path) =>
      fileWork(async () => {
        held.delete(path);
        await rm(path, { force: true });
      }),
    shown: (path) => (path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path),
  };
}

/** False: the name is in use. */
async function moveTo(name: string, path: string): Promise<boolean> {
  const place = await take(name);
  if (place === null) return false;
  await place.close();
  try {
    await rename(path, name);
  } catch (cause) {
    // nothing but the empty file that kept the place
    await rm(name, { force: true });
    throw cause;
  }
  return true;
}

/** The name itself, then `name (2).ext` and so on. */
function* names(target: string): Generator<string> {
  yield target;
  const { name, ext } = parse(target);
  for (let number = 2; number < mostNames; number += 1) {
    yield join(dirname(target), `${name} (${number})${ext}`);
  }
}

const isThere = async (path: string): Promise<boolean> => (await lstat(path).catch(whenMissing)) !== null;

/** A new, empty file for this user alone; null: the name is in use. */
async function take(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return null;
    throw cause;
  }
}

async function writeAll(handle: FileHandle, given: Uint8Array | string, at: number): Promise<number> {
  const bytes = typeof given === 'string' ? Buffer.from(given, 'utf8') : given;
  let done = 0;
  while (done < bytes.byteLength) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.byteLength - done, at + done);
    done += bytesWritten;
  }
  return done;
}

function whenMissing(cause: unknown): null {
  if (codeOf(cause) === 'ENOENT') return null;
  throw cause;
}

/** Whatever the file system says becomes one of the two faults that a user can do something about. */
async function fileWork<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof FileError) throw cause;
    throw new FileError(noRoom.has(codeOf(cause)) ? 'store_full' : 'file_not_saved', cause);
  }
}
