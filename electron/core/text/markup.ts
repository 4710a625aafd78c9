// Is this text really HTML? Ticket text usually is not: "a < b" must stay as typed, and so must "paste it before
// </body>", where reading the text as HTML would swallow the very word that matters.

// Names that are written to format text; the others are talked about as often as they are used.
const formatting =
  'a|b|blockquote|center|code|div|em|font|h[1-6]|i|li|ol|p|pre|s|small|span|strike|strong|sub|sup|table|td|tr|tt|u|ul';
const others =
  'article|body|form|head|html|iframe|img|input|link|meta|object|script|section|style|svg|textarea|title';

// `[^<>]*` ends at the next bracket, so no character is looked at more than a few times.
const lineBreak = /<br\s{0,9}\/?>/i;
const atStart = new RegExp(`^\\s*<(?:!doctype|!--|(?:${formatting}|${others})(?:\\s[^<>]*)?/?>)`, 'i');
const openings = new RegExp(`<(${formatting})(?:\\s[^<>]*)?>`, 'gi');
const closings = new RegExp(`</(${formatting})\\s{0,9}>`, 'gi');
const lineTag =
  /<\/?(?:address|article|blockquote|br|div|dl|h[1-6]|hr|li|ol|p|pre|section|table|tr|ul)[\s/>]/i;

/** True for text that begins with a tag, breaks lines with tags, or opens and closes a formatting tag. */
export function isHtml(body: string): boolean {
  if (!body.includes('<')) return false;
  const text = withoutMarkedCode(body);
  if (lineBreak.test(text) || atStart.test(text)) return true;
  const closed = namesIn(text, closings);
  if (closed.size === 0) return false;
  const opened = namesIn(text, openings);
  return [...closed].some((name) => opened.has(name));
}

/** True when tags make the lines, so that line ends in the source mean nothing. */
export const hasLineTags = (html: string): boolean => lineTag.test(html);

const namesIn = (text: string, tags: RegExp): Set<string> =>
  new Set([...text.matchAll(tags)].map(([, name = '']) => name.toLowerCase()));

/** Code that the writer put into back-ticks shows tags rather than using them. */
const withoutMarkedCode = (text: string): string =>
  text.includes('`') ? text.replace(/```.*?(?:```|$)/gs, ' ').replace(/`[^`\n]*`/g, ' ') : text;
