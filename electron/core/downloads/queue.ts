// Which downloads run, a few at a time, and how each ends: whole, broken off, or dropped with what came of it.
import { type Failure, failure } from '../../contract/codes.ts';
import { FileError, type Files } from '../files-port.ts';
import type { Places } from '../places.ts';
import type { CacheStore, Log } from '../ports.ts';
import type { Remote } from '../remote.ts';
import type { Entry } from './entry.ts';
import { fetchFile } from './fetch-file.ts';
import type { DownloadList } from './list.ts';

export type DownloadQueue = {
  /** Fetches what is missing of it when its turn comes. */
  run(entry: Entry): void;
  /** Ends it at once, and then removes what came. */
  drop(entry: Entry): Promise<void>;
};

export type QueueParts = {
  readonly places: Pick<Places, 'files'>;
  readonly list: DownloadList;
  readonly files: Files;
  readonly remote: Pick<Remote, 'download'>;
  readonly cache: Pick<CacheStore, 'message'>;
  readonly log: Log;
  readonly onRefused: (reason: Failure) => void;
};

/** Runs the entries of `list`, in the order in which they were asked for. */
export function createQueue(parts: QueueParts): DownloadQueue {
  const { list, files, log } = parts;

  async function transfer(entry: Entry): Promise<void> {
    let outcome: Failure | null;
    try {
      outcome = await fetchFile(entry, parts);
    } catch (cause) {
      if (!(cause instanceof FileError)) log.error('download', cause);
      outcome = failure(cause instanceof FileError ? cause.code : 'internal');
    }
    entry.active = null;
    if (entry.cancelled) {
      // too late to break it off: what is to be removed is the whole file
      if (outcome === null) entry.path = entry.target;
      return;
    }
    if (outcome?.code === 'not_found' && entry.received === 0) await dropEmpty(entry);
    if (outcome === null) entry.state = 'done';
    else if (entry.state === 'running') Object.assign(entry, { state: 'broken', reason: outcome });
    list.changed();
    if (outcome) parts.onRefused(outcome);
  }

  /** Nothing came and nothing will: an empty file beside the target would only puzzle. */
  async function dropEmpty(entry: Entry): Promise<void> {
    const { path } = entry;
    entry.path = null;
    if (path !== null) await files.removePart(path).catch((cause) => log.error('download', cause));
  }

  return {
    run(entry) {
      Object.assign(entry, { state: 'running', reason: null });
      list.changed();
      void parts.places.files(async () => {
        if (entry.cancelled || list.isClosed()) return;
        entry.active = transfer(entry);
        await entry.active;
      });
    },
    async drop(entry) {
      entry.cancelled = true;
      list.remove(entry.id);
      entry.breakOff();
      list.changed();
      await entry.active;
      if (entry.path !== null) await files.removePart(entry.path);
    },
  };
}
