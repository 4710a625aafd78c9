// The body of a message as the page shows it: a flat list of harmless blocks, whatever the body was.
import type { Block } from '../../contract/model.ts';
import { clean } from './clean.ts';
import { decodeEntities } from './entities.ts';
import type { FlowItem } from './flow-items.ts';
import { flowOfHtml } from './html-flow.ts';
import type { Line } from './line.ts';
import { blocksOfLines, blocksOfText } from './line-blocks.ts';
import { isHtml } from './markup.ts';

/** Plain text or HTML, decided by the text itself. Never throws; linear in the length of the body. */
export const toBlocks = (body: string): Block[] =>
  isHtml(body) ? blocksOfFlow(flowOfHtml(body)) : blocksOfText(clean(decodeEntities(body)));

function blocksOfFlow(items: readonly FlowItem[]): Block[] {
  const blocks: Block[] = [];
  let lines: Line[] = [];
  const endLines = () => {
    for (const block of blocksOfLines(lines)) blocks.push(block);
    lines = [];
  };
  for (const item of items) {
    if ('line' in item) lines.push(item.line);
    else {
      endLines();
      blocks.push(item.block);
    }
  }
  endLines();
  return blocks;
}
