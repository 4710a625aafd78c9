// A line of ticket text, before it is known what it is part of.
import type { Span } from '../../contract/model.ts';
import { inline, pushText } from './inline.ts';

/** `spans` is null for plain text, whose links are looked for only when it is shown. */
export type Line = { readonly text: string; readonly spans: readonly Span[] | null };

/** A line as typed. */
export const plainLine = (text: string): Line => ({ text, spans: null });

/** A line made of spans; blanks are as in HTML: one is as good as many. */
export const lineOf = (spans: readonly Span[]): Line => ({ text: textOf(spans), spans });

/** What is left of the line behind its first `drop` characters, as spans. */
export function spansOf(line: Line, drop = 0): Span[] {
  if (line.spans === null) return inline(line.text.slice(drop));
  const spans: Span[] = [];
  let left = drop;
  for (const span of line.spans) {
    const length = textOf([span]).length;
    const rest = span.kind === 'break' ? span : { ...span, text: span.text.slice(left) };
    left = Math.max(0, left - length);
    if (rest.kind === 'text') for (const found of inline(rest.text)) pushSpan(spans, found);
    else if (rest.kind === 'break' || rest.text !== '') spans.push(rest);
  }
  return spans;
}

/** The lines as one run of spans with breaks between them; `drop` says how much each loses at its start. */
export const joinLines = (lines: readonly Line[], drop: (line: Line) => number = () => 0): Span[] =>
  lines.flatMap((line, index) => {
    const spans = spansOf(line, drop(line));
    return index === 0 ? spans : [{ kind: 'break' as const }, ...spans];
  });

const textOf = (spans: readonly Span[]): string =>
  spans.map((span) => (span.kind === 'break' ? '\n' : span.text)).join('');

function pushSpan(spans: Span[], span: Span): void {
  if (span.kind === 'text') pushText(spans, span.text);
  else spans.push(span);
}
