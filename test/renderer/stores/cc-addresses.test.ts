// Addresses as people type and paste them, settled one by one, with nothing lost on the way.
import { describe, expect, it } from 'vitest';
import { isAddress, readCc, splitAddresses, writeCc } from '../../../renderer/stores/cc-addresses.ts';
import { cpuTime } from '../../tools/cpu-time.ts';

describe('addresses', () => {
  it.each<[string, string[]]>([
    [' a@b.se,c@d.se ; e@f.se\ng@h.se ', ['a@b.se', 'c@d.se', 'e@f.se', 'g@h.se']],
    ['A@b.se, a@B.se', ['A@b.se']],
    ['Kim Berg <kim@b.se>, "Åsa, drift" <asa@b.se>', ['kim@b.se', '"Åsa', 'asa@b.se']],
    ['Kim Berg <kim@b.se>\nDrift <drift@b.se>', ['kim@b.se', 'drift@b.se']],
    ['', []],
    [',;\n', []],
  ])('of %j are %j', (text, expected) => {
    expect(splitAddresses(text)).toEqual(expected);
  });

  it('before the last separator are settled, the rest is being typed', () => {
    expect(readCc('a@b.se, c@d')).toEqual({ settled: ['a@b.se'], typing: 'c@d' });
    expect(readCc('a@b.se')).toEqual({ settled: [], typing: 'a@b.se' });
    expect(readCc('a@b.se;')).toEqual({ settled: ['a@b.se'], typing: '' });
    expect(readCc('Kim <kim@b.se>')).toEqual({ settled: ['kim@b.se'], typing: '' });
  });

  it('come back as they were kept', () => {
    for (const cc of [
      { settled: [], typing: '' },
      { settled: ['a@b.se', 'nobody'], typing: 'c@' },
      { settled: ['a@b.se'], typing: '' },
    ]) {
      expect(readCc(writeCc(cc))).toEqual(cc);
    }
  });
});

it.each([
  'a'.repeat(300_000),
  `${'a'.repeat(300_000)} `,
  'a '.repeat(150_000),
  '<'.repeat(300_000),
  'a <'.repeat(100_000),
])('reads an endless paste in no time', async (text) => {
  const read = () => [readCc(text), splitAddresses(text).every(isAddress)];
  expect(await cpuTime(read)).toBeLessThan(2_000);
});

describe('the shape of an address', () => {
  it.each(['a@b.se', 'förnamn.efternamn+hostup@räksmörgås.example.se', "o'neill@sub.b-c.co.uk"])(
    '%s has',
    (text) => {
      expect(isAddress(text)).toBe(true);
    },
  );
  it.each([
    '',
    'nobody',
    '@b.se',
    'a@',
    'a@b',
    'a@b..se',
    'a@.se',
    'a@b.se.',
    'a@b@c.se',
    '<a@b.se>',
    'a b@c.se',
  ])('%j has not', (text) => {
    expect(isAddress(text)).toBe(false);
  });
  it('ends at 254 characters, as mail does', () => {
    expect(isAddress(`${'a'.repeat(249)}@b.se`)).toBe(true);
    expect(isAddress(`${'a'.repeat(250)}@b.se`)).toBe(false);
  });
});
