// The language of everything that is said outside the pages: the one that was chosen, or the system's.
import type { Ports } from './ports.ts';

export type Language = 'en' | 'sv';

/** The system's language counts where none was chosen; all but Swedish are answered in English. */
export function languageOf({
  settings,
  systemLanguage,
}: Pick<Ports, 'settings' | 'systemLanguage'>): Language {
  const { language } = settings.get();
  if (language !== 'system') return language;
  return /^sv\b/i.test(systemLanguage) ? 'sv' : 'en';
}
