// The body of a message as text: for search, previews and texts outside of the page.
import type { Block, Span } from '../../contract/model.ts';
import { clean } from './clean.ts';
import { decodeEntities } from './entities.ts';
import type { FlowItem } from './flow-items.ts';
import { flowOfHtml } from './html-flow.ts';
import { isHtml } from './markup.ts';

/** Plain text stays as typed; of HTML the lines, paragraphs and lists are kept, and links name their address. */
export const toPlain = (body: string): string =>
  isHtml(body) ? textOfFlow(flowOfHtml(body)) : clean(decodeEntities(body)).trim();

const textOfFlow = (items: readonly FlowItem[]): string =>
  items
    .map((item) =>
      'line' in item
        ? item.line.spans
          ? textOfSpans(item.line.spans)
          : item.line.text
        : `\n${textOfBlock(item.block)}\n`,
    )
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

function textOfBlock(block: Block): string {
  if (block.kind === 'code') return block.text;
  if (block.kind === 'list') {
    return block.items
      .map((spans, index) => `${block.ordered ? `${index + 1}.` : '-'} ${textOfSpans(spans)}`)
      .join('\n');
  }
  const text = textOfSpans(block.spans);
  return block.kind === 'quote' ? text.replace(/^/gm, '> ') : text;
}

const textOfSpans = (spans: readonly Span[]): string => spans.map(textOfSpan).join('');

function textOfSpan(span: Span): string {
  if (span.kind === 'break') return '\n';
  if (span.kind !== 'link') return span.text;
  const isNamed =
    span.href === span.text || span.href === `mailto:${span.text}` || span.href === `${span.text}/`;
  return isNamed ? span.text : `${span.text} (${span.href})`;
}
