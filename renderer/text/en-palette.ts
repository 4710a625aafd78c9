// The words of the palette in English.
import { plural } from './en-numbers.ts';

export const enPalette = {
  palette: 'Tickets and actions',
  palettePlaceholder: 'Find a ticket or an action',
  paletteRecent: 'Recent tickets',
  paletteActions: 'Actions',
  paletteChoice: (action: string, choice: string) => `${action}: ${choice}`,
  paletteOn: 'on',
  paletteOff: 'off',
  /** other words for what the palette offers; never shown */
  paletteAlso: {
    sort: 'sort order by',
    filter: 'filter narrow show',
    language: 'language locale translation',
    languages: { system: 'system', en: 'English', sv: 'Swedish' },
    theme: 'theme colour color scheme mode',
    account: 'account sign in',
    encrypted: 'encrypt lock secret sensitive',
  },
  paletteCount: (count: number) => plural(count, 'hit', 'hits'),
};
