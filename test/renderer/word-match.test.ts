import { describe, expect, it } from 'vitest';
import { matchWords } from '../../renderer/ui/word-match.ts';

const marked = (typed: string, text: string) =>
  matchWords(typed, text)?.ranges.map(([start, end]) => text.slice(start, end)) ?? null;
const best = (typed: string, ...texts: string[]) =>
  texts.toSorted((a, b) => (matchWords(typed, b)?.score ?? -1) - (matchWords(typed, a)?.score ?? -1))[0];

describe('a few letters find', () => {
  it('the beginnings of words, in any order', () => {
    expect(marked('rem pi', 'Pin or remove')).toEqual(['Pi', 'rem']);
    expect(marked('pi x', 'Pin or remove')).toBeNull();
  });

  it('words with accents by plain letters, and the other way round', () => {
    expect(marked('arenden', 'Alla ärenden')).toEqual(['ärenden']);
    expect(marked('stäng', 'Stang')).toEqual(['Stang']);
    // as two code points, so that places still fit
    expect(marked('a', 'a\u0308renden')).toEqual(['a']);
  });

  it('the inside of a word, and letters that were left out', () => {
    expect(marked('ställ', 'Inställningar')).toEqual(['ställ']);
    expect(marked('nstl', 'nostalgia')).toEqual(['n', 'st', 'l']);
    expect(marked('in', 'Settings')).toEqual(['in']);
    // not across words, and not from the middle
    expect(marked('pnr', 'pin or')).toBeNull();
    expect(marked('tgs', 'Settings')).toBeNull();
  });

  it('everything when nothing is typed', () => {
    expect(matchWords('  ', 'Pin')).toEqual({ score: 0, ranges: [] });
  });
});

it('a beginning is worth more than an inside, and that more than scattered letters', () => {
  expect(best('re', 'Hide here', 'Mark as read', 'Reply')).toBe('Reply');
  expect(best('re', 'Hide here', 'Mark as read')).toBe('Mark as read');
  expect(best('set', 'Straight east', 'Reset')).toBe('Reset');
});

it('takes signs that mean something to a pattern, and letters outside of the basic plane', () => {
  expect(marked('#14', '#149943')).toEqual(['#14']);
  expect(marked('(a', '(a) b')).toEqual(['(a']);
  expect(marked('𝒳', 'about 𝒳')).toEqual(['𝒳']);
  expect(matchWords('x'.repeat(200), 'y'.repeat(500))).toBeNull();
});
