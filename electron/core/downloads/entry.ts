// One download as the program knows it, and as the page is told of it.
import { type Failure, failure, type Result } from '../../contract/codes.ts';
import type { Download } from '../../contract/download.ts';
import { FileError, type Files } from '../files-port.ts';

export type Source = {
  readonly ticketId: string;
  readonly messageId: string;
  readonly attachmentId: string;
};

export type Entry = {
  readonly id: string;
  readonly ticketId: string;
  readonly source: Source | null;
  /** what the file shall be called, then what it is called */
  target: string;
  /** where its bytes lie until it is whole; null: it is */
  path: string | null;
  state: Download['state'];
  received: number;
  total: number | null;
  validator: string | null;
  reason: Failure | null;
  cancelled: boolean;
  breakOff: () => void;
  /** settles when nothing touches its file any more */
  active: Promise<void> | null;
};

/** One that is not under way. */
export const newEntry = (
  entry: Pick<Entry, 'id' | 'ticketId' | 'source' | 'target' | 'path'> & Partial<Entry>,
): Entry => ({
  state: 'broken',
  received: 0,
  total: null,
  validator: null,
  reason: null,
  cancelled: false,
  breakOff: () => {},
  active: null,
  ...entry,
});

/** As the page sees it. */
export function toDownload(entry: Entry, files: Files): Download {
  const { id, ticketId, source, state, received, total, reason, target } = entry;
  const place = files.shown(target);
  return {
    id,
    ticketId,
    messageId: source?.messageId ?? null,
    attachmentId: source?.attachmentId ?? null,
    filename: place.split(/[/\\]/).at(-1) ?? place,
    state,
    received,
    total,
    place,
    reason,
  };
}

/** What the file system refuses is an answer. */
export async function fileWork<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof FileError) return failure(cause.code);
    throw cause;
  }
}
