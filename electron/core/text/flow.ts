// Gathers what HTML says into lines and finished blocks. Lines are what plain text would have looked like, so that
// logs, quotes and lists made of line breaks are found in them later. Knows no tag names; counts instead of
// nesting, so that tags may come in any order.
import type { Block } from '../../contract/model.ts';
import { joinLines, type Line, lineOf, plainLine } from './line.ts';
import type { SafeLink } from './safe-link.ts';
import { createSpanLine, type TextSpan } from './span-line.ts';

export type FlowItem = { readonly line: Line } | { readonly block: Block };
export type Style = 'strong' | 'emphasis' | 'code';
type Frame = { kind: 'quote' | 'list'; depth: number; ordered: boolean; parts: Line[][] };
type ListState = { readonly ordered: boolean; count: number };

export type Flow = ReturnType<typeof createFlow>;

/** `keepsLineEnds`: line ends in the text are meant, because no tag makes lines. */
export function createFlow(keepsLineEnds: boolean) {
  const items: FlowItem[] = [];
  const lists: ListState[] = [];
  const styled: Record<Style, number> = { strong: 0, emphasis: 0, code: 0 };
  let link: SafeLink | null = null;
  const line = createSpanLine();
  let gap = false;
  /** the outermost quote or list; what opens inside it becomes lines of it */
  let frame: Frame | null = null;
  let pre: { depth: number; text: string } | null = null;

  function addLine(next: Line): void {
    if (frame === null) {
      if (gap && items.length > 0) items.push({ line: plainLine('') });
      items.push({ line: next });
    } else {
      const part = frame.parts.at(-1) ?? [];
      if (frame.parts.length === 0) frame.parts.push(part);
      if (gap && frame.kind === 'quote' && part.length > 0) part.push(plainLine(''));
      part.push(next);
    }
    gap = false;
  }

  function endLine(): void {
    const said = line.take();
    if (said.length > 0) addLine(lineOf(said));
  }

  function paragraph(): void {
    endLine();
    gap = true;
  }

  function lineBreak(): void {
    if (pre) pre.text += '\n';
    else if (line.isBlank()) gap = true;
    else endLine();
  }

  function text(said: string): void {
    if (pre) {
      pre.text += said;
      return;
    }
    const lines = keepsLineEnds ? said.split('\n') : [said];
    lines.forEach((piece, index) => {
      if (index > 0) lineBreak();
      line.push(spanOf(piece.replace(/[ \t\n\f]+/g, ' ')));
    });
  }

  function spanOf(said: string): TextSpan {
    if (link) return { kind: 'link', text: said, ...link };
    const style = (['code', 'strong', 'emphasis'] as const).find((name) => styled[name] > 0);
    return { kind: style ?? 'text', text: said };
  }

  function openFrame(kind: 'quote' | 'list', ordered: boolean): void {
    if (frame === null) frame = { kind, depth: 1, ordered, parts: [] };
    else if (frame.kind === kind) frame.depth += 1;
  }

  function closeFrame(kind: 'quote' | 'list'): void {
    endLine();
    if (frame?.kind !== kind) return;
    frame.depth -= 1;
    if (frame.depth === 0) endFrame(frame);
  }

  function endFrame({ kind, ordered, parts }: Frame): void {
    frame = null;
    const block = kind === 'quote' ? quoteOf(parts) : listOf(parts, ordered);
    if (block) items.push({ block });
  }

  function closePre(): void {
    if (!pre) return;
    pre.depth -= 1;
    if (pre.depth === 0) endPre(pre.text);
  }

  function endPre(text: string): void {
    pre = null;
    const code = text.replace(/^\n/, '').trimEnd();
    if (code === '') return;
    if (frame === null) items.push({ block: { kind: 'code', text: code } });
    else for (const row of code.split('\n')) addLine(plainLine(row));
  }

  return {
    text,
    lineBreak,
    endLine,
    paragraph,
    style: (name: Style, by: 1 | -1) => {
      styled[name] = Math.max(0, styled[name] + by);
    },
    /** What follows leads there; null: nowhere. */
    link: (to: SafeLink | null) => {
      link = to;
    },
    cell: () => {
      if (!line.isBlank()) line.push({ kind: 'text', text: ' \u00a0' });
    },
    openQuote: () => {
      paragraph();
      openFrame('quote', false);
    },
    closeQuote: () => closeFrame('quote'),
    /** `start` other than 1: the numbers are kept as text, for a list would count anew. */
    openList: (ordered: boolean, start: number) => {
      endLine();
      lists.push({ ordered, count: start - 1 });
      if (!ordered || start === 1 || frame !== null) openFrame('list', ordered);
    },
    closeList: () => {
      lists.pop();
      closeFrame('list');
    },
    item: () => {
      endLine();
      const list = lists.at(-1);
      if (list) list.count += 1;
      if (frame?.kind === 'list' && frame.depth === 1) frame.parts.push([]);
      else line.push({ kind: 'text', text: list?.ordered ? `${list.count}. ` : '• ' });
    },
    openPre: () => {
      if (pre) pre.depth += 1;
      else {
        paragraph();
        pre = { depth: 1, text: '' };
      }
    },
    closePre,
    isPre: () => pre !== null,
    end: (): readonly FlowItem[] => {
      if (pre) endPre(pre.text);
      endLine();
      if (frame) endFrame(frame);
      return items;
    },
  };
}

function quoteOf(parts: readonly Line[][]): Block | null {
  const lines = parts.flat();
  return lines.length === 0 ? null : { kind: 'quote', spans: joinLines(lines) };
}

function listOf(parts: readonly Line[][], ordered: boolean): Block | null {
  const filled = parts.filter((lines) => lines.length > 0);
  return filled.length === 0
    ? null
    : { kind: 'list', ordered, items: filled.map((lines) => joinLines(lines)) };
}
