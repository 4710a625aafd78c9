// Text and its line ends as they come out of HTML: ordinary text, whose blanks are one blank, and preformatted text, of
// which every character counts.
import { createFlowItems, type FlowItem } from './flow-items.ts';
import { lineOf } from './line.ts';
import { createStyledLine } from './styled-line.ts';

/** `keepsLineEnds`: line ends in the text are meant, because no tag makes lines. */
export function createTextFlow(keepsLineEnds: boolean) {
  const items = createFlowItems();
  const line = createStyledLine();
  let pre: { depth: number; text: string } | null = null;

  function endLine(): void {
    const said = line.take();
    if (said.length > 0) items.addLine(lineOf(said));
  }

  function paragraph(): void {
    endLine();
    items.leaveGap();
  }

  function lineBreak(): void {
    if (pre) pre.text += '\n';
    else if (line.isBlank()) items.leaveGap();
    else endLine();
  }

  function endPre(text: string): void {
    pre = null;
    const code = text.replace(/^\n/, '').trimEnd();
    if (code !== '') items.addCode(code);
  }

  return {
    items,
    line,
    endLine,
    paragraph,
    lineBreak,
    text(said: string): void {
      if (pre) {
        pre.text += said;
        return;
      }
      const lines = keepsLineEnds ? said.split('\n') : [said];
      lines.forEach((piece, index) => {
        if (index > 0) lineBreak();
        line.say(piece.replace(/[ \t\n\f]+/g, ' '));
      });
    },
    isPre: () => pre !== null,
    openPre(): void {
      if (pre) pre.depth += 1;
      else {
        paragraph();
        pre = { depth: 1, text: '' };
      }
    },
    closePre(): void {
      if (!pre) return;
      pre.depth -= 1;
      if (pre.depth === 0) endPre(pre.text);
    },
    end(): readonly FlowItem[] {
      if (pre) endPre(pre.text);
      endLine();
      return items.end();
    },
  };
}
