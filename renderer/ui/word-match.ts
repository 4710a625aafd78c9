// Finds what somebody means who types a few letters: words in any order, without accents, their beginnings first.
export type Hit = {
  /** higher fits better */
  readonly score: number;
  /** where in the text, start and end, in order */
  readonly ranges: readonly (readonly [number, number])[];
};

/** Letter by letter, so that places in the folded text are places in the text. */
const fold = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => foldLetter(text[at] ?? '')).join('');
const foldLetter = (letter: string): string =>
  letter.normalize('NFD').charAt(0).toLowerCase().charAt(0) || letter;

const boundary = /[^\p{L}\p{N}]/u;

/** Every word that was typed is found in the text; null where one is not. Nothing typed fits everything. */
export function matchWords(typed: string, text: string): Hit | null {
  const folded = fold(text);
  const wanted = fold(typed).split(/\s+/).filter(Boolean);
  const found = wanted.map((word) => findWord(word, folded));
  if (found.some((one) => one === null)) return null;
  const all = found.filter((one) => one !== null);
  return {
    score: all.reduce((sum, one) => sum + one.score, 0),
    ranges: merged(all.flatMap(({ ranges }) => ranges)),
  };
}

function findWord(word: string, text: string): Hit | null {
  const starts = startsOf(text);
  const begins = starts.find((at) => text.startsWith(word, at));
  if (begins !== undefined) return { score: begins === 0 ? 4 : 3, ranges: [[begins, begins + word.length]] };
  const inside = word.length > 1 ? text.indexOf(word) : -1;
  if (inside >= 0) return { score: 2, ranges: [[inside, inside + word.length]] };
  if (word.length < 3) return null;
  const loose = starts.map((at) => inOrder(word, text, at)).find((ranges) => ranges !== null);
  return loose ? { score: 1, ranges: loose } : null;
}

/** Where words begin. */
const startsOf = (text: string): number[] =>
  Array.from({ length: text.length }, (_, at) => at).filter(
    (at) => !boundary.test(text[at] ?? ' ') && (at === 0 || boundary.test(text[at - 1] ?? '')),
  );

/** The letters of `word` one after another within the word that begins at `start`; its first one must be the first. */
function inOrder(word: string, text: string, start: number): (readonly [number, number])[] | null {
  const ranges: (readonly [number, number])[] = [];
  let at = start;
  for (const letter of word) {
    while (at < text.length && text[at] !== letter && !boundary.test(text[at] ?? '')) at += 1;
    if (text[at] !== letter || (ranges.length === 0 && at !== start)) return null;
    ranges.push([at, at + 1]);
    at += 1;
  }
  return ranges;
}

function merged(ranges: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const result: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
