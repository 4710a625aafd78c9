// From what a user typed to an FTS5 expression. Whatever was typed is a search, never an error.

const maxTerms = 16;
const maxLength = 400;
// what the tokenizer unicode61 takes for a part of a word
const wordCharacter = /[\p{L}\p{N}\p{Co}]/u;

export type SearchQuery = {
  /** null: nothing in it can be found */
  readonly match: string | null;
  /** the ticket number that was typed, '' if it was something else */
  readonly number: string;
};

/** Answers null when nothing was typed. Every term is quoted; the last one may be the beginning of a word. */
export function parseSearch(text: string): SearchQuery | null {
  const typed = text.slice(0, maxLength).trim();
  if (typed === '') return null;
  const terms = typed
    .split(/\s+/u)
    .filter((term) => wordCharacter.test(term))
    .slice(0, maxTerms)
    .map((term) => `"${term.replaceAll('"', ' ').replaceAll('\0', ' ')}"`);
  return {
    match: terms.length === 0 ? null : `${terms.join(' ')} *`,
    number: /^#?\s*(\d+)$/u.exec(typed)?.[1] ?? '',
  };
}
