// Why a ticket was found: what is shown of it, and what is marked in that.
import { describe, expect, it } from 'vitest';
import type { StoredMessage, StoredTicket } from '../../../electron/core/records.ts';
import { createFindMatch } from '../../../electron/core/search/match.ts';
import { parseQuery } from '../../../electron/core/search/parse-query.ts';
import { aMessage, aTicket } from '../../fakes/records.ts';
import { cpuTime } from '../../tools/cpu-time.ts';

/** The match with its marks shown as brackets. */
function shown(query: string, ticket: Partial<StoredTicket>, messages: Partial<StoredMessage>[] = []) {
  const parsed = parseQuery(query);
  if (!parsed) throw new Error('nothing asked');
  const stored = messages.map((message, n) => aMessage({ id: `m${n}`, position: n, ...message }));
  const match = createFindMatch(
    { messages: () => [...stored] },
    parsed,
  )(aTicket({ subject: 'Webbplatsen', ...ticket }));
  if (!match) return null;
  const { field, text, ranges } = match;
  const marked = ranges
    .toReversed()
    .reduce((all, [start, end]) => `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`, text);
  return `${field}: ${marked}`;
}

describe('a match', () => {
  it.each([
    ['webb', 'subject: [Webb]platsen'],
    ['räksmörgås', 'service: [räksmörgås].se'],
    ['raksmorgas', 'service: [räksmörgås].se'],
    ['RÄKSMÖRGÅS'.normalize('NFD'), 'service: [räksmörgås].se'],
    ['ràksmörgas.s', 'service: [räksmörgås.s]e'],
    ['192.0.2', 'service: [192.0.2].7'],
    ['149943', 'number: [149943]'],
    ['#1499', 'number: [1499]43'],
    ['service:räk webb', 'subject: [Webb]platsen'],
    ['service:räk', 'service: [räk]smörgås.se'],
    ['öberg', null],
    ['is:open', null],
  ])('of %j is %j', (query, expected) => {
    const services = [
      {
        serviceType: 'domain',
        serviceId: null,
        serviceName: 'räksmörgås.se',
        details: { ipAddress: '192.0.2.7', n: 4 },
      },
    ];
    expect(shown(query, { services })).toBe(expected);
  });

  it.each<[string, string, string | null]>([
    [
      'lösenord',
      'Ditt lösenord är bytt. Lösenordet gäller nu.',
      'message: Ditt [lösenord] är bytt. [Lösenord]et gäller nu.',
    ],
    ['ditt nu', 'Ditt lösenord gäller nu.', 'message: [Ditt] lösenord gäller [nu].'],
    [
      '"lösenord gäller"',
      'Ditt lösenord\n gäller nu, lösenordet med.',
      'message: Ditt [lösenord gäller] nu, lösenordet med.',
    ],
    ['senord', 'Ditt lösenord', null],
    ['c++', 'C++ eller C', 'message: [C]++ eller [C]'],
    [
      'fram',
      '<p>Når inte <b>fram</b>&nbsp;&auml;n</p><script>fram()</script>',
      'message: Når inte [fram] än',
    ],
    ['straße', 'Große Straße 7', 'message: Große [Straße] 7'],
    ['i', 'İstanbul ligger i Turkiet', 'message: [İ]stanbul ligger [i] Turkiet'],
    ['😀 hej', '😀😀 hej', 'message: 😀😀 [hej]'],
  ])('of %j in a message is marked', (query, body, expected) => {
    expect(shown(query, {}, [{ body }])).toBe(expected);
  });

  it('shows the field, and the message, that holds most of it, the newest first', () => {
    const messages = [
      { body: 'faktura och kvitto' },
      { body: 'kvitto för längesen' },
      { body: 'en faktura' },
    ];
    expect(shown('faktura kvitto', { subject: 'Faktura' }, messages)).toBe('message: [faktura] och [kvitto]');
    expect(shown('faktura', {}, messages)).toBe('message: en [faktura]');
  });

  it('shows who wrote, where the name was searched for', () => {
    const messages = [
      { body: 'Vi tittar.', sender: 'staff' as const, senderName: 'Kim Lindqvist' },
      { body: 'Klart.', sender: 'staff' as const, senderName: 'Sara' },
    ];
    expect(shown('kim', {}, messages)).toBe('message: [Kim] Lindqvist: Vi tittar.');
    expect(shown('from:kim', {}, messages)).toBeNull();
  });

  it('never shows an encrypted message, and only those of the sender asked for', () => {
    const messages = [
      { body: 'hemligt ord', sender: 'staff' as const },
      { body: 'hemligt mer', sender: 'staff' as const, encrypted: true },
      { body: 'hemligt mitt', sender: 'customer' as const },
    ];
    expect(shown('from:staff hemligt', { subject: 'Hemligt' }, messages)).toBe('message: [hemligt] ord');
    expect(shown('hemligt', {}, messages.slice(1, 2))).toBeNull();
  });

  it('cuts a long text around the hit, between words and whole characters', () => {
    const filler = 'ord på ord 😀 '.repeat(400);
    const found = shown('nålen', {}, [{ body: `${filler}här är nålen i höstacken ${filler}` }]) ?? '';
    expect(found).toMatch(/^message: …(ord|på|😀) .*här är \[nålen\] i höstacken .*…$/u);
    expect(found.length).toBeLessThan(190);
    expect(found.isWellFormed()).toBe(true);
    const glued = shown('abc', {}, [{ body: `${'😀'.repeat(300)} abc${'x'.repeat(500)}` }]) ?? '';
    expect(glued).toContain('[abc]');
    expect(glued.isWellFormed()).toBe(true);
  });

  it('reads only so much for one answer', async () => {
    const parsed = parseQuery('finnsinte');
    let read = 0;
    const messages = () => {
      read += 1;
      return [aMessage({ body: 'x'.repeat(30_000) })];
    };
    if (!parsed) throw new Error('nothing asked');
    const find = createFindMatch({ messages }, parsed);
    const findAll = () => {
      for (let n = 0; n < 200; n++) expect(find(aTicket())).toBeNull();
    };
    expect(await cpuTime(findAll)).toBeLessThan(2_000);
    expect(read).toBe(200);
  });
});
