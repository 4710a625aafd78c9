// What the page makes of blocks (renderer/views/message/blocks.tsx), as text: the same elements and
// attributes in the same places, without the words and buttons that the page adds of its own.
import type { Block, Span } from '../../../electron/contract/model.ts';
import { showsHost } from '../../../renderer/views/message/shown-host.ts';

const encode = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const render = (blocks: readonly Block[]): string =>
  blocks.map((block) => ofBlock(block, true)).join('');

/** Without the hosts that the page adds to links: what came out of the body, and nothing else. */
export const renderBare = (blocks: readonly Block[]): string =>
  blocks.map((block) => ofBlock(block, false)).join('');

function ofBlock(block: Block, withHosts: boolean): string {
  if (block.kind === 'code') return `<pre><code>${encode(block.text)}</code></pre>`;
  const ofSpans = (spans: readonly Span[]) => spans.map((span) => ofSpan(span, withHosts)).join('');
  if (block.kind === 'paragraph') return `<p>${ofSpans(block.spans)}</p>`;
  if (block.kind === 'quote') return `<blockquote>${ofSpans(block.spans)}</blockquote>`;
  const items = block.items.map((spans) => `<li>${ofSpans(spans)}</li>`).join('');
  return block.ordered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
}

function ofSpan(span: Span, withHosts: boolean): string {
  if (span.kind === 'break') return '<br>';
  const text = encode(span.text);
  if (span.kind === 'text') return text;
  if (span.kind === 'strong') return `<strong>${text}</strong>`;
  if (span.kind === 'emphasis') return `<em>${text}</em>`;
  if (span.kind === 'code') return `<code>${text}</code>`;
  if (!/^(https?|mailto):/i.test(span.href)) return text;
  const isSaid = !withHosts || showsHost(span.text, span.href, span.host);
  const host = isSaid ? '' : `<span class="host"> (${encode(span.host)})</span>`;
  return `<a href="${encode(span.href)}" rel="noreferrer noopener">${text}</a>${host}`;
}
