// The one place that decides what a failed exchange means: from error codes and from what was seen of the exchange,
// never from message text. Wrongly calling a sent request "not sent" would send a reply twice, so doubt is 'maybe'.
import { errors } from 'undici';
import type { HttpFailure } from '../core/ports.ts';
import { nearestCodeOf } from './error-code.ts';

export type Seen = {
  /** the request began to be written to a connection */
  readonly started: boolean;
  /** our own hard limit ended it */
  readonly timedOut: boolean;
};

/** Turns what undici or Node threw into a failure of the Http port. */
export function failureFrom(error: unknown, { started, timedOut }: Seen): HttpFailure {
  if (timedOut) return started ? maybe('timeout') : notSent;
  if (!started && isBeforeSending(error)) return notSent;
  const code = nearestCodeOf(error);
  if (timeouts.has(code)) return maybe('timeout');
  return maybe(isUnreadable(error, code) ? 'bad_answer' : 'connection_lost');
}

const notSent: HttpFailure = { ok: false, reached: 'no', code: 'offline' };
const maybe = (code: HttpFailure['code']): HttpFailure => ({ ok: false, reached: 'maybe', code });

// Several addresses of one host, each tried: only if every attempt failed before sending did nothing leave.
function isBeforeSending(error: unknown): boolean {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isBeforeSending);
  const code = nearestCodeOf(error);
  return beforeSending.has(code) || tlsFailure.test(code) || nameFailure.test(code);
}

const beforeSending: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ENODATA',
  'ENETUNREACH',
  'ENETDOWN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'EADDRNOTAVAIL',
  'EACCES',
  'EPERM',
  'ETIMEDOUT',
  'EPROTO',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_PRX_TLS',
  // a proxy that answers CONNECT with anything but 200
  'UND_ERR_ABORTED',
  'UND_ERR_DESTROYED',
  'UND_ERR_CLOSED',
  'UND_ERR_INVALID_ARG',
  'ERR_INVALID_URL',
]);
const nameFailure = /^EAI_[A-Z]+$/;
/** Certificates (OpenSSL's X509_V_ERR names) and handshakes. ECONNRESET is not here: who reset, and when, is unknown. */
const tlsFailure =
  /^(ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|ERROR_IN_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_|HOSTNAME_MISMATCH$)/;

const timeouts: ReadonlySet<string> = new Set([
  'ETIMEDOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/** HTTP that cannot be parsed. undici's parser errors seldom carry a code, but always their class. */
const isUnreadable = (error: unknown, code: string): boolean =>
  error instanceof errors.HTTPParserError ||
  code.startsWith('HPE_') ||
  code === 'UND_ERR_HEADERS_OVERFLOW' ||
  code === 'UND_ERR_NOT_SUPPORTED';
