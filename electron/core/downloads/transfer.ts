// Fetches what is missing of one file into its unfinished file. Goes on where that ends, and starts over where HostUp
// has another file by now or sends all of it.
import { type Failure, failure } from '../../contract/codes.ts';
import type { FileFacts } from '../api/download.ts';
import type { Part } from '../files-port.ts';
import type { Remote } from '../remote.ts';

export type Progress = {
  /** bytes that lie in the file, from its start */
  received: number;
  /** size of the whole file, as far as it is known */
  total: number | null;
  /** of which file they are, where HostUp names it */
  validator: string | null;
};

export type Transfer = {
  readonly remote: Pick<Remote, 'download'>;
  readonly downloadUrl: string;
  readonly part: Part;
  /** brought up to date as bytes come */
  readonly progress: Progress;
  readonly onProgress: () => void;
  /** told when size or validator become known or others, before the bytes lie there: a kill must not part them */
  readonly onFile: () => void;
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
  Object.assign(progress, { received: 0, total: null, validator: null });
  const again = await fetchOnce(transfer);
  return again === 'start-over' ? failure('bad_answer') : again;
}

async function fetchOnce(transfer: Transfer): Promise<Failure | null | 'start-over'> {
  const { remote, downloadUrl, part, progress, onProgress, onFile, onStart } = transfer;
  const start = progress.received;
  let known: FileFacts = start > 0 ? { ...progress } : nothingKnown;
  const piece = async (bytes: Uint8Array, at: number, told: FileFacts) => {
    if (at === 0 && progress.received > 0) {
      // the whole file, although a part of it was asked for
      await part.empty();
      progress.received = 0;
      known = nothingKnown;
    } else if (at !== progress.received || differs(known, told)) {
      throw new AnotherFile();
    }
    const total = told.total ?? known.total;
    const validator = told.validator ?? known.validator;
    if (total !== progress.total || validator !== progress.validator) {
      Object.assign(progress, { total, validator });
      onFile();
    }
    await part.write(bytes, at);
    progress.received = at + bytes.byteLength;
    onProgress();
  };
  try {
    const answer = await remote.download(downloadUrl, { start, validator: known.validator }, piece, onStart);
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

const nothingKnown: FileFacts = { total: null, validator: null };

/** What is told of it is told of another file. What is not told says nothing. */
const differs = (known: FileFacts, told: FileFacts): boolean =>
  (known.total !== null && told.total !== null && told.total !== known.total) ||
  (known.validator !== null && told.validator !== null && told.validator !== known.validator);

/** What comes does not go with what is there. */
class AnotherFile extends Error {}
