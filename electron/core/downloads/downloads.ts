// The downloads of one account: what is under way, what broke off, what is done. An unfinished file lies beside its
// target and outlives the program; signing out removes it. Opens nothing.
import { type Failure, failure, type Result, success } from '../../contract/codes.ts';
import type { Download, Picture } from '../../contract/download.ts';
import type { Attachment } from '../../contract/model.ts';
import { bestEffort } from '../best-effort.ts';
import { FileError, type Files, type Part } from '../files-port.ts';
import { createLane } from '../lane.ts';
import type { CacheStore, Clock, Log } from '../ports.ts';
import type { Remote } from '../remote.ts';
import { type Entry, fileWork, newEntry, type Source, toDownload } from './entry.ts';
import { keptIn, readKept, writeKept } from './kept.ts';
import { safeName } from './names.ts';
import { fetchPicture } from './picture.ts';
import { fetchMissing } from './transfer.ts';

/** Of the four places of an account: looks and replies always find one free. */
const filesAtOnce = 2;
const picturesAtOnce = 1;
const tellEvery = 250;
const mostDone = 50;

/** Null: the user did not want it anywhere. */
export type Started = Result<{ id: string | null }>;

export type Downloads = {
  /** @param nameless what a file without a name is called */
  save(source: Source, nameless: string): Promise<Started>;
  /** Saves what is made here; it is made once the user has said where. */
  saveMade(
    ticketId: string,
    name: string,
    make: () => Promise<Result<Uint8Array | string>>,
  ): Promise<Started>;
  picture(source: Source): Promise<Result<Picture>>;
  list(): Download[];
  cancel(id: string): Promise<Result<null>>;
  resume(id: string): Result<null>;
  show(id: string): Result<null>;
  dismiss(id: string): Result<null>;
  /** finds what a run before left unfinished */
  start(): Promise<void>;
  /** breaks off what is under way; its unfinished file stays for the next run */
  stop(): Promise<void>;
  /** the account is signed out: removes every unfinished file */
  forget(): Promise<void>;
};

export type DownloadParts = {
  readonly files: Files;
  readonly remote: Pick<Remote, 'download'>;
  readonly cache: Pick<CacheStore, 'message' | 'meta' | 'setMeta'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  readonly tell: (topic: 'downloads') => void;
  readonly onRefused: (reason: Failure) => void;
};

export function createDownloads(parts: DownloadParts): Downloads {
  const { files, remote, cache, clock, log } = parts;
  const fileLane = createLane(filesAtOnce);
  const pictureLane = createLane(picturesAtOnce);
  const entries = new Map<string, Entry>();
  let ended = false;
  let telling = false;

  function changed(): void {
    if (!ended) bestEffort(log, 'downloads', () => cache.setMeta(keptIn, writeKept(unfinished())));
    parts.tell('downloads');
  }
  function progressed(): void {
    if (telling) return;
    telling = true;
    clock.after(tellEvery, () => {
      telling = false;
      parts.tell('downloads');
    });
  }
  const unfinished = () =>
    [...entries.values()].flatMap(({ id, source, target, path, total }) =>
      source === null || path === null ? [] : [{ id, ...source, target, path, total }],
    );

  function attachmentOf({ ticketId, messageId, attachmentId }: Source): Attachment | null {
    const message = cache.message(messageId);
    if (message?.ticketId !== ticketId) return null;
    return message.attachments.find(({ id }) => id === attachmentId) ?? null;
  }

  function add(given: Parameters<typeof newEntry>[0]): Entry {
    const entry = newEntry(given);
    entries.set(entry.id, entry);
    const done = [...entries.values()].filter(({ state }) => state === 'done');
    for (const { id } of done.slice(0, -mostDone)) entries.delete(id);
    return entry;
  }

  function run(entry: Entry): void {
    Object.assign(entry, { state: 'running', reason: null });
    changed();
    void fileLane(async () => {
      if (entry.cancelled || ended) return;
      entry.active = transfer(entry);
      await entry.active;
    });
  }

  async function transfer(entry: Entry): Promise<void> {
    let outcome: Failure | null;
    try {
      outcome = await fetchFile(entry);
    } catch (cause) {
      if (!(cause instanceof FileError)) log.error('download', cause);
      outcome = failure(cause instanceof FileError ? cause.code : 'internal');
    }
    entry.active = null;
    if (entry.cancelled) return;
    if (outcome?.code === 'not_found' && entry.received === 0) await dropEmpty(entry);
    if (outcome === null) entry.state = 'done';
    else if (entry.state === 'running') Object.assign(entry, { state: 'broken', reason: outcome });
    changed();
    if (outcome) parts.onRefused(outcome);
  }

  /** Nothing came and nothing will: an empty file beside the target would only puzzle. */
  async function dropEmpty(entry: Entry): Promise<void> {
    const { path } = entry;
    entry.path = null;
    if (path !== null) await files.removePart(path).catch((cause) => log.error('download', cause));
  }

  async function fetchFile(entry: Entry): Promise<Failure | null> {
    const attachment = entry.source && attachmentOf(entry.source);
    if (!attachment) return failure('not_found');
    const part = await openPart(entry);
    try {
      const failed = await fetchMissing({
        remote,
        downloadUrl: attachment.downloadUrl,
        part,
        progress: entry,
        onProgress: progressed,
        onTotal: changed,
        onStart(breakOff) {
          entry.breakOff = breakOff;
          if (entry.cancelled || ended) breakOff();
        },
      });
      if (failed || entry.cancelled) return failed ?? failure('connection_lost');
      Object.assign(entry, { target: await part.finish(), path: null });
      return null;
    } finally {
      await part.close();
    }
  }

  /** The unfinished file, or a new one where it is gone. */
  async function openPart(entry: Entry): Promise<Part> {
    const { target, path } = entry;
    if (path !== null) {
      const found = await files.reopen({ target, path });
      if (found !== null) return found;
      // its target is free for the new one
      await files.removePart(path);
    }
    const part = await files.create(target);
    Object.assign(entry, { target: part.target, path: part.path });
    changed();
    return part;
  }

  /** Ends it at once, and then removes what came. */
  async function drop(entry: Entry): Promise<void> {
    entry.cancelled = true;
    entries.delete(entry.id);
    entry.breakOff();
    changed();
    await entry.active;
    if (entry.path !== null) await files.removePart(entry.path);
  }

  return {
    save: (source, nameless) =>
      fileWork<{ id: string | null }>(async () => {
        const attachment = attachmentOf(source);
        if (!attachment) return failure('not_found');
        const target = await files.askWhere(safeName(attachment.filename, attachment.extension, nameless));
        if (target === null || ended) return success({ id: null });
        const part = await files.create(target);
        await part.close();
        const { ticketId } = source;
        const entry = add({ id: parts.newId(), ticketId, source, target: part.target, path: part.path });
        run(entry);
        return success({ id: entry.id });
      }),

    saveMade: (ticketId, name, make) =>
      fileWork<{ id: string | null }>(async () => {
        const target = await files.askWhere(safeName(name, null, name));
        if (target === null || ended) return success({ id: null });
        const made = await make();
        if (!made.ok) return made;
        if (ended) return success({ id: null });
        const part = await files.create(target);
        try {
          const received = await part.write(made.value, 0);
          const saved = { target: await part.finish(), path: null };
          const id = parts.newId();
          add({ id, ticketId, source: null, ...saved, state: 'done', received, total: received });
          changed();
          return success({ id });
        } catch (cause) {
          await part.close();
          await files.removePart(part.path);
          throw cause;
        }
      }),

    async picture(source) {
      const attachment = attachmentOf(source);
      if (!attachment) return failure('not_found');
      const answer = await pictureLane(() => fetchPicture(remote, attachment.downloadUrl));
      if (!answer.ok) parts.onRefused(answer);
      return answer;
    },

    list: () => [...entries.values()].reverse().map((entry) => toDownload(entry, files)),

    cancel: (id) =>
      fileWork<null>(async () => {
        const entry = entries.get(id);
        if (!entry) return failure('not_found');
        if (entry.state === 'done') return failure('conflict');
        await drop(entry);
        return success(null);
      }),
    resume(id) {
      const entry = entries.get(id);
      if (!entry) return failure('not_found');
      if (entry.state === 'broken') run(entry);
      return success(null);
    },
    show(id) {
      const entry = entries.get(id);
      if (entry?.state !== 'done') return failure('not_found');
      return files.reveal(entry.target) ? success(null) : failure('refused');
    },
    dismiss(id) {
      const entry = entries.get(id);
      if (!entry) return failure('not_found');
      if (entry.state !== 'done') return failure('conflict');
      entries.delete(id);
      changed();
      return success(null);
    },

    async start() {
      for (const { id, target, path, total, ...source } of readKept(cache.meta(keptIn))) {
        const received = await files.partLength({ target, path }).catch(() => null);
        if (received === null || ended) continue;
        add({ id, ticketId: source.ticketId, source, target, path, total, received });
      }
      if (!ended) changed();
    },
    async stop() {
      ended = true;
      const active = [...entries.values()].filter((entry) => entry.active);
      for (const entry of active) entry.breakOff();
      await Promise.all(active.map((entry) => entry.active));
    },
    async forget() {
      ended = true;
      const open = [...entries.values()].filter(({ state }) => state !== 'done');
      await Promise.all(open.map((entry) => drop(entry).catch((cause) => log.error('download', cause))));
    },
  };
}
