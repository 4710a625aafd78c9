// The other forms of a body: plain, compared, shortened.
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../../electron/core/text/excerpt.ts';
import { normalise } from '../../../electron/core/text/normalise.ts';
import { toPlain } from '../../../electron/core/text/plain.ts';

describe('toPlain', () => {
  it.each([
    ['Hej!\r\n\r\n  indrag\n', 'Hej!\n\n  indrag'],
    ['a < b', 'a < b'],
    ['Fr&aring;ga &#39;x&#39;', "Fråga 'x'"],
    ['<p>ett</p><p>två<br>rad</p>', 'ett\n\ntvå\nrad'],
    ['<p>x</p><ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>', 'x\n\n- a\n- b\n\n1. c'],
    ['<blockquote>a<br>b</blockquote>c', '> a\n> b\n\nc'],
    ['<a href="https://hostup.se/">https://hostup.se</a>', 'https://hostup.se'],
    ['<a href="mailto:a@b.se">a@b.se</a>', 'a@b.se'],
    ['<a href="https://hostup.se/hjalp">hjälp</a>', 'hjälp (https://hostup.se/hjalp)'],
    ['', ''],
  ])('%s', (body, text) => {
    expect(toPlain(body)).toBe(text);
  });
});

describe('normalise', () => {
  it.each([
    ['line ends and blanks', 'Hej!\r\n\r\n  Två \t rader ', 'Hej!\n\nTvå rader'],
    ['composition', 'Åsa', 'A\u030asa'],
    ['breaks as tags', 'rad 1\nrad 2', 'rad 1<br />\nrad 2'],
    ['paragraphs as tags', 'ett\n\ntvå', '<p>ett</p><p>två</p>'],
    ['references', `"a" & 'b' < c`, '&quot;a&quot; &amp; &#39;b&#39; &lt; c'],
    ['typed tags that come back escaped', 'kör <b>nu</b> x<y', 'kör &lt;b&gt;nu&lt;/b&gt; x&lt;y'],
    ['protected blanks', 'a b', 'a\u00a0b&nbsp;'],
    ['invisible characters', 'ab', 'a\u200bb\ufeff'],
    ['deprecated controls of shaping', 'ab', 'a\u206a\u206fb'],
    ['inline tags', 'Hej', 'H<b>e</b>j'],
    ['comments', 'a b', 'a <!-- x > y -->b'],
  ])('does not see a difference in %s', (_name, sent, received) => {
    expect(normalise(received)).toBe(normalise(sent));
  });

  it.each([
    ['ok', 'ok.'],
    ['a < b', 'a > b'],
    ['Hej', 'hej'],
    ['rad 1 rad 2', 'rad 1rad 2'],
    ['1 &lt; 2', '1 > 2'],
    ['', 'x'],
  ])('tells "%s" from "%s"', (one, other) => {
    expect(normalise(one)).not.toBe(normalise(other));
  });

  it('is stable', () => {
    for (const text of ['a &amp;lt;b&amp;gt; c', '<<b>>', '&#38;#60;b>', 'x  y\n z']) {
      const once = normalise(text);
      expect(normalise(once).length).toBeLessThanOrEqual(once.length);
    }
  });
});

describe('excerpt', () => {
  it.each([
    ['kort', 10, 'kort'],
    ['  flera\n\nrader\toch   blanka ', 40, 'flera rader och blanka'],
    ['ett två tre fyra', 11, 'ett två…'],
    ['ett två tre fyra', 12, 'ett två tre…'],
    ['Donaudampfschifffahrtsgesellschaft', 10, 'Donaudamp…'],
    ['a\u202eb\u0000c\u2066', 10, 'abc'],
    ['', 5, ''],
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
  ])('%s within %i', (text, max, expected) => {
    expect(excerpt(text, max)).toBe(expected);
  });

  it('never cuts through a character', () => {
    expect(excerpt('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 12)).toBe('👩‍👩‍👧‍👦…');
    expect(excerpt('🇸🇪🇸🇪🇸🇪', 8)).toBe('🇸🇪…');
    for (let max = 2; max < 30; max += 1) {
      const cut = excerpt('Å🦐e\u0301 👩‍👩‍👧‍👦 räksmörgås 🇸🇪', max);
      expect(cut.length).toBeLessThanOrEqual(max);
      expect(cut.isWellFormed()).toBe(true);
    }
    expect(excerpt(`e${'\u0301'.repeat(5_000)}`, 20).length).toBeLessThanOrEqual(20);
  });

  it('is the same for the start of a huge text', () => {
    expect(excerpt(`${'ord '.repeat(1_000_000)}`, 20)).toBe('ord ord ord ord ord…');
  });
});
