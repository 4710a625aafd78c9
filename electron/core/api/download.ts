// The bytes of an attachment, from a given place on. A server may answer a range request with the whole file, so
// every piece comes with its place in the file.
import { failure } from '../../contract/codes.ts';
import type { Http, HttpRequest } from '../ports.ts';
import type { Send } from './exchange.ts';
import { isOwnPath } from './paths.ts';
import { type ApiResult, notAsked } from './result.ts';
import { parseHttpDate } from './time.ts';

type Headers = Readonly<Record<string, string>>;

const slowestMs = 10 * 60_000;
const largestFile = 512 * 1024 * 1024;

/** What the server told of the whole file. */
export type FileFacts = {
  readonly total: number | null;
  /** names these very bytes, as `If-Range` takes it (RFC 9110 §13.1.5) */
  readonly validator: string | null;
};
/**
 * `at` is the place in the file of the first byte of `bytes`; 0 after an `at` above 0 means: start over. What it throws
 * comes out of the download.
 */
export type Piece = (bytes: Uint8Array, at: number, file: FileFacts) => void | Promise<void>;
/** First byte wanted, and of which file the bytes before it are, where that is known. */
export type From = { readonly start: number; readonly validator: string | null };
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
  from: From,
  piece: Piece,
  /** told how to break it off */
  onStart?: HttpRequest['onStart'],
) => Promise<ApiResult<Downloaded>>;

export const createDownload =
  (http: Http, send: Send): Download =>
  async (downloadUrl, from, piece, onStart) => {
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
      headers: { accept: '*/*', ...rangeOf(from) },
      via: (request) =>
        http.download(request, (bytes, head) => {
          const part = partOf(head.status, head.headers);
          if (part === null) return;
          const at = part.start + length;
          length += bytes.byteLength;
          return piece(bytes, at, { total: part.total, validator: validatorOf(head.headers) });
        }),
    });
    if (!sent.ok) return sent.failed;
    const { status, headers } = sent.answer;
    const part = partOf(status, headers);
    if (part === null) return { ...notAsked(failure('bad_answer', { status })), applied: 'maybe' };
    const { serverDate, rate } = sent.told;
    return { ok: true, value: { ...part, length }, serverDate, rate };
  };

function rangeOf({ start, validator }: From): Record<string, string> {
  if (start === 0) return {};
  return { range: `bytes=${start}-`, ...(validator === null ? {} : { 'if-range': validator }) };
}

/** Null: neither the whole file nor a part of which one knows where it belongs. */
function partOf(status: number, headers: Headers) {
  if (status === 200) return { start: 0, total: knownSize(headers['content-length']) };
  if (status !== 206) return null;
  const range = /^bytes (\d{1,15})-\d+\/(\d{1,15}|\*)$/.exec(headers['content-range'] ?? '');
  return range && { start: Number(range[1]), total: knownSize(range[2]) };
}

/** A weak tag may name other bytes, too; beside one, the date says no more. */
function validatorOf({ etag, 'last-modified': modified }: Headers): string | null {
  if (etag !== undefined) return /^"[\x21\x23-\x7e]{0,200}"$/.test(etag) ? etag : null;
  return modified !== undefined && parseHttpDate(modified) !== null ? modified.trim() : null;
}

const knownSize = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
