// The downloads that are known: under way, broken off, done. Writes down those that are not finished, for the next run,
// and says when something changed. Fetches nothing.
import { bestEffort } from '../best-effort.ts';
import type { CacheStore, Clock, Log } from '../ports.ts';
import { type Entry, newEntry } from './entry.ts';
import { type Kept, keptIn, writeKept } from './kept.ts';

const tellEvery = 250;
const mostDone = 50;

export type DownloadList = {
  all(): readonly Entry[];
  find(id: string): Entry | undefined;
  /** Of those that are done only the last few stay. */
  add(given: Parameters<typeof newEntry>[0]): Entry;
  remove(id: string): void;
  /** Something is to be written down and told. */
  changed(): void;
  /** Bytes came: told now and then, and not written down. */
  progressed(): void;
  /** The account ends here: nothing is written down any more, and nothing shall begin. */
  close(): void;
  isClosed(): boolean;
};

type ListParts = {
  readonly cache: Pick<CacheStore, 'setMeta'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly tell: (topic: 'downloads') => void;
};

/** Empty at first; what a run before left is added by who has looked at the files. */
export function createDownloadList({ cache, clock, log, tell }: ListParts): DownloadList {
  const entries = new Map<string, Entry>();
  let closed = false;
  let telling = false;
  const all = () => [...entries.values()];

  return {
    all,
    find: (id) => entries.get(id),
    add(given) {
      const entry = newEntry(given);
      entries.set(entry.id, entry);
      const done = all().filter(({ state }) => state === 'done');
      for (const { id } of done.slice(0, -mostDone)) entries.delete(id);
      return entry;
    },
    remove(id) {
      entries.delete(id);
    },
    changed() {
      if (!closed)
        bestEffort(log, 'downloads', () => cache.setMeta(keptIn, writeKept(all().flatMap(unfinished))));
      tell('downloads');
    },
    progressed() {
      if (telling) return;
      telling = true;
      clock.after(tellEvery, () => {
        telling = false;
        tell('downloads');
      });
    },
    close() {
      closed = true;
    },
    isClosed: () => closed,
  };
}

const unfinished = ({ id, source, target, path, total, validator }: Entry): Kept[] =>
  source === null || path === null ? [] : [{ id, ...source, target, path, total, validator }];
