// The Files port over the file system. Nothing that lies there is written over: every name is taken before it is used,
// in one step that fails if somebody else has it.
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, rename, rm } from 'node:fs/promises';
import { dirname, join, parse, sep } from 'node:path';
import { FileError, type Files, type Part } from '../core/files-port.ts';

export type FilesGiven = Pick<Files, 'askWhere' | 'reveal'> & {
  /** the user's home, which is shown as ~ */
  readonly home: string;
};

const mostNames = 1_000;
const partOf = (target: string): string => `${target}.part`;

export function nodeFiles({ askWhere, reveal, home }: FilesGiven): Files {
  return {
    askWhere,
    reveal,
    create: (target) =>
      fileWork(async () => {
        for (const name of names(target)) {
          if (await isThere(name)) continue;
          const handle = await take(partOf(name));
          if (handle !== null) return part(handle, name, 0);
        }
        throw new FileError('file_not_saved');
      }),
    reopen: (target) =>
      fileWork(async () => {
        const handle = await open(partOf(target), constants.O_RDWR | (constants.O_NOFOLLOW ?? 0)).catch(
          whenMissing,
        );
        return handle && part(handle, target, (await handle.stat()).size);
      }),
    partLength: (target) =>
      fileWork(async () => (await lstat(partOf(target)).catch(whenMissing))?.size ?? null),
    removePart: (target) => fileWork(() => rm(partOf(target), { force: true })),
    shown: (path) => (path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path),
  };
}

function part(handle: FileHandle, target: string, length: number): Part {
  return {
    target,
    length,
    write: (bytes, at) => fileWork(() => writeAll(handle, bytes, at)),
    empty: () => fileWork(() => handle.truncate(0)),
    close: () => handle.close().catch(() => undefined),
    finish: () =>
      fileWork(async () => {
        await handle.sync();
        await handle.close();
        for (const name of names(target)) {
          const place = await take(name);
          if (place === null) continue;
          await place.close();
          await rename(partOf(target), name);
          return name;
        }
        throw new FileError('file_not_saved');
      }),
  };
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

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const codeOf = (cause: unknown): string | undefined => (cause as NodeJS.ErrnoException).code;

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
    throw new FileError(full.has(codeOf(cause) ?? '') ? 'store_full' : 'file_not_saved', cause);
  }
}
