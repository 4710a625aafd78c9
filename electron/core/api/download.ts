// The bytes of an attachment, from a given place on. A server may answer a range request with the whole file, so
// every piece comes with its place in the file.
import { failure } from '../../contract/codes.ts';
import type { Http, HttpRequest } from '../ports.ts';
import type { Send } from './exchange.ts';
import { isOwnPath } from './paths.ts';
import { type ApiResult, notAsked } from './result.ts';

const slowestMs = 10 * 60_000;
const largestFile = 512 * 1024 * 1024;

/**
 * `at` is the place in the file of the first byte of `bytes`; 0 after an `at` above 0 means: start over. `total` is the
 * size of the whole file, where the server told it. What it throws comes out of the download.
 */
export type Piece = (bytes: Uint8Array, at: number, total: number | null) => void | Promise<void>;
export type Downloaded = {
  /** where the pieces began: 0, or the start that was asked for */
  readonly start: number;
  /** bytes handed on */
  readonly length: number;
  /** size of the whole file, where the server told it */
  readonly total: number | null;
};

export type Download = (
  /** an attachment's `downloadUrl`, as the API gave it */
  downloadUrl: string,
  /** first byte wanted */
  start: number,
  piece: Piece,
  /** told how to break it off */
  onStart?: HttpRequest['onStart'],
) => Promise<ApiResult<Downloaded>>;

export const createDownload =
  (http: Http, send: Send): Download =>
  async (downloadUrl, start, piece, onStart) => {
    if (!isOwnPath(downloadUrl)) return notAsked(failure('bad_answer'));
    let length = 0;
    const sent = await send({
      kind: 'download',
      request: {
        method: 'GET',
        path: downloadUrl,
        body: null,
        timeoutMs: slowestMs,
        maxBytes: largestFile,
        fresh: false,
        ...(onStart ? { onStart } : {}),
      },
      headers: { accept: '*/*', ...(start > 0 ? { range: `bytes=${start}-` } : {}) },
      via: (request) =>
        http.download(request, (bytes, head) => {
          const part = partOf(head.status, head.headers);
          if (part === null) return;
          const at = part.start + length;
          length += bytes.byteLength;
          return piece(bytes, at, part.total);
        }),
    });
    if (!sent.ok) return sent.failed;
    const { status, headers } = sent.answer;
    const part = partOf(status, headers);
    if (part === null) return { ...notAsked(failure('bad_answer', { status })), applied: 'maybe' };
    const { serverDate, rate } = sent.told;
    return { ok: true, value: { ...part, length }, serverDate, rate };
  };

/** Null: a part of which nobody knows where it belongs. */
function partOf(status: number, headers: Readonly<Record<string, string>>) {
  if (status !== 206) return { start: 0, total: knownSize(headers['content-length']) };
  const range = /^bytes (\d{1,15})-\d+\/(\d{1,15}|\*)$/.exec(headers['content-range'] ?? '');
  return range && { start: Number(range[1]), total: knownSize(range[2]) };
}

const knownSize = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
