// The short form of a text for lists and notifications.
import { oneLine } from './clean.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** One clean line of at most `max` UTF-16 units; a cut is made between words if it can be, and marked with `…`. */
export function excerpt(text: string, max: number): string {
  // Whole bodies can be megabytes; what a few hundred characters need is near the start.
  const line = oneLine(text.slice(0, max * 8 + 4_000));
  if (line.length <= max) return line;
  const cut = atGrapheme(line, max - 1);
  const word = cut.replace(/\s+\S*$/, '');
  const isWordEnd = line[cut.length] === ' ';
  return `${(isWordEnd || word.length < max / 2 ? cut : word).trimEnd()}…`;
}

/** The longest start of whole user-perceived characters that fits; of code points, if not even one fits. */
function atGrapheme(line: string, max: number): string {
  const window = line.slice(0, max + 64);
  let end = 0;
  for (const { index, segment } of graphemes.segment(window)) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  return end > 0
    ? line.slice(0, end)
    : line
        .slice(0, max)
        .toWellFormed()
        .replace(/\ufffd$/, '');
}
