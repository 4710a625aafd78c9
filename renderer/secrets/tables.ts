// Passwords in a list as spreadsheets export it: a line of headings, one of them a word for a password, and under it
// lines with as many cells. Knows nothing of sentences.
import { mostPerRule, type SecretSpan } from './kinds.ts';
import { lineBefore } from './labels.ts';
import { grade, isConvincing, isPlainGuess } from './values.ts';
import { isOrdinaryWord } from './words.ts';

const heading = /(?:password|passwd|pass|pwd?|lösen(?:ord)?)(?=[ "']{0,3}[;,\t|\r\n])/gi;
/** a cell that says nothing but "password" */
const label = /^[ "']{0,3}(?:password|passwd|pass|pwd?|lösen(?:ord)?)[ "'\r]{0,3}$/i;
const mostRows = 20;
const longestRow = 300;

export function findInTables(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  let looked = 0;
  for (const { index } of text.matchAll(heading)) {
    const lead = lineBefore(text, index);
    const rest = text.slice(index, index + longestRow).split('\n', 1)[0] ?? '';
    const line = lead + rest;
    const separator = /[;\t|]/.exec(line)?.[0] ?? ',';
    const cells = line.split(separator);
    const column = cells.findIndex((cell) => label.test(cell));
    if (column >= 0 && cells.length > 1)
      spans.push(...below(text, index + rest.length + 1, separator, cells.length, column));
    looked += 1;
    if (spans.length >= mostPerRule || looked >= mostPerRule) break;
  }
  return spans;
}

/** The passwords in one column of the rows that start at `at`. */
function below(text: string, at: number, separator: string, width: number, column: number): SecretSpan[] {
  const spans: SecretSpan[] = [];
  let start = at;
  for (const row of text.slice(at, at + mostRows * longestRow).split('\n', mostRows)) {
    const cells = row.split(separator);
    if (cells.length !== width) break;
    const cell = cells[column] ?? '';
    const value = cell.replace(/^[\s"'`]+|[\s"'`]+$/g, '');
    if (isPassword(value, separator)) {
      const from = start + cells.slice(0, column).join(separator).length + (column > 0 ? 1 : 0);
      const begin = from + cell.indexOf(value);
      spans.push({ kind: 'password', start: begin, end: begin + value.length });
    }
    start += row.length + 1;
  }
  return spans;
}

/** Code has lists with commas as well, so that a word is a password only between other signs. */
function isPassword(value: string, separator: string): boolean {
  const looks = grade(value);
  if (looks === 'strong') return isConvincing(value) || isPlainGuess(value);
  return looks === 'word' && separator !== ',' && !/\s/.test(value) && !isOrdinaryWord(value);
}
