// Letters as macOS stores them in names and some programs paste them ("o" and a separate "¨") become one character,
// so that the rules meet each word in one spelling. Keeps the way back to the places in the text as it was.

export type Composed = {
  readonly text: string;
  /** the index in the original text of an index in the composed one */
  readonly original: (index: number) => number;
};

const marked = /[A-Za-z][\u0300-\u036f]{1,4}/g;

export function compose(text: string): Composed {
  if (!/[\u0300-\u036f]/.test(text)) return { text, original: (index) => index };
  /** ends of shortened letters in the composed text, and by how much all before them were shortened */
  const ends: number[] = [];
  const shifts: number[] = [];
  let shift = 0;
  const composed = text.replace(marked, (letter, at: number) => {
    const short = letter.normalize('NFC');
    if (short.length === letter.length) return letter;
    ends.push(at - shift + short.length);
    shift += letter.length - short.length;
    shifts.push(shift);
    return short;
  });
  return { text: composed, original: (index) => index + (shifts[countUpTo(ends, index) - 1] ?? 0) };
}

/** How many of the sorted numbers are at most `limit`. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
