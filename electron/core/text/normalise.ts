// The form in which two texts are compared, when the question is whether the server's message is the one we sent.
import { clean } from './clean.ts';
import { decodeEntities } from './entities.ts';

/**
 * NFC, without tags, references, control characters and differences in blanks. Tags are removed before and after
 * decoding, so that `a <b>`, sent, equals `a &lt;b&gt;`, received.
 */
export const normalise = (body: string): string =>
  clean(withoutTags(decodeEntities(withoutTags(body))))
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();

// A name ends where it ends: tried at each of its letters, a long one that no bracket follows would take for ever.
const anyTag = /<(\/?)([a-z][a-z0-9]*)(?![a-z0-9])[^<>]*>/gi;
const inline = /^(?:a|abbr|b|big|code|del|em|font|i|ins|kbd|s|samp|small|span|strike|strong|sub|sup|tt|u)$/i;

/** Inline tags leave no gap, all others a blank. */
const withoutTags = (text: string): string =>
  text.includes('<')
    ? withoutComments(text).replace(anyTag, (_tag, _slash: string, name: string) =>
        inline.test(name) ? '' : ' ',
      )
    : text;

// By hand: a lazy pattern looks for "-->" from every "<!--" anew.
function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) return kept + text.slice(from);
    kept += text.slice(from, start);
    from = end + 3;
  }
}
