// The languages of the program, and how dates and numbers are written in each.
export type Language = 'en' | 'sv';

const usual = { en: 'en-GB', sv: 'sv-SE' } as const satisfies Record<Language, string>;

/**
 * The locale of this language that the user prefers, such as `en-US`.
 * @param preferred the system's locales, best first
 */
export const localeOf = (language: Language, preferred: readonly string[] = []): string =>
  preferred.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? usual[language];
