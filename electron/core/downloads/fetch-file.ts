// Brings one download from where it broke off, or from its start, to a whole file under its target.
import { type Failure, failure } from '../../contract/codes.ts';
import type { Files, Part } from '../files-port.ts';
import type { CacheStore } from '../ports.ts';
import type { Remote } from '../remote.ts';
import { attachmentOf } from './attachment.ts';
import type { Entry } from './entry.ts';
import type { DownloadList } from './list.ts';
import { fetchMissing } from './transfer.ts';

type FetchParts = {
  readonly list: DownloadList;
  readonly files: Files;
  readonly remote: Pick<Remote, 'download'>;
  readonly cache: Pick<CacheStore, 'message'>;
};

/** Answers why it is not whole, or null. What the file system refuses is thrown. */
export async function fetchFile(entry: Entry, parts: FetchParts): Promise<Failure | null> {
  const { list, remote, cache } = parts;
  const attachment = entry.source && attachmentOf(cache, entry.source);
  if (!attachment) return failure('not_found');
  const part = await openPart(entry, parts);
  try {
    const failed = await fetchMissing({
      remote,
      downloadUrl: attachment.downloadUrl,
      part,
      progress: entry,
      onProgress: list.progressed,
      onFile: list.changed,
      onStart(breakOff) {
        entry.breakOff = breakOff;
        if (entry.cancelled || list.isClosed()) breakOff();
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
async function openPart(entry: Entry, { list, files }: FetchParts): Promise<Part> {
  const { target, path } = entry;
  if (path !== null) {
    const found = await files.reopen({ target, path });
    if (found !== null) return found;
    // its target is free for the new one
    await files.removePart(path);
  }
  const part = await files.create(target);
  Object.assign(entry, { target: part.target, path: part.path });
  list.changed();
  return part;
}
