// The Http port over undici: one base address, no redirects, no retries, a hard limit in time and in size.
import { type Dispatcher, request as exchange } from 'undici';
import type { Http, HttpAnswer, HttpFailure, HttpRequest, Log } from '../core/ports.ts';
import { nearestCodeOf } from './error-code.ts';
import { isPath, readPieces, readText } from './http-body.ts';
import { failureFrom } from './http-failure.ts';
import { createRoutes, type RouteOptions } from './http-routes.ts';
import { watchStart } from './http-start.ts';

export type HttpOptions = RouteOptions & { readonly log: Log };
type Response = Dispatcher.ResponseData;
type Outcome = HttpAnswer | HttpFailure;

/**
 * `baseUrl` from parseBaseUrl. Closing breaks off reads and lets nothing new start; a request on a connection of its
 * own runs to its end.
 */
export function createHttp(options: HttpOptions): Http {
  const { baseUrl, log } = options;
  const routes = createRoutes(options);
  let closed = false;

  async function run(request: HttpRequest, read: (response: Response) => Promise<Outcome>): Promise<Outcome> {
    const url = addressOf(baseUrl, request.path);
    if (url === null) return { ok: false, reached: 'no', code: 'bad_answer' };
    if (closed) return { ok: false, reached: 'no', code: 'offline' };
    const patience = AbortSignal.timeout(request.timeoutMs);
    const broken = new AbortController();
    const signal = AbortSignal.any([patience, broken.signal]);
    request.onStart?.(() => broken.abort());
    let started = false;
    let own: Dispatcher | null = null;
    let refusal: HttpAnswer | null = null;
    try {
      const dispatcher = await within(signal, routes.dispatcher(request.fresh));
      if (request.fresh) own = dispatcher;
      const answer = exchange(url, {
        dispatcher: dispatcher.compose(watchStart(() => (started = true))),
        method: request.method,
        // Coded bodies would need a second limit, for what they unfold to.
        headers: { ...request.headers, 'accept-encoding': 'identity' },
        body: request.body,
        signal,
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      const response = await within(signal, answer);
      refusal = refusalOf(response);
      const outcome = await read(response);
      return outcome.ok ? outcome : (refusal ?? outcome);
    } catch (error) {
      if (error instanceof PieceRefused) throw error.cause;
      const failed = failureFrom(error, { started, timedOut: patience.aborted });
      log.warn('http.failed', {
        method: request.method,
        code: failed.code,
        reached: failed.reached,
        cause: nearestCodeOf(error),
      });
      return broken.signal.aborted ? failed : (refusal ?? failed);
    } finally {
      own?.destroy().catch((error: unknown) => log.error('http.close', error));
    }
  }

  return {
    request: (request) => run(request, (response) => readAnswer(response, request.maxBytes)),
    download: (request, piece) =>
      run(request, async (response) => {
        const { statusCode: status } = response;
        if (status !== 200 && status !== 206) return readAnswer(response, request.maxBytes);
        const head = { status, headers: flatten(response.headers) };
        if (isCoded(head.headers)) return unreadable(response);
        const isWhole = await readPieces(response.body, request.maxBytes, async (bytes) => {
          try {
            await piece(bytes, head);
          } catch (error) {
            throw new PieceRefused(error);
          }
        });
        return isWhole ? { ok: true, ...head, text: '' } : tooLarge;
      }),
    close: () => {
      closed = true;
      return routes.close();
    },
  };
}

/** The resolved address; null for a path that would lead to another host. */
function addressOf(baseUrl: URL, path: string): URL | null {
  const url = isPath(path) && URL.canParse(path, baseUrl.href) ? new URL(path, baseUrl.href) : null;
  return url?.origin === baseUrl.origin ? url : null;
}

/** The fault of who takes the pieces: not one of the network, so it is handed back as it came. */
class PieceRefused extends Error {
  constructor(cause: unknown) {
    super('piece refused', { cause });
  }
}

/** What is no success says all by its status and headers, so it counts also where its body cannot be read. */
function refusalOf({ statusCode: status, headers }: Response): HttpAnswer | null {
  return status >= 200 && status <= 299 ? null : { ok: true, status, headers: flatten(headers), text: '' };
}

const tooLarge: HttpFailure = { ok: false, reached: 'maybe', code: 'too_large' };

async function readAnswer(response: Response, maxBytes: number): Promise<Outcome> {
  const headers = flatten(response.headers);
  if (isCoded(headers)) return unreadable(response);
  const text = await readText(response.body, maxBytes);
  return text === null ? tooLarge : { ok: true, status: response.statusCode, headers, text };
}

const isCoded = (headers: Readonly<Record<string, string>>): boolean =>
  !['', 'identity'].includes(headers['content-encoding']?.trim().toLowerCase() ?? '');

function unreadable(response: Response): HttpFailure {
  response.body.on('error', () => {}).destroy();
  return { ok: false, reached: 'maybe', code: 'bad_answer' };
}

/** undici's names are in lower case; repeated headers are joined as RFC 9110 §5.3 joins them. */
function flatten(headers: Response['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(', ')]],
    ),
  );
}

/**
 * Ends the wait with the limit. undici heeds a signal only once a connection stands (and then writes nothing any
 * more); looking up a system's proxy heeds none at all.
 */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
