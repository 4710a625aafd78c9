// Which waits count, their figures, and the hour of the day they began.
import { describe, expect, it } from 'vitest';
import type { SpokenRow } from '../../../electron/core/records.ts';
import { createWaitGroups, figuresOf, ofDepartment, waitOf } from '../../../electron/core/stats/figures.ts';
import { createHourOf } from '../../../electron/core/stats/local-hour.ts';
import { createWaitReader } from '../../../electron/core/stats/waits.ts';

const start = Date.UTC(2025, 5, 3, 8);

/** `c5 s9` is a customer's message after five minutes and one of staff's after nine; a: automation, ?: no time. */
function conversation(ticketKey: number, said: string, createdAt: number | null = start): SpokenRow[] {
  const senders = { c: 'customer', s: 'staff', a: 'automation', u: 'unknown' } as const;
  return said.split(' ').map((one, position) => ({
    ticketKey,
    departmentSlug: `of-${ticketKey}`,
    createdAt,
    position,
    sender: senders[one[0] as keyof typeof senders],
    sentAt: one[1] === '?' ? null : start + Number(one.slice(1)) * 60_000,
  }));
}

function waits(...rows: SpokenRow[][]): string[] {
  const reader = createWaitReader();
  for (const part of rows) reader.read(part);
  return reader.waits.map(({ kind, took }) => `${kind} ${took / 60_000}`);
}

describe('answered waits', () => {
  it.each<[string, string[]]>([
    ['c0 s7', ['first 7']],
    ['c0 c5 s7 s9', ['first 7']],
    ['c0 a1 s7 c10 a11 s15', ['first 7', 'next 5']],
    ['c0 s7 c10 c12 s15 c20', ['first 7', 'next 5']],
    ['s0 c10 s15', ['next 5']],
    ['a0 c10 s15', ['next 5']],
    ['c0 c5', []],
    ['c? s7', ['first 7']],
    ['c0 s? c10 s12', ['next 2']],
    ['c0 s7 c? s12 c20 s21', ['first 7', 'next 1']],
    ['c10 s7 c20 s21', ['next 1']],
    ['c0 u3 s7', ['first 7']],
    ['c0 s0', ['first 0']],
  ])('of %j are %j', (said, expected) => {
    expect(waits(conversation(1, said))).toEqual(expected);
  });

  it('do not reach from one ticket into the next, and may be read in pieces', () => {
    const two = [...conversation(1, 'c0 s7 c10'), ...conversation(2, 's12 c20 s22')];
    expect(waits(two)).toEqual(['first 7', 'next 2']);
    expect(waits(...two.map((row) => [row]))).toEqual(['first 7', 'next 2']);
    expect(waits(conversation(1, 'c? s7', null))).toEqual([]);
  });
});

describe('figures', () => {
  it('are the middle and the range without the outermost tenths', () => {
    expect(waitOf([])).toBeNull();
    expect(waitOf([5])).toEqual({ n: 1, median: 5, low: 5, high: 5 });
    expect(waitOf([10, 0])).toEqual({ n: 2, median: 5, low: 1, high: 9 });
    const many = Array.from({ length: 101 }, (_, n) => 100 - n);
    expect(waitOf(many)).toEqual({ n: 101, median: 50, low: 10, high: 90 });
  });

  it('are told by department and kind', () => {
    const reader = createWaitReader();
    reader.read([...conversation(1, 'c0 s7 c10 s12 c20 s24'), ...conversation(2, 'c0 c1')]);
    expect(figuresOf(ofDepartment(reader.waits, 'of-1'))).toEqual({
      first: { n: 1, median: 420_000, low: 420_000, high: 420_000 },
      next: { n: 2, median: 180_000, low: 132_000, high: 228_000 },
    });
    expect(figuresOf(ofDepartment(reader.waits, 'of-2'))).toEqual({ first: null, next: null });
  });
});

describe('the hour of the day', () => {
  it.each([
    ['Europe/Stockholm', '2025-06-03T22:30:00Z', 0],
    ['Europe/Stockholm', '2025-12-03T22:30:00Z', 23],
    ['Europe/Stockholm', '2025-03-30T00:59:00Z', 1],
    ['Europe/Stockholm', '2025-03-30T01:00:00Z', 3],
    ['Europe/Stockholm', '2025-10-26T00:30:00Z', 2],
    ['Europe/Stockholm', '2025-10-26T01:30:00Z', 2],
    ['Asia/Kolkata', '2025-06-03T18:29:00Z', 23],
    ['Asia/Kolkata', '2025-06-03T18:30:00Z', 0],
    ['America/St_Johns', '1969-12-31T12:00:00Z', 8],
    ['UTC', '2025-06-03T08:59:59Z', 8],
  ])('in %s at %s is %i', (zone, time, hour) => {
    expect(createHourOf(zone)?.(Date.parse(time))).toBe(hour);
  });

  it('is none in a zone that is not known', () => {
    for (const zone of ['', 'Mars/Base', '\0', 'x'.repeat(64)]) expect(createHourOf(zone)).toBeNull();
  });

  it('tells all 24 hours, also those without answers', () => {
    const hourOf = createHourOf('Europe/Stockholm');
    const reader = createWaitReader();
    reader.read(conversation(1, 'c0 s7 c60 s62 c65 s71'));
    if (!hourOf) throw new Error('no such zone');
    const groups = createWaitGroups(hourOf);
    groups.add(reader.waits);
    const hours = groups.hours.map(figuresOf);
    expect(hours).toHaveLength(24);
    const one = (median: number) => ({ n: 1, median, low: median, high: median });
    expect(hours[10]).toEqual({ first: one(420_000), next: null });
    expect(hours[11]).toEqual({
      first: null,
      next: { n: 2, median: 240_000, low: 144_000, high: 336_000 },
    });
    expect(hours[12]).toEqual({ first: null, next: null });
  });
});
