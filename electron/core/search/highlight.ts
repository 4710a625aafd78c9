// Where a text holds what was searched for, in pieces short enough for a list. Compares as the index does.
import type { Term } from '../records.ts';
import { oneLine } from '../text/clean.ts';
import { composed, fold, notWordCharacter, wordCharacter } from './fold.ts';

export type Range = [number, number];
export type Marker = {
  /** how many of the terms it found anywhere in the text; the text must be composed */
  count(text: string): number;
  /** the text, cut to about `max` around the first hit if it is longer, with what to mark; null: nothing is there */
  mark(text: string, max: number): { readonly text: string; readonly ranges: Range[] } | null;
};

const words = new RegExp(`${wordCharacter}+`, 'gu');
/** Characters between two words of one term. */
const between = `${notWordCharacter}{1,8}`;

/** A term's words in a row with anything but letters and digits between them, at the beginning of a word. */
function patternOf({ text, prefix }: Term): RegExp | null {
  const joined = fold(composed(text)).match(words)?.join(between);
  if (joined === undefined) return null;
  return new RegExp(`(?<!${wordCharacter})${joined}${prefix ? '' : `(?!${wordCharacter})`}`, 'gu');
}

/** Terms without a letter or digit are found nowhere. */
export function createMarker(terms: readonly Term[]): Marker {
  const patterns = terms.map(patternOf).filter((pattern) => pattern !== null);

  function rangesIn(text: string): Range[] {
    const folded = fold(text);
    const found = patterns.flatMap((pattern) =>
      [...folded.matchAll(pattern)].map((hit): Range => [hit.index, hit.index + hit[0].length]),
    );
    return merged(found);
  }

  return {
    count(text) {
      const folded = fold(text);
      return patterns.filter((pattern) => folded.search(pattern) >= 0).length;
    },
    mark(text, max) {
      const whole = composed(text);
      const first = Math.min(...patterns.map((pattern) => indexOf(fold(whole), pattern)));
      if (!Number.isFinite(first)) return null;
      const piece = around(whole, first, max);
      const ranges = rangesIn(piece);
      return ranges.length > 0 ? { text: piece, ranges } : null;
    },
  };
}

function indexOf(folded: string, pattern: RegExp): number {
  const at = folded.search(pattern);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** One line that holds the hit, cut between words where that is near. */
function around(text: string, at: number, max: number): string {
  if (text.length <= max) return oneLine(text);
  const start = wordStart(text, Math.max(0, at - Math.floor(max / 3)), at);
  const end = wordEnd(text, Math.min(text.length, start + max));
  const piece = oneLine(text.slice(start, end));
  return `${start > 0 ? '…' : ''}${piece}${end < text.length ? '…' : ''}`;
}

function wordStart(text: string, from: number, at: number): number {
  if (from === 0) return 0;
  const blank = text.slice(from, at).search(/\s/u);
  return blank < 0 ? wholeFrom(text, from) : from + blank + 1;
}

/** How far back a cut looks for a blank, UTF-16 units: a longer word is cut in two. */
const longWord = 24;

function wordEnd(text: string, to: number): number {
  if (to === text.length) return to;
  const blank = text.slice(to - longWord, to).search(/\s\S*$/u);
  return blank < 0 ? wholeFrom(text, to) : to - longWord + blank;
}

/** Never between the two halves of one character. */
const wholeFrom = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at;

function merged(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
