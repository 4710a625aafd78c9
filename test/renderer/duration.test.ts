import { expect, it } from 'vitest';
import { duration } from '../../renderer/text/duration.ts';
import { sv } from '../../renderer/text/sv.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

it.each([
  [0, 'strax'],
  [29_000, 'strax'],
  [31_000, '1 min'],
  [59.4 * minute, '59 min'],
  [59.6 * minute, '1 tim'],
  [80 * minute, '1 tim 20 min'],
  [2 * hour, '2 tim'],
  [9 * hour + 59.6 * minute, '10 tim'],
  [15 * hour + 40 * minute, '16 tim'],
  [23 * hour + 50 * minute, '1 d'],
  [26 * hour, '1 d 2 tim'],
  [6 * day + 23.8 * hour, '7 d'],
  [40.4 * day, '40 d'],
])('says %d ms as %s', (milliseconds, expected) => {
  expect(duration(milliseconds, sv.dates, 'strax')).toBe(expected);
});
