// One line of plain text as spans: addresses become links, back-ticked words code, everything else stays as typed.
import type { Span } from '../../contract/model.ts';
import { safeLink } from './safe-link.ts';

// Bounded and anchored at a word's start, so that a long word is not tried again from each of its letters.
const special =
  /`([^`\n]{1,500})`|https?:\/\/[^\s<>"`]{1,2048}|(?<![\w.+-])[\w.+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/giu;

/** @param text without line ends */
export function inline(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(special)) {
    const [whole, code] = match;
    const span: Span | null = code === undefined ? linkFor(whole) : { kind: 'code', text: code };
    if (span === null) continue;
    pushText(spans, text.slice(from, match.index));
    spans.push(span);
    from = match.index + ('href' in span ? span.text.length : whole.length);
  }
  pushText(spans, text.slice(from));
  return spans;
}

function linkFor(whole: string): Span | null {
  const isWeb = /^https?:/i.test(whole);
  const text = isWeb ? withoutTail(whole) : whole;
  const link = safeLink(isWeb ? text : `mailto:${text}`);
  return link && { kind: 'link', text, ...link };
}

const pairs = ['()', '[]', '{}'];
const ending = /[.,;:!?'"*_~…»”’]/;

/** Without punctuation that ends the sentence and not the address: a bracket stays if it was opened inside. */
function withoutTail(address: string): string {
  const unopened = new Map(
    pairs.map(([open = '', shut = '']) => [shut, count(address, shut) - count(address, open)]),
  );
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    const surplus = unopened.get(last);
    if (surplus === undefined ? !ending.test(last) : surplus <= 0) break;
    if (surplus !== undefined) unopened.set(last, surplus - 1);
  }
  return address.slice(0, end);
}

const count = (text: string, part: string): number => text.split(part).length - 1;

/** Adds text, joining it to a text before it. */
export function pushText(spans: Span[], text: string): void {
  if (text === '') return;
  const last = spans.at(-1);
  if (last?.kind === 'text') spans[spans.length - 1] = { kind: 'text', text: last.text + text };
  else spans.push({ kind: 'text', text });
}
