// The language of everything that is said outside the pages: the one that was chosen, or the system's.
import { type Language, localeOf } from '../contract/language.ts';
import type { Ports } from './ports.ts';

/** The system's language counts where none was chosen; all but Swedish are answered in English. */
export function languageOf({
  settings,
  systemLanguage,
}: Pick<Ports, 'settings' | 'systemLanguage'>): Language {
  const { language } = settings.get();
  if (language !== 'system') return language;
  return /^sv\b/i.test(systemLanguage) ? 'sv' : 'en';
}

/** How dates and numbers are written in documents that are made outside the pages. */
export const documentLocale = (ports: Pick<Ports, 'settings' | 'systemLanguage'>): string =>
  localeOf(languageOf(ports), [ports.systemLanguage]);
