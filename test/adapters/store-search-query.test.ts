import { describe, expect, it } from 'vitest';
import { searchQueryOf } from '../../electron/adapters/store-search-query.ts';
import type { TextSearch } from '../../electron/core/records.ts';

const nothing: TextSearch = { terms: [], senders: [], people: [], services: [], without: [], number: '' };
const word = (text: string, prefix = false) => ({ text, prefix });

describe('a search as an expression', () => {
  it.each<[string, Partial<TextSearch>, string | null]>([
    ['a word', { terms: [word('hej')] }, '"hej"'],
    ['the beginning of one', { terms: [word('hej', true)] }, '"hej" *'],
    ['several', { terms: [word('ett'), word('två', true)] }, '"ett" AND "två" *'],
    ['what looks like syntax', { terms: [word('NOT'), word('"a"'), word('b*')] }, '"NOT" AND " a " AND "b*"'],
    ['a NUL character', { terms: [word('a\0b')] }, '"a b"'],
    ['a sender', { terms: [word('a'), word('b')], senders: ['staff'] }, '{staff} : ("a" AND "b")'],
    [
      'senders',
      { terms: [word('a')], senders: ['automation', 'customer', 'unknown'] },
      '{automatic own} : ("a")',
    ],
    ['a sender without words', { senders: ['staff'] }, null],
    ['somebody', { people: [word('kim', true)], terms: [word('b')] }, '"b" AND requester : "kim" *'],
    ['a service', { services: [word('a.se', true)], terms: [word('b')] }, '"b" AND service : "a.se" *'],
  ])('%s', (_, search, match) => {
    expect(searchQueryOf({ ...nothing, ...search })).toEqual({ match, without: null });
  });

  it('leaves out any of several', () => {
    expect(searchQueryOf({ ...nothing, without: [word('a b'), word('c')] }).without).toBe('"a b" OR "c"');
  });
});
