// What the headers of any answer tell: server clock, rate limit, how long to wait, request id.
import type { Rate, Told } from './result.ts';
import { parseHttpDate, parseTime } from './time.ts';

type Headers = Readonly<Record<string, string>>;

/** Reads an answer's headers (names in lower case). `now` is our clock, used where the server sent none. */
export function toldBy(headers: Headers, now: number): Told {
  const serverDate = parseHttpDate(headers.date ?? '');
  return {
    serverDate,
    rate: rateOf(headers),
    retryAfterMs: parseRetryAfter(headers['retry-after'], serverDate ?? now),
  };
}

/** `Retry-After` in ms: seconds, or an HTTP date seen from `now`; a past date is 0, junk is null. */
export function parseRetryAfter(value: string | undefined, now: number): number | null {
  const text = value?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text) * 1000), Number.MAX_SAFE_INTEGER);
  const date = parseHttpDate(text);
  return date === null ? null : Math.max(0, date - now);
}

function rateOf(headers: Headers): Rate | null {
  const rate = {
    limit: count(headers['x-ratelimit-limit']),
    remaining: count(headers['x-ratelimit-remaining']),
    resetAt: parseTime(headers['x-ratelimit-reset'] ?? ''),
  };
  return rate.limit === null && rate.remaining === null && rate.resetAt === null ? null : rate;
}

function count(value: string | undefined): number | null {
  const text = value?.trim() ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** A request id fit to be shown and quoted, or nothing. */
export function cleanRequestId(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return /^[\x21-\x7e]{1,200}$/.test(value) ? value : undefined;
}
