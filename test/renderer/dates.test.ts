import { describe, expect, it } from 'vitest';
import { createDates } from '../../renderer/text/dates.ts';
import { en } from '../../renderer/text/en.ts';
import { sv } from '../../renderer/text/sv.ts';

const english = createDates('en-GB', en.dates, 'Europe/Stockholm');
const swedish = createDates('sv-SE', sv.dates, 'Europe/Stockholm');
const american = createDates('en-US', en.dates, 'Europe/Stockholm');
const now = Date.parse('2026-11-20T14:06:30+01:00');
const at = (text: string) => Date.parse(text);

describe('spans for chips', () => {
  it.each([
    [-5_000, 'now', 'nu'],
    [59_999, 'now', 'nu'],
    [4 * 60_000, '4 min', '4 min'],
    [59 * 60_000, '59 min', '59 min'],
    [2.9 * 3_600_000, '2 h', '2 tim'],
    [23.9 * 3_600_000, '23 h', '23 tim'],
    [3 * 86_400_000, '3 d', '3 d'],
    [400 * 86_400_000, '400 d', '400 d'],
    [1_400 * 86_400_000, '1,400 d', '1\u00a0400 d'],
  ])('%d ms is %s and %s', (span, inEnglish, inSwedish) => {
    expect(english.span(span)).toBe(inEnglish);
    expect(swedish.span(span)).toBe(inSwedish);
  });
});

describe('dates in the list', () => {
  it.each([
    ['2026-11-20T14:02:00+01:00', '14:02', '14:02'],
    ['2026-11-20T00:00:00+01:00', '00:00', '00:00'],
    ['2026-11-19T23:59:59+01:00', 'Yesterday', 'I går'],
    ['2026-11-16T09:00:00+01:00', 'Mon', 'Mån'],
    ['2026-11-12T09:00:00+01:00', '12 Nov', '12 nov.'],
    ['2023-11-12T09:00:00+01:00', '12 Nov 2023', '12 nov. 2023'],
  ])('%s is %s and %s', (when, inEnglish, inSwedish) => {
    expect(english.listed(at(when), now)).toBe(inEnglish);
    expect(swedish.listed(at(when), now)).toBe(inSwedish);
  });

  it('counts calendar days, also over the night that has 25 hours', () => {
    const after = at('2026-10-25T12:00:00+01:00');
    expect(english.listed(at('2026-10-24T23:30:00+02:00'), after)).toBe('Yesterday');
    expect(english.listed(at('2026-10-23T23:30:00+02:00'), after)).toBe('Fri');
  });

  it('reads a time in the future as a time, not as a day long ago', () => {
    expect(english.listed(now + 120_000, now)).toBe('14:08');
  });
});

it('uses the 24-hour clock everywhere, with seconds in receipts', () => {
  for (const dates of [english, swedish, american]) {
    expect(dates.time(at('2026-11-20T00:05:00+01:00'))).toBe('00:05');
    expect(dates.exact(at('2026-11-20T13:40:12+01:00'))).toBe('13:40:12');
  }
});

it('names a moment in full where nobody knows what today was, as an exported ticket does', () => {
  const moment = at('2026-11-16T09:05:00+01:00');
  expect(english.longMoment(moment)).toMatch(/^Monday,? 16 November 2026 09:05$/);
  expect(swedish.longMoment(moment)).toBe('Måndag 16 november 2026 09:05');
});

it('names the day for separators, and fits into a sentence', () => {
  expect(english.day(now, now)).toBe('Today');
  expect(english.day(at('2026-11-16T09:00:00+01:00'), now)).toBe('Monday 16 November');
  expect(swedish.day(at('2026-11-16T09:00:00+01:00'), now)).toBe('Måndag 16 november');
  expect(swedish.day(at('2024-02-29T09:00:00+01:00'), now)).toBe('29 februari 2024');
  expect(swedish.moment(at('2026-11-19T07:50:00+01:00'), now)).toBe('i går 07:50');
  expect(english.moment(at('2026-11-12T07:50:00+01:00'), now)).toBe('12 Nov 07:50');
});
