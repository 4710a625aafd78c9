// Headers that mean nothing, or too much: clocks of other centuries, pauses without end, limits that are no numbers.
import { pick } from '../fakes/random.ts';

/** Each header with a chance of its own; what is not touched stays as it came. */
export function junkHeaders(random: () => number): Record<string, string> {
  const some: Record<string, string> = {};
  const maybe = (name: string, values: readonly [string, ...string[]]) => {
    if (random() < 0.35) some[name] = pick(random, values);
  };
  maybe('date', [
    'Fri, 31 Dec 9999 23:59:59 GMT',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    'Mon, 27 Apr 2076 11:45:00 GMT',
    'Tue, 28 Apr 2026 06:45:00 GMT',
    'Sat, 27 Jun 2026 11:45:00 GMT',
    'gestern',
    '',
    '0',
    'NaN',
  ]);
  maybe('retry-after', [
    '0',
    '1',
    '30',
    '86400',
    '-1',
    '1e99',
    '9'.repeat(400),
    'soon',
    '',
    'Fri, 31 Dec 9999 23:59:59 GMT',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '1, 2',
  ]);
  maybe('x-ratelimit-remaining', ['0', '-1', '1e9', 'none', '', '0, 0']);
  maybe('x-ratelimit-limit', ['0', 'NaN', '-5', '9'.repeat(50)]);
  maybe('x-ratelimit-reset', ['9999-12-31T23:59:59Z', '1970-01-01T00:00:00Z', '1777290300', 'never', '']);
  maybe('content-type', ['text/html', 'application/octet-stream', '', 'application/json; charset=utf-16']);
  maybe('x-request-id', ['req_\r\nSet-Cookie: a=b', '<script>', 'x'.repeat(5_000), '']);
  maybe('content-length', ['0', '-1', '99999999999']);
  return some;
}
