// The downloads of one account: what is under way, what broke off, what is done. An unfinished file lies beside its
// target and outlives the program; signing out removes it. Opens nothing.
import { type Failure, failure } from '../../contract/codes.ts';
import type { Download } from '../../contract/download.ts';
import type { Files } from '../files-port.ts';
import type { Places } from '../places.ts';
import type { CacheStore, Clock, Log } from '../ports.ts';
import type { Remote } from '../remote.ts';
import { attachmentOf } from './attachment.ts';
import { type Choices, createChoices } from './choices.ts';
import { toDownload } from './entry.ts';
import { keptIn, readKept } from './kept.ts';
import { createDownloadList } from './list.ts';
import { fetchPicture } from './picture.ts';
import { createPictures, type Pictures } from './pictures.ts';
import { createQueue } from './queue.ts';
import { createSaving, type Saving } from './saving.ts';

export type Downloads = Saving &
  Choices & {
    picture: Pictures;
    /** newest first */
    list(): Download[];
    /** finds what a run before left unfinished */
    start(): Promise<void>;
    /** breaks off what is under way; its unfinished file stays for the next run */
    stop(): Promise<void>;
    /** the account is signed out: removes every unfinished file */
    forget(): Promise<void>;
  };

export type DownloadParts = {
  readonly places: Pick<Places, 'files' | 'pictures'>;
  readonly files: Files;
  readonly remote: Pick<Remote, 'download'>;
  readonly cache: Pick<CacheStore, 'message' | 'meta' | 'setMeta'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  readonly tell: (topic: 'downloads') => void;
  readonly onRefused: (reason: Failure) => void;
};

/** Knows nothing of a run before until `start`. */
export function createDownloads(parts: DownloadParts): Downloads {
  const { files, remote, cache, log } = parts;
  const list = createDownloadList(parts);
  const queue = createQueue({ ...parts, list });

  return {
    ...createSaving({ ...parts, list, queue }),
    ...createChoices(list, queue, files),

    picture: createPictures(async (source) => {
      const attachment = attachmentOf(cache, source);
      if (!attachment) return failure('not_found');
      const answer = await parts.places.pictures(() => fetchPicture(remote, attachment.downloadUrl));
      if (!answer.ok) parts.onRefused(answer);
      return answer;
    }),

    list: () =>
      list
        .all()
        .map((entry) => toDownload(entry, files))
        .reverse(),

    async start() {
      for (const { id, target, path, total, validator, ...source } of readKept(cache.meta(keptIn))) {
        const received = await files.partLength({ target, path }).catch(() => null);
        if (received === null || list.isClosed()) continue;
        list.add({ id, ticketId: source.ticketId, source, target, path, total, validator, received });
      }
      if (!list.isClosed()) list.changed();
    },
    async stop() {
      list.close();
      const active = list.all().filter((entry) => entry.active);
      for (const entry of active) entry.breakOff();
      await Promise.all(active.map((entry) => entry.active));
    },
    async forget() {
      list.close();
      const open = list.all().filter(({ state }) => state !== 'done');
      await Promise.all(
        open.map((entry) => queue.drop(entry).catch((cause) => log.error('download', cause))),
      );
    },
  };
}
