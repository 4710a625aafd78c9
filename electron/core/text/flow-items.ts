// Where the lines of HTML go once they are whole: among the others, or into the quote or list around them. Only the
// outermost one is a block; what opens inside it becomes lines of it. Counts instead of nesting.
import type { Block } from '../../contract/model.ts';
import { joinLines, type Line, plainLine } from './line.ts';

export type FlowItem = { readonly line: Line } | { readonly block: Block };
type Frame = { kind: 'quote' | 'list'; depth: number; ordered: boolean; parts: Line[][] };

/** Lines and finished blocks, in their order. */
export function createFlowItems() {
  const items: FlowItem[] = [];
  let gap = false;
  let frame: Frame | null = null;

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

  function endFrame({ kind, ordered, parts }: Frame): void {
    frame = null;
    const block = kind === 'quote' ? quoteOf(parts) : listOf(parts, ordered);
    if (block) items.push({ block });
  }

  return {
    addLine,
    addCode(code: string): void {
      if (frame === null) items.push({ block: { kind: 'code', text: code } });
      else for (const row of code.split('\n')) addLine(plainLine(row));
    },
    /** The next line stands apart from the one before. */
    leaveGap(): void {
      gap = true;
    },
    isFramed: () => frame !== null,
    open(kind: Frame['kind'], ordered: boolean): void {
      if (frame === null) frame = { kind, depth: 1, ordered, parts: [] };
      else if (frame.kind === kind) frame.depth += 1;
    },
    /** What follows is another item of the list; false: there is none that could take it. */
    beginItem(): boolean {
      if (frame?.kind !== 'list' || frame.depth !== 1) return false;
      frame.parts.push([]);
      return true;
    },
    close(kind: Frame['kind']): void {
      if (frame?.kind !== kind) return;
      frame.depth -= 1;
      if (frame.depth === 0) endFrame(frame);
    },
    /** Also of what nobody closed. */
    end(): readonly FlowItem[] {
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
