// Lines of plain text as blocks: fenced and indented code, logs, quotes, history, lists, and paragraphs for the rest.
// One pass from top to bottom; each reader takes the lines it can and says where it stopped.
import type { Block } from '../../contract/model.ts';
import { joinLines, type Line, plainLine, spansOf } from './line.ts';
import {
  isBlank,
  isFence,
  isFenceEnd,
  isHistoryStart,
  isIndented,
  isLog,
  isPrompt,
  type ListMark,
  listMark,
  quoteMark,
  textOfFence,
} from './line-kinds.ts';

type Lines = readonly Line[];
/** `next` is the first line behind the block. */
type Read = { readonly block: Block; readonly next: number };

/** @param text cleaned, with `\n` for line ends */
export const blocksOfText = (text: string): Block[] => blocksOfLines(text.split('\n').map(plainLine));

/** As blocksOfText, of lines that may have spans of their own. */
export function blocksOfLines(lines: Lines): Block[] {
  const blocks: Block[] = [];
  let paragraph: Line[] = [];
  const endParagraph = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', spans: joinLines(paragraph) });
    paragraph = [];
  };
  for (let at = 0; at < lines.length; ) {
    const line = lineAt(lines, at);
    const read = isBlank(line.text) ? null : readSpecial(lines, at, paragraph.length === 0);
    if (read === null) {
      if (isBlank(line.text)) endParagraph();
      else paragraph.push(trimmed(line));
      at += 1;
    } else {
      endParagraph();
      blocks.push(read.block);
      at = read.next;
    }
  }
  endParagraph();
  return blocks;
}

/** `starts`: no paragraph is under way, which an indented line would only continue. */
function readSpecial(lines: Lines, at: number, starts: boolean): Read | null {
  return (
    readFence(lines, at) ??
    readHistory(lines, at) ??
    readQuote(lines, at) ??
    readOutput(lines, at) ??
    readList(lines, at) ??
    (starts ? readIndented(lines, at) : null)
  );
}

const nothing = plainLine('');
const lineAt = (lines: Lines, at: number): Line => lines[at] ?? nothing;
const textAt = (lines: Lines, at: number): string => lineAt(lines, at).text;
const codeOf = (lines: Lines): Block => ({ kind: 'code', text: lines.map(({ text }) => text).join('\n') });

function readFence(lines: Lines, at: number): Read | null {
  if (!isFence(textAt(lines, at))) return null;
  const end = findFrom(lines, at + 1, isFenceEnd);
  const first = textOfFence(textAt(lines, at));
  const body = lines.slice(at + 1, end);
  return { block: codeOf(first === '' ? body : [plainLine(first), ...body]), next: end + 1 };
}

// Mail programs break a long "On … wrote:" in two.
function readHistory(lines: Lines, at: number): Read | null {
  const one = textAt(lines, at);
  const mayBreak = /^\s*(?:On|Den|Am|Le)\s/.test(one) && !isBlank(textAt(lines, at + 1));
  const heads = isHistoryStart(one)
    ? 1
    : mayBreak && isHistoryStart(`${one} ${textAt(lines, at + 1)}`)
      ? 2
      : 0;
  if (heads === 0) return null;
  const body = findFrom(lines, at + heads, (text) => !isBlank(text));
  // Without marks everything below is history; with marks, an answer may stand between and below.
  const isMarked = quoteMark(textAt(lines, body)) > 0;
  const end = isMarked ? findFrom(lines, body, (text) => quoteMark(text) === 0) : lines.length;
  const quoted = withoutBlankEnds(lines.slice(at, end));
  return { block: { kind: 'quote', spans: joinLines(quoted, ({ text }) => quoteMark(text)) }, next: end };
}

function readQuote(lines: Lines, at: number): Read | null {
  const end = findFrom(lines, at, (text) => quoteMark(text) === 0);
  if (end === at) return null;
  return {
    block: { kind: 'quote', spans: joinLines(lines.slice(at, end), ({ text }) => quoteMark(text)) },
    next: end,
  };
}

// A prompt takes what it printed, up to a blank line; log lines must be two, and stack traces are indented.
function readOutput(lines: Lines, at: number): Read | null {
  const first = textAt(lines, at);
  if (isPrompt(first)) {
    const end = findFrom(lines, at, isBlank);
    return { block: codeOf(lines.slice(at, end)), next: end };
  }
  if (!isLog(first)) return null;
  const end = findFrom(lines, at + 1, (text) => !isLog(text) && !isIndented(text));
  return end - at < 2 ? null : { block: codeOf(lines.slice(at, end)), next: end };
}

// One item alone is a line as typed ("- Anna"), and a list that does not count from 1 would change its numbers.
function readList(lines: Lines, at: number): Read | null {
  const first = listMark(textAt(lines, at));
  if (first === null || (first.number !== null && first.number !== 1)) return null;
  const items: Line[][] = [];
  let next = at;
  while (next < lines.length) {
    const line = lineAt(lines, next);
    const mark = listMark(line.text);
    if (mark !== null && isNextItem(mark, first, items.length)) items.push([line]);
    else if (items.length > 0 && mark === null && /^\s{2,}\S/.test(line.text))
      items.at(-1)?.push(trimmed(line));
    else if (!(isBlank(line.text) && isItemAt(lines, next + 1, first, items.length))) break;
    next += 1;
  }
  if (items.length < 2) return null;
  const ordered = first.number !== null;
  return { block: { kind: 'list', ordered, items: items.map(spansOfItem) }, next };
}

const isNextItem = (mark: ListMark, first: ListMark, count: number): boolean =>
  first.number === null ? mark.number === null : mark.number === count + 1;

function isItemAt(lines: Lines, at: number, first: ListMark, count: number): boolean {
  const mark = listMark(textAt(lines, at));
  return mark !== null && isNextItem(mark, first, count);
}

const spansOfItem = ([head = nothing, ...more]: readonly Line[]) => {
  const spans = spansOf(head, listMark(head.text)?.length ?? 0);
  return more.length === 0 ? spans : [...spans, { kind: 'break' as const }, ...joinLines(more)];
};

function readIndented(lines: Lines, at: number): Read | null {
  if (!isIndented(textAt(lines, at))) return null;
  const end = findFrom(lines, at, (text) => !isIndented(text) && !isBlank(text));
  const code = withoutBlankEnds(lines.slice(at, end));
  const block: Block = {
    kind: 'code',
    text: code.map(({ text }) => text.replace(/^(?: {4}|\t)/, '')).join('\n'),
  };
  return { block, next: end };
}

function findFrom(lines: Lines, from: number, test: (text: string) => boolean): number {
  let at = from;
  while (at < lines.length && !test(textAt(lines, at))) at += 1;
  return at;
}

function withoutBlankEnds(lines: Lines): Lines {
  const last = lines.findLastIndex(({ text }) => !isBlank(text));
  return lines.slice(0, last + 1);
}

/** Blanks at both ends say nothing inside a paragraph. */
function trimmed(line: Line): Line {
  return line.spans === null ? plainLine(line.text.trim()) : line;
}
