// Blocks in short, for comparing: `p:`, `code:`, `list:` or `numbers:`, `quote:`; `|` between lines or items.
import type { Block, Span } from '../../../electron/contract/model.ts';

export const shortOf = (blocks: readonly Block[]): string[] => blocks.map(shortBlock);

function shortBlock(block: Block): string {
  if (block.kind === 'code') return `code:${block.text}`;
  if (block.kind === 'list') {
    return `${block.ordered ? 'numbers' : 'list'}:${block.items.map(wordsOf).join('|')}`;
  }
  return `${block.kind === 'quote' ? 'quote' : 'p'}:${wordsOf(block.spans)}`;
}

export const wordsOf = (spans: readonly Span[]): string =>
  spans.map((span) => (span.kind === 'break' ? '|' : span.text)).join('');
