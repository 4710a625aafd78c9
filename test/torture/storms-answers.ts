// Refusals for asking too often, in every form a server or a proxy may give them, and how long each one asks to wait.
// That time is worked out here from the headers alone, without the code that is tested.
import type { HttpAnswer } from '../../electron/core/ports.ts';
import { pick } from '../fakes/random.ts';

type Random = () => number;
type Headers = Record<string, string>;

const second = 1_000;
const hour = 3_600_000;

export type Refusal = {
  readonly answer: HttpAnswer /** at least, ms from its arrival */;
  readonly pause: number;
};

/**
 * @param now true time at which the answer arrives; the server's own clock may differ from it
 * @param wall what the customer's clock says then
 */
export function refusal(random: Random, now: number, wall: number): Refusal {
  const skew = pick(random, [0, 0, 0, 37 * second, -240 * second, 9 * hour]);
  const headers: Headers = {};
  if (random() < 0.7) headers.date = new Date(now + skew).toUTCString();
  const server = now + skew;
  const status = random() < 0.9 ? 429 : pick(random, [503, 200]);
  const retryAfter = status === 200 ? undefined : pick(random, retryAfters)(random, server);
  if (retryAfter !== undefined) headers['retry-after'] = retryAfter;
  if (status === 200 || random() < 0.5) Object.assign(headers, pick(random, rateLimits)(random, server));
  const text = pick(random, bodies);
  // without a Date header a date can only be read by the customer's clock
  const read = headers.date === undefined ? wall : Date.parse(headers.date);
  return { answer: { ok: true, status, headers, text }, pause: pauseOf(status, headers, read) };
}

/** What the headers ask for, never more than an hour in one go; after a 429 never less than a second. */
function pauseOf(status: number, headers: Headers, server: number): number {
  const wanted = waitOf(headers['retry-after'], server);
  const reset = Date.parse(headers['x-ratelimit-reset'] ?? '') - server;
  const untilReset = /^\d{4}-\d\d-\d\dT/.test(headers['x-ratelimit-reset'] ?? '') && reset > 0 ? reset : 0;
  if (status === 429) return Math.max(second, Math.min(hour, wanted ?? untilReset));
  if (status === 503) return Math.min(hour, wanted ?? 0);
  return headers['x-ratelimit-remaining'] === '0' ? Math.min(hour, untilReset) : 0;
}

/** RFC 9110 §10.2.3: seconds, or a date; null: neither. */
function waitOf(value: string | undefined, server: number): number | null {
  const text = (value ?? '').trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * second;
  if (!/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(text)) return null;
  const date = Date.parse(text);
  return Number.isFinite(date) ? Math.max(0, date - server) : null;
}

const at = (time: number): string => new Date(time).toUTCString();

const retryAfters: readonly [
  (random: Random, server: number) => string | undefined,
  ...((random: Random, server: number) => string | undefined)[],
] = [
  () => '0',
  () => '1',
  (random) => String(Math.floor(random() * 120)),
  () => '3600',
  () => '3601',
  () => '86400',
  () => '31536000',
  () => '0.5',
  () => ' 30 ',
  (random, server) => at(server + random() * 600 * second),
  (_random, server) => at(server + 40 * 24 * hour),
  (random, server) => at(server - random() * 600 * second),
  () => 'Thu, 01 Jan 1970 00:00:00 GMT',
  () => 'Fri, 31 Dec 9999 23:59:59 GMT',
  () => 'soon',
  () => '',
  () => '-5',
  () => '1e99',
  () => '9'.repeat(400),
  () => '1, 2',
  () => 'PT30S',
  () => '2026-04-27T13:00:00Z',
  () => undefined,
  () => undefined,
];

const rateLimits: readonly [
  (random: Random, server: number) => Headers,
  ...((random: Random, server: number) => Headers)[],
] = [
  (random, server) => rate('0', new Date(server + random() * 300 * second).toISOString()),
  (_random, server) => rate('0', new Date(server + 48 * hour).toISOString()),
  (_random, server) => rate('0', new Date(server - 60 * second).toISOString()),
  (_random, server) => rate('17', new Date(server + 60 * second).toISOString()),
  () => rate('0', 'later'),
  () => rate('-1', '1777290300'),
  () => rate('none', ''),
  () => ({ 'x-ratelimit-remaining': '0' }),
];
const rate = (remaining: string, reset: string): Headers => ({
  'x-ratelimit-limit': '60',
  'x-ratelimit-remaining': remaining,
  'x-ratelimit-reset': reset,
});

const bodies = [
  '{"type":"about:blank","status":429,"code":"rate_limit_exceeded"}',
  '{"error":"Too many requests","code":"RATE_LIMITED"}',
  '<html><body>429 Too Many Requests</body></html>',
  // also what the Http port makes of a body that is coded, cut off or too large
  '',
] as const;
