// One line of HTML text while it is gathered: spans of one kind are joined, and blanks are one blank, as in browsers.
import type { Span } from '../../contract/model.ts';

export type TextSpan = Exclude<Span, { kind: 'break' }>;

/** One line after the other: `take` begins the next. */
export function createSpanLine() {
  let spans: TextSpan[] = [];
  // Kept beside the text: asking a text under construction for its end copies all of it.
  let endsBlank = true;
  let isBlank = true;

  return {
    push(span: TextSpan): void {
      const text = endsBlank && span.text.startsWith(' ') ? span.text.slice(1) : span.text;
      if (text === '') return;
      endsBlank = text.endsWith(' ');
      if (/\S/.test(text)) isBlank = false;
      const last = spans.at(-1);
      if (last && isSame(last, span)) spans[spans.length - 1] = { ...last, text: last.text + text };
      else spans.push({ ...span, text });
    },
    isBlank: () => isBlank,
    /** What was gathered, nothing if it is blank; a protected blank at the start is an indent and stays. */
    take(): Span[] {
      const taken = isBlank ? [] : withoutBlankEnd(spans.map(withOrdinaryBlanks));
      spans = [];
      endsBlank = true;
      isBlank = true;
      return taken;
    },
  };
}

const isSame = (one: TextSpan, other: TextSpan): boolean =>
  one.kind === other.kind && (one.kind !== 'link' || (other.kind === 'link' && one.href === other.href));

const withOrdinaryBlanks = (span: TextSpan): TextSpan => ({
  ...span,
  text: span.text.replaceAll('\u00a0', ' '),
});

function withoutBlankEnd(spans: readonly TextSpan[]): TextSpan[] {
  const last = spans.findLastIndex((span) => /\S/.test(span.text));
  return spans
    .slice(0, last + 1)
    .map((span, index) => (index === last ? { ...span, text: span.text.trimEnd() } : span));
}
