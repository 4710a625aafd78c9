// The Http port over a function in this process: the demo speaks HTTP without a socket.
import type { Http, HttpAnswer, HttpFailure, HttpRequest } from '../core/ports.ts';
import { isPath, readPieces, readText } from './http-body.ts';

export type HandledRequest = {
  method: string;
  /** path and query */
  path: string;
  /** lower-case names */
  headers: Record<string, string>;
  body: Uint8Array | null;
};
type HandledResponse = { status: number; headers: Record<string, string>; body: Uint8Array };
export type Handle = (request: HandledRequest) => Promise<HandledResponse> | HandledResponse;

const largestPiece = 64 * 1024;

/** Names of headers come and go in lower case. */
export function httpOver(handle: Handle): Http {
  async function ask(request: HttpRequest): Promise<HandledResponse | HttpFailure> {
    if (!isPath(request.path)) return { ok: false, reached: 'no', code: 'bad_answer' };
    const { method, path, timeoutMs } = request;
    const headers = lowerCase(request.headers);
    const body = request.body === null ? null : Buffer.from(request.body, 'utf8');
    const answer = Promise.resolve(handle({ method, path, headers, body }));
    const brokenOff = new Promise<HttpFailure>((end) => request.onStart?.(() => end(lost)));
    return Promise.race([orTimeout(answer, timeoutMs), brokenOff]);
  }

  return {
    async request(request) {
      const response = await ask(request);
      return 'ok' in response ? response : answerOf(response, request.maxBytes);
    },
    async download(request, piece) {
      const response = await ask(request);
      if ('ok' in response) return response;
      if (response.status !== 200 && response.status !== 206) return answerOf(response, request.maxBytes);
      const head = { status: response.status, headers: lowerCase(response.headers) };
      const isWhole = await readPieces(piecesOf(response.body), request.maxBytes, (bytes) =>
        piece(bytes, head),
      );
      return isWhole ? { ok: true, ...head, text: '' } : tooLarge;
    },
    close: async () => {},
  };
}

const lost: HttpFailure = { ok: false, reached: 'maybe', code: 'connection_lost' };
const tooLarge: HttpFailure = { ok: false, reached: 'maybe', code: 'too_large' };

async function answerOf(response: HandledResponse, maxBytes: number): Promise<HttpAnswer | HttpFailure> {
  const { status } = response;
  const text = await readText(piecesOf(response.body), maxBytes);
  if (text === null && status >= 200 && status <= 299) return tooLarge;
  return { ok: true, status, headers: lowerCase(response.headers), text: text ?? '' };
}

async function* piecesOf(body: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < body.byteLength; at += largestPiece) yield body.subarray(at, at + largestPiece);
}

const lowerCase = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

function orTimeout(answer: Promise<HandledResponse>, ms: number): Promise<HandledResponse | HttpFailure> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve({ ok: false, reached: 'maybe', code: 'timeout' }), ms);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
