// Whatever `details` of a service holds, as labels and values: names in words, dates, nesting, and hostile sizes.
import { describe, expect, it } from 'vitest';
import { readable, readTime, type Value } from '../../../renderer/services/readable.ts';

const words = (value: Value): unknown => {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'flag') return value.on;
  if (value.kind === 'number') return value.number;
  return value.kind === 'time' ? `${value.day ? 'day' : 'time'} ${new Date(value.at).toISOString()}` : null;
};
const shown = (details: Record<string, unknown>) =>
  readable(details).facts.map(({ label, value }) => [label, words(value)]);

describe('labels', () => {
  it.each([
    ['planName', 'Plan name'],
    ['disk_used_gb', 'Disk used GB'],
    ['DISK-USED', 'Disk used'],
    ['ipAddress', 'IP address'],
    ['ipv6Address', 'IPv6 address'],
    ['vcpu', 'vCPU'],
    ['HTMLEditor', 'Html editor'],
    ['phpVersion', 'PHP version'],
    ['lösenordBytt', 'Lösenord bytt'],
    ['näst_förfall', 'Näst förfall'],
    ['___', '___'],
    ['', ''],
  ])('of %j are %j', (name, label) => {
    expect(shown({ [name]: 1 })).toEqual([[label, 1]]);
  });

  it('are cut where they are endless', () => {
    expect(readable({ ['x'.repeat(10_000)]: 1 }).facts[0]?.label.length).toBeLessThanOrEqual(60);
  });
});

describe('values', () => {
  it('are read by what they are', () => {
    expect(
      shown({
        a: true,
        b: 'text',
        c: 18.4,
        d: null,
        e: '  ',
        f: undefined,
        g: '2026-12-01T10:00:00.000Z',
        h: Number.NaN,
      }),
    ).toEqual([
      ['A', true],
      ['B', 'text'],
      ['C', 18.4],
      ['D', null],
      ['E', null],
      ['F', null],
      ['G', 'time 2026-12-01T10:00:00.000Z'],
      ['H', null],
    ]);
  });

  it('of lists stand in a row, of objects on lines of their own', () => {
    expect(
      shown({
        nameServers: ['ns1.hostup.se', 'ns2.hostup.se'],
        disks: [{ sizeGb: 50 }, { sizeGb: 100, ssd: true }],
        limits: { mail: { perHour: 200 } },
        none: [],
        empty: {},
        mixed: [1, null],
      }),
    ).toEqual([
      ['Name servers', 'ns1.hostup.se, ns2.hostup.se'],
      ['Disks › 1 › size GB', 50],
      ['Disks › 2 › size GB', 100],
      ['Disks › 2 › SSD', true],
      ['Limits › mail › per hour', 200],
      ['None', null],
      ['Empty', null],
      ['Mixed › 1', 1],
      ['Mixed › 2', null],
    ]);
  });

  it('deep inside are shown as they came', () => {
    expect(shown({ a: { b: { c: { d: { e: 1 } } } } })).toEqual([['A › b › c › d', '{"e":1}']]);
  });

  it('are counted rather than shown when there are too many, and cut when they are too long', () => {
    const many = Object.fromEntries(Array.from({ length: 700 }, (_, index) => [`key${index}`, index]));
    expect(readable(many)).toMatchObject({ more: true });
    expect(readable(many).facts).toHaveLength(500);
    expect(readable({ rows: Array.from({ length: 9_000 }, () => ({ a: 1 })) }).facts).toHaveLength(500);
    const [long] = readable({ note: 'å'.repeat(1_000_000) }).facts;
    expect(long?.value).toMatchObject({ kind: 'text', text: 'å'.repeat(20_000) });
  });

  it('named like parts of JavaScript are only names', () => {
    expect(shown(JSON.parse('{"__proto__": 1, "constructor": "x", "toString": false}'))).toEqual([
      ['Proto', 1],
      ['Constructor', 'x'],
      ['To string', false],
    ]);
  });
});

describe('a time', () => {
  it.each([
    ['2026-12-01T10:00:00Z', '2026-12-01T10:00:00.000Z'],
    ['2026-12-01T10:00:00', '2026-12-01T10:00:00.000Z'],
    ['2026-12-01 10:00', '2026-12-01T10:00:00.000Z'],
    ['2026-12-01T10:00:00.123456+0200', '2026-12-01T08:00:00.123Z'],
  ])('%s is %s', (text, expected) => {
    expect(new Date(readTime(text)?.at ?? 0).toISOString()).toBe(expected);
  });

  it('without a clock is that day wherever one is', () => {
    const read = readTime('2026-12-01');
    expect(read?.day).toBe(true);
    const date = new Date(read?.at ?? 0);
    expect([date.getFullYear(), date.getMonth(), date.getDate(), date.getHours()]).toEqual([2026, 11, 1, 0]);
  });

  it.each(['2026-13-01', '2026-02-30', '2026-12-01T99:00:00Z', '20261201', 'tomorrow', '8.3', '2026'])(
    'is not in %j',
    (text) => {
      expect(readTime(text)).toBeNull();
    },
  );
});
