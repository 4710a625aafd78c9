// Blocks of a message as Markdown that shows exactly them: whatever a writer typed stays text, and a link leads where
// it says. Written for CommonMark with GitHub's additions.
import type { Block, Span } from '../../contract/model.ts';
import { oneLine } from '../text/clean.ts';

/** Text on one line, also of a heading, which drops such a sign at its end. */
export const markdownLine = (text: string): string =>
  atLineStart(escaped(oneLine(text)).replace(/#$/, '\\#'));

/** Blocks with a blank line between them. */
export function markdownBlocks(blocks: readonly Block[]): string {
  const texts: string[] = [];
  let before: Block | undefined;
  let other = false;
  for (const block of blocks) {
    // two lists of one kind would run together, unless their marks differ
    const mark: boolean = isSameList(block, before) && !other;
    const text = markdownBlock(block, mark);
    if (text === '') continue;
    texts.push(text);
    before = block;
    other = mark;
  }
  return texts.join('\n\n');
}

const isSameList = (block: Block, before: Block | undefined): boolean =>
  block.kind === 'list' && before?.kind === 'list' && before.ordered === block.ordered;

function markdownBlock(block: Block, other: boolean): string {
  switch (block.kind) {
    case 'paragraph':
      return markdownSpans(block.spans).join('\\\n');
    case 'code':
      return fenced(block.text);
    case 'quote':
      return markdownSpans(block.spans).join('\\\n').replace(/^/gm, '> ');
    case 'list':
      return block.items
        .map((spans, index) => {
          const mark = block.ordered ? `${index + 1}${other ? ')' : '.'} ` : other ? '* ' : '- ';
          return mark + markdownSpans(spans).join(`\\\n${' '.repeat(mark.length)}`);
        })
        .join('\n');
  }
}

function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}\n${text}\n${fence}`;
}

const longestRun = (text: string): number =>
  (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);

/** Lines of a paragraph, without empty ones, which would end it. */
function markdownSpans(spans: readonly Span[]): string[] {
  let whole = '';
  let before: Span | undefined;
  for (const span of joined(spans)) {
    // with such a sign before it, a link would load a picture
    if (span.kind === 'link' && before?.kind !== 'code') whole = whole.replace(/!$/, '\\!');
    whole += markdownSpan(span, before);
    before = span;
  }
  return whole
    .split('\n')
    .map((line) => atLineStart(line.trimEnd()))
    .filter((line) => line !== '');
}

/** Marks of code that touch would be read as longer ones, so what is in them is put together. */
function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (span.kind === 'code' && last?.kind === 'code') {
      all[all.length - 1] = { kind: 'code', text: last.text + span.text };
    } else all.push(span);
  }
  return all;
}

function markdownSpan(span: Span, before: Span | undefined): string {
  switch (span.kind) {
    case 'text':
      return escaped(span.text);
    case 'break':
      return '\n';
    case 'code':
      return inlineCode(span.text);
    case 'strong':
      return marked(span.text, '**', before);
    case 'emphasis':
      return marked(span.text, '*', before);
    case 'link':
      return link(span.text, span.href);
  }
}

/** Marks that would not be read as such around this text, or would run into others, are left out. */
function marked(text: string, mark: string, before: Span | undefined): string {
  const clear = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u.test(text);
  const runsInto = before?.kind === 'strong' || before?.kind === 'emphasis';
  return clear && !runsInto ? mark + escaped(text) + mark : escaped(text);
}

function inlineCode(text: string): string {
  const line = text.replace(/\n/g, ' ');
  if (line === '') return '';
  const fence = '`'.repeat(longestRun(line) + 1);
  const blanks = line.startsWith(' ') && line.endsWith(' ') && line.trim() !== '';
  const needsRoom = blanks || line.startsWith('`') || line.endsWith('`');
  return needsRoom ? `${fence} ${line} ${fence}` : fence + line + fence;
}

function link(text: string, href: string): string {
  if (text === href && /^https?:[^\s<>\\]+$/.test(href)) return `<${href}>`;
  const address = href.replace(/[\s<>\\]/g, encodeURIComponent).replace(entity, '\\&');
  const shown = text.trim();
  const before = text.slice(0, text.length - text.trimStart().length);
  const after = shown === '' ? '' : text.slice(text.trimEnd().length);
  return `${before}[${escaped(oneLine(shown === '' ? href : shown))}](<${address}>)${after}`;
}

const entity = /&(?=#?\w+;)/g;

/**
 * What Markdown would read as a mark of its own stands behind a backslash. So do the marks of addresses: what is no link
 * in the message must not become one.
 */
const escaped = (text: string): string =>
  text.replace(/[\\`*_[\]<>~|@]|&(?=#?\w+;)|:(?=\/\/)/g, '\\$&').replace(/\b(www)\./gi, '$1\\.');

/** What is a mark at the start of a line alone; blanks there would be dropped or make code of the line. */
function atLineStart(line: string): string {
  const text = line.replace(/^[ \t]+/, (blanks) => '\u00a0'.repeat(blanks.length));
  return text
    .replace(/^(?:[-+](?=\s|$)|[-:=](?=[-:=\s]*$)|#(?=#{0,5}(?:\s|$)))/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
