// What no ticket text may carry onward: control characters, direction overrides and invisible joiners of words.

// C0 and C1 controls but tab and newline; bidi marks, embeddings, overrides and isolates; zero-width space, word
// joiner, byte order mark; deprecated shaping controls; annotation anchors. ZWJ and ZWNJ stay: emoji and several
// scripts need them.
const forbidden = /[[\p{Cc}--[\t\n]]\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gv;

/** The same text with line ends as `\n`, well-formed, and free of characters that steer instead of say. */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(forbidden, '');

/** On one line: every run of blanks is one space. */
export const oneLine = (text: string): string => clean(text).replace(/\s+/g, ' ').trim();
