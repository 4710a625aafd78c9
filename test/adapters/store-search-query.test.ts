import { describe, expect, it } from 'vitest';
import { parseSearch } from '../../electron/adapters/store-search-query.ts';

describe('a typed search', () => {
  it.each([
    ['hej', '"hej" *'],
    [' hej  då ', '"hej" "då" *'],
    ['web-03.example.net', '"web-03.example.net" *'],
    ['NOT "a" OR b*', '"NOT" " a " "OR" "b*" *'],
    ['! ett - två ?', '"ett" "två" *'],
    ['a\0b', '"a b" *'],
  ])('%j becomes %j', (typed, match) => {
    expect(parseSearch(typed)).toEqual({ match, number: '' });
  });

  it.each([
    ['149943', '149943'],
    ['#149943', '149943'],
    ['  # 7 ', '7'],
    ['#', ''],
    ['12a', ''],
    ['1 2', ''],
  ])('%j is about number %j', (typed, number) => {
    expect(parseSearch(typed)?.number).toBe(number);
  });

  it('is none when nothing was typed, and cannot match when there is no letter or digit', () => {
    for (const nothing of ['', ' ', '\n\t\u00a0']) expect(parseSearch(nothing)).toBeNull();
    for (const signs of ['!', '"', '😀', '- -'])
      expect(parseSearch(signs)).toEqual({ match: null, number: '' });
  });

  it('is cut, so that no expression is too deep', () => {
    expect(parseSearch('ab '.repeat(10_000))?.match?.split(' ')).toHaveLength(17);
    expect(parseSearch('x'.repeat(10_000))?.match?.length).toBeLessThan(500);
  });
});
