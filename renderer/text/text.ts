// Chooses the language and the date format that goes with it.
import { type Language, localeOf } from '../../electron/contract/language.ts';
import type { Settings } from '../../electron/contract/settings.ts';
import { createDates, type Dates } from './dates.ts';
import { en, type Text } from './en.ts';
import { sv } from './sv.ts';

export type Words = { readonly language: Language; readonly text: Text; readonly dates: Dates };

const texts = { en, sv };

/**
 * @param setting the user's choice; null before it is known
 * @param languages what the system prefers, best first (`navigator.languages`)
 */
export function chooseWords(setting: Settings['language'] | null, languages: readonly string[]): Words {
  const system = languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag in texts);
  const language = setting === null || setting === 'system' ? (system === 'sv' ? 'sv' : 'en') : setting;
  return {
    language,
    text: texts[language],
    dates: createDates(localeOf(language, languages), texts[language].dates),
  };
}
