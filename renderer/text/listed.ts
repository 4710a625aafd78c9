// "Bageriet, Studio Nord and Account 3": several names in one sentence.
import { type Language, localeOf } from '../../electron/contract/language.ts';

export const listed = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(names);
