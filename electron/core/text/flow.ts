// Gathers what HTML says into lines and finished blocks. Lines are what plain text would have looked like, so that
// logs, quotes and lists made of line breaks are found in them later. Knows no tag names, and tags may come in any order.
import { createTextFlow } from './text-flow.ts';

type ListState = { readonly ordered: boolean; count: number };

export type Flow = ReturnType<typeof createFlow>;

/** `keepsLineEnds`: line ends in the text are meant, because no tag makes lines. */
export function createFlow(keepsLineEnds: boolean) {
  const flow = createTextFlow(keepsLineEnds);
  const { items, line, endLine, paragraph } = flow;
  const lists: ListState[] = [];

  return {
    ...flow,
    style: line.style,
    link: line.link,
    cell(): void {
      if (!line.isBlank()) line.sign(' \u00a0');
    },
    openQuote(): void {
      paragraph();
      items.open('quote', false);
    },
    closeQuote(): void {
      endLine();
      items.close('quote');
    },
    /** `start` other than 1: the numbers are kept as text, for a list would count anew. */
    openList(ordered: boolean, start: number): void {
      endLine();
      lists.push({ ordered, count: start - 1 });
      if (!ordered || start === 1 || items.isFramed()) items.open('list', ordered);
    },
    closeList(): void {
      lists.pop();
      endLine();
      items.close('list');
    },
    item(): void {
      endLine();
      const list = lists.at(-1);
      if (list) list.count += 1;
      if (!items.beginItem()) line.sign(list?.ordered ? `${list.count}. ` : '• ');
    },
  };
}
