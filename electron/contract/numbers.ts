// How a number that counts something is written: 10,000 in English, 10 000 in Swedish, with a blank that does not break.
import { type Language, localeOf } from './language.ts';

export type Numbers = {
  number(value: number): string;
  /** "1 reply", "2,000 replies": enough for languages with two forms */
  plural(count: number, one: string, many: string): string;
};

/** The one way to write numbers in each language. */
export const numbers: Readonly<Record<Language, Numbers>> = {
  en: numbersOf('en'),
  sv: numbersOf('sv'),
};

function numbersOf(language: Language): Numbers {
  const format = new Intl.NumberFormat(localeOf(language));
  const number = (value: number) => format.format(value);
  return {
    number,
    plural: (count, one, many) => `${number(count)} ${count === 1 ? one : many}`,
  };
}
