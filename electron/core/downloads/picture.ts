// A picture to be shown inside the page: read whole, up to a limit, and only if its first bytes are those of a picture.
import { type Failure, failure, type Result, success } from '../../contract/codes.ts';
import { largestPicture, type PictureType, pictureAtOnce } from '../../contract/download.ts';
import type { Remote } from '../remote.ts';
import { createBase64 } from './base64.ts';

const headLength = 12;
const fromTheStart = { start: 0, validator: null };

export type WholePicture = {
  readonly mimeType: PictureType;
  /** base64, to be put together */
  readonly pieces: readonly string[];
};

/** Codes beside those of any request: refused (no picture), too_large. */
export async function fetchPicture(
  remote: Pick<Remote, 'download'>,
  downloadUrl: string,
): Promise<Result<WholePicture>> {
  const text = createBase64(pictureAtOnce);
  const head: number[] = [];
  let length = 0;
  let mimeType: PictureType | null = null;
  try {
    const answer = await remote.download(downloadUrl, fromTheStart, (bytes, at, { total }) => {
      if (at !== length) throw new NoPicture(failure('bad_answer'));
      if (Math.max(at + bytes.byteLength, total ?? 0) > largestPicture) {
        throw new NoPicture(failure('too_large'));
      }
      length += bytes.byteLength;
      if (head.length < headLength) head.push(...bytes.subarray(0, headLength - head.length));
      mimeType ??= typeOf(head);
      if (mimeType === null && head.length === headLength) throw new NoPicture(failure('refused'));
      text.add(bytes);
    });
    if (!answer.ok) return answer;
    return mimeType === null ? failure('refused') : success({ mimeType, pieces: text.end() });
  } catch (cause) {
    if (cause instanceof NoPicture) return cause.failure;
    throw cause;
  }
}

/** Ends a download from inside. */
class NoPicture extends Error {
  readonly failure: Failure;
  constructor(why: Failure) {
    super(why.code);
    this.failure = why;
  }
}

/** By the signature at the start of the file; whatever else it is called is not believed. */
function typeOf(head: readonly number[]): PictureType | null {
  const begins = (signs: readonly number[], at = 0) =>
    signs.every((sign, index) => head[at + index] === sign);
  if (begins([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (begins([0xff, 0xd8, 0xff])) return 'image/jpeg';
  // GIF87a and GIF89a
  if (begins([0x47, 0x49, 0x46, 0x38]) && (head[4] === 0x37 || head[4] === 0x39) && head[5] === 0x61) {
    return 'image/gif';
  }
  // RIFF, four bytes of length, WEBP
  if (begins([0x52, 0x49, 0x46, 0x46]) && begins([0x57, 0x45, 0x42, 0x50], 8)) return 'image/webp';
  return null;
}
