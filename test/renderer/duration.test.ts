import { expect, it } from 'vitest';
import { createDates } from '../../renderer/text/dates.ts';
import { duration, timeLeft } from '../../renderer/text/duration.ts';
import { sv } from '../../renderer/text/sv.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

it.each([
  [0, 'strax'],
  [29_000, 'strax'],
  [59_000, 'strax'],
  [61_000, '1 min'],
  [59.4 * minute, '59 min'],
  [59.6 * minute, '59 min'],
  [80 * minute, '1 tim 20 min'],
  [2 * hour, '2 tim'],
  [9 * hour + 59.6 * minute, '9 tim 59 min'],
  [15 * hour + 40 * minute, '15 tim'],
  [23 * hour + 50 * minute, '23 tim'],
  [26 * hour, '1 d 2 tim'],
  [6 * day + 23.8 * hour, '6 d 23 tim'],
  [40.4 * day, '40 d'],
  [474.9 * day, '474 d'],
])('says %d ms as %s', (milliseconds, expected) => {
  expect(duration(milliseconds, sv.dates, 'strax')).toBe(expected);
});

it.each([1.5, 23.9, 7.6 * 24, 474.9 * 24])('agrees with the chip beside it: %d h', (hours) => {
  const [whole] = duration(hours * hour, sv.dates, 'strax').match(/^\d+ \S+/) ?? [];
  expect(createDates('sv-SE', sv.dates).span(hours * hour)).toBe(whole);
});

it.each([
  [400, '1 s'],
  [18_000, '18 s'],
  [59_001, '1 min'],
  [118_000, '1 min 58 s'],
])('counts down the %d ms that are left as %s', (milliseconds, expected) => {
  expect(timeLeft(milliseconds, sv.dates)).toBe(expected);
});
