// The bytes of an attachment, from a given place on. A server may answer a range request with the whole file, so
// every piece comes with its place in the file.
import { failure } from '../../contract/codes.ts';
import type { Http } from '../ports.ts';
import type { Send } from './exchange.ts';
import { isOwnPath } from './paths.ts';
import { type ApiResult, notAsked } from './result.ts';

const slowestMs = 10 * 60_000;
const largestFile = 512 * 1024 * 1024;

/** `at` is the place in the file of the first byte of `bytes`; 0 after an `at` above 0 means: start over. */
export type Piece = (bytes: Uint8Array, at: number) => void | Promise<void>;
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
) => Promise<ApiResult<Downloaded>>;

export const createDownload =
  (http: Http, send: Send): Download =>
  async (downloadUrl, start, piece) => {
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
      },
      headers: { accept: '*/*', ...(start > 0 ? { range: `bytes=${start}-` } : {}) },
      via: (request) =>
        http.download(request, (bytes, head) => {
          const at = partOf(head.status, head.headers).start + length;
          length += bytes.byteLength;
          return piece(bytes, at);
        }),
    });
    if (!sent.ok) return sent.failed;
    const { status, headers } = sent.answer;
    const { serverDate, rate } = sent.told;
    return { ok: true, value: { ...partOf(status, headers), length }, serverDate, rate };
  };

function partOf(status: number, headers: Readonly<Record<string, string>>) {
  const range = /^bytes (\d{1,15})-\d+\/(\d{1,15}|\*)$/.exec(headers['content-range'] ?? '');
  if (status === 206 && range) return { start: Number(range[1]), total: knownSize(range[2]) };
  return { start: 0, total: knownSize(headers['content-length']) };
}

const knownSize = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
