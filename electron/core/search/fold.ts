// Text as search compares it: without case and accents, and of the same length, so that places in it are places in the
// text. The same words as those of the index (unicode61, remove_diacritics 2).

const marks = /\p{M}+/gu;
const notAscii = /[^\0-\x7f]/gu;

/** Without case and accents. @param text in NFC, see `composed` */
export function fold(text: string): string {
  return text.replace(notAscii, foldOne).toLowerCase();
}

function foldOne(character: string): string {
  const base = character.normalize('NFD').replace(marks, '').toLowerCase();
  return base.length === character.length ? base : character;
}

/** Letters and their accents as one character each, where there is one. */
export const composed = (text: string): string => text.toWellFormed().normalize('NFC');

const wordCharacters = '\\p{L}\\p{N}\\p{M}\\p{Co}';
/** What is part of a word to the index, and what is not: for patterns with the flag u. None of it is a sign of patterns. */
export const wordCharacter = `[${wordCharacters}]`;
export const notWordCharacter = `[^${wordCharacters}]`;
const anyWord = /[\p{L}\p{N}\p{Co}]/u;

/** Whether the index can find it at all. */
export const hasWord = (text: string): boolean => anyWord.test(text);
