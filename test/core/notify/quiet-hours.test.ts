// When it is quiet, by the clock in Stockholm: over midnight, and in the nights in which the clocks are changed.
import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { comesThrough } from '../../../electron/core/notify/quiet-hours.ts';

const file = new URL('../../../electron/core/notify/quiet-hours.ts', import.meta.url).href;
const night = { on: true, from: 22 * 60, to: 7 * 60 };
const noon = { on: true, from: 12 * 60, to: 13 * 60 };
const short = { on: true, from: 23 * 60, to: 2 * 60 + 30 };

/** The hours, the moment (local ones are UTC+1 in winter, UTC+2 in summer), and the end of the quiet. */
const cases = [
  ['in the evening', night, '2026-11-21T21:00:00Z', '2026-11-22T06:00:00Z'],
  ['a moment before', night, '2026-11-21T20:59:59Z', null],
  ['after midnight', night, '2026-11-22T03:00:00Z', '2026-11-22T06:00:00Z'],
  ['at its end', night, '2026-11-22T06:00:00Z', null],
  ['by day', noon, '2026-11-21T11:30:00Z', '2026-11-21T12:00:00Z'],
  ['outside the day’s', noon, '2026-11-21T12:00:00Z', null],
  ['switched off', { ...night, on: false }, '2026-11-21T23:00:00Z', null],
  ['of no length', { ...night, to: night.from }, '2026-11-21T21:00:00Z', null],
  ['over New Year', night, '2026-12-31T22:30:00Z', '2027-01-01T06:00:00Z'],
  ['a night shorter by an hour', night, '2026-03-28T21:30:00Z', '2026-03-29T05:00:00Z'],
  ['a night longer by an hour', night, '2026-10-24T20:30:00Z', '2026-10-25T06:00:00Z'],
  ['to a time that the night leaves out', short, '2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z'],
  ['to the first of two such times', short, '2026-10-25T00:15:00Z', '2026-10-25T00:30:00Z'],
  ['before the second of two such times', short, '2026-10-25T01:15:00Z', null],
] as const;

describe('quiet', () => {
  let ends: (string | null)[] = [];
  beforeAll(() => {
    const asked = cases.map(([, hours, at]) => [hours, Date.parse(at)]);
    const script = `import { quietUntil } from ${JSON.stringify(file)};
      const ends = ${JSON.stringify(asked)}.map(([hours, at]) => quietUntil(hours, at));
      console.log(JSON.stringify(ends.map((end) => end && new Date(end).toISOString().replace('.000', ''))));`;
    const options = ['--input-type=module', '-e', script];
    const env = { ...process.env, TZ: 'Europe/Stockholm' };
    ends = JSON.parse(execFileSync(process.execPath, options, { env, encoding: 'utf8' }));
  });

  it.each(cases.map(([name, , , end], index) => [name, index, end] as const))('%s', (_, index, end) => {
    expect(ends[index]).toBe(end);
  });

  it('lets critical tickets through and no others', () => {
    expect(comesThrough('critical')).toBe(true);
    expect(comesThrough('urgent')).toBe(false);
    expect(comesThrough('unknown')).toBe(false);
  });
});
