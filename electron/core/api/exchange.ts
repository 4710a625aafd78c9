// One exchange with the API: key and headers, the caller's gate, and the answer told apart. Every call of the client
// goes through `send`; it knows nothing of tickets.
import { failure } from '../../contract/codes.ts';
import type { Http, HttpAnswer, HttpFailure, HttpRequest } from '../ports.ts';
import type { Secret } from '../secret.ts';
import { type Held, type Sent, sentFrom } from './answers.ts';
import { toldBy } from './headers.ts';
import { notAsked, type Told, toldNothing } from './result.ts';

/** What an exchange is for, so that a gate can put one before the other. */
export type Kind = 'poll' | 'detail' | 'reply' | 'download' | 'other';

export type Through = (
  kind: Kind,
  work: () => Promise<HttpAnswer | HttpFailure | Held>,
) => Promise<HttpAnswer | HttpFailure | Held>;

/** Told after every exchange, before the gate gets its turn back. */
export type Answered = Told & {
  readonly kind: Kind;
  /** null: no answer came, `failure` says why */
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly failure: HttpFailure | null;
};

export type ExchangeOptions = {
  readonly http: Http;
  /** asked at the moment of sending; null: signed out */
  readonly key: () => Secret | null;
  /** epoch ms */
  readonly now: () => number;
  readonly through?: Through;
  readonly onAnswer?: (answered: Answered) => void;
};

/** Which header carries the key: v2 takes a bearer token, the older call `X-API-Key`. */
export type KeyIn = 'authorization' | 'x-api-key';
export type Asked = {
  readonly kind: Kind;
  readonly request: Omit<HttpRequest, 'headers'>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly keyIn?: KeyIn;
  /** how the request is made; default `http.request` */
  readonly via?: (request: HttpRequest) => Promise<HttpAnswer | HttpFailure>;
};

export type Send = (asked: Asked) => Promise<Sent>;

/** Sends with the key that is in use when the gate lets it through; without one nothing is sent. */
export function createSend(options: ExchangeOptions): Send {
  const { http, key, now } = options;
  const through: Through = options.through ?? ((_kind, work) => work());

  return async (asked) => {
    if (key() === null) return { ok: false, failed: notAsked(failure('no_key')) };
    const answer = await through(asked.kind, async () => {
      const secret = key();
      if (secret === null) return held('no_key');
      // No header can carry such a key, so no server can have issued it.
      if (!/^[\x21-\x7e]+$/.test(secret.reveal())) return held('unauthorized');
      const request = { ...asked.request, headers: { ...headersFor(asked, secret), ...asked.headers } };
      const got = await (asked.via ?? http.request)(request);
      options.onAnswer?.(answered(asked.kind, got, now()));
      return got;
    });
    return sentFrom(answer, now());
  };
}

const held = (code: 'no_key' | 'unauthorized'): Held => ({ ok: false, reached: 'no', held: failure(code) });

function headersFor(asked: Asked, secret: Secret): Record<string, string> {
  const key = secret.reveal();
  return {
    accept: 'application/json',
    ...(asked.keyIn === 'x-api-key' ? { 'x-api-key': key } : { authorization: `Bearer ${key}` }),
    ...(asked.request.body !== null ? { 'content-type': 'application/json' } : {}),
  };
}

function answered(kind: Kind, got: HttpAnswer | HttpFailure, now: number): Answered {
  if (!got.ok) return { kind, status: null, headers: {}, failure: got, ...toldNothing };
  return { kind, status: got.status, headers: got.headers, failure: null, ...toldBy(got.headers, now) };
}
