// Fetches what is missing of one file into its unfinished file. Goes on where that ends, and starts over where HostUp
// has another file by now or sends all of it.
import { type Failure, failure } from '../../contract/codes.ts';
import type { Part } from '../files-port.ts';
import type { Remote } from '../remote.ts';

export type Progress = {
  /** bytes that lie in the file, from its start */
  received: number;
  /** size of the whole file, as far as it is known */
  total: number | null;
};

export type Transfer = {
  readonly remote: Pick<Remote, 'download'>;
  readonly downloadUrl: string;
  readonly part: Part;
  /** brought up to date as bytes come */
  readonly progress: Progress;
  readonly onProgress: () => void;
  /** told when the size becomes known or another one, before the bytes lie there: a kill must not part the two */
  readonly onTotal: () => void;
  /** told how to break it off at any moment */
  readonly onStart: (breakOff: () => void) => void;
};

/** Answers why it is not whole, or null. What the file system refuses is thrown. */
export async function fetchMissing(transfer: Transfer): Promise<Failure | null> {
  const { part, progress } = transfer;
  progress.received = part.length;
  if (progress.received > 0 && progress.received === progress.total) return null;
  if (progress.received > 0 && progress.total === null) {
    // without its size nobody can tell whether the rest belongs to it
    await part.empty();
    progress.received = 0;
  }
  const outcome = await fetchOnce(transfer);
  if (outcome !== 'start-over') return outcome;
  await part.empty();
  Object.assign(progress, { received: 0, total: null });
  const again = await fetchOnce(transfer);
  return again === 'start-over' ? failure('bad_answer') : again;
}

async function fetchOnce(transfer: Transfer): Promise<Failure | null | 'start-over'> {
  const { remote, downloadUrl, part, progress, onProgress, onTotal, onStart } = transfer;
  const start = progress.received;
  let known = start > 0 ? progress.total : null;
  const piece = async (bytes: Uint8Array, at: number, total: number | null) => {
    if (at === 0 && progress.received > 0) {
      // the whole file, although a part of it was asked for
      await part.empty();
      progress.received = 0;
      known = null;
    } else if (at !== progress.received || (known !== null && total !== null && total !== known)) {
      throw new AnotherFile();
    }
    const size = total ?? known;
    if (size !== progress.total) {
      progress.total = size;
      onTotal();
    }
    await part.write(bytes, at);
    progress.received = at + bytes.byteLength;
    onProgress();
  };
  try {
    const answer = await remote.download(downloadUrl, start, piece, onStart);
    if (!answer.ok) return start > 0 && answer.status === 416 ? 'start-over' : answer;
    progress.total ??= answer.value.total;
    return progress.total === null || progress.received === progress.total
      ? null
      : failure('connection_lost');
  } catch (cause) {
    if (cause instanceof AnotherFile) return 'start-over';
    throw cause;
  }
}

/** What comes does not go with what is there. */
class AnotherFile extends Error {}
