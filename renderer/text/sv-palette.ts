// The words of the palette in Swedish.
import type { Text } from './en.ts';
import type { enPalette } from './en-palette.ts';
import { plural } from './sv-numbers.ts';

export const svPalette: Pick<Text, keyof typeof enPalette> = {
  palette: 'Ärenden och åtgärder',
  palettePlaceholder: 'Sök ett ärende eller en åtgärd',
  paletteRecent: 'Senaste ärendena',
  paletteActions: 'Åtgärder',
  paletteChoice: (action, choice) => `${action}: ${choice}`,
  paletteOn: 'på',
  paletteOff: 'av',
  paletteAlso: {
    sort: 'sortera sortering ordna',
    filter: 'filtrera filter begränsa visa',
    language: 'språk översättning language',
    languages: { system: 'system', en: 'engelska', sv: 'svenska' },
    theme: 'tema färg läge theme',
    account: 'konto logga in',
    encrypted: 'kryptera lås hemligt känsligt',
  },
  paletteCount: (count) => plural(count, 'träff', 'träffar'),
};
