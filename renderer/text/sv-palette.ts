// The words of the palette in Swedish.

import type { Text } from './en.ts';
import type { enPalette } from './en-palette.ts';

export const svPalette: Pick<Text, keyof typeof enPalette> = {
  palette: 'Ärenden och åtgärder',
  palettePlaceholder: 'Sök ett ärende eller en åtgärd',
  paletteRecent: 'Senaste ärendena',
  paletteActions: 'Åtgärder',
  paletteChoice: (action, choice) => `${action}: ${choice}`,
  paletteCount: (count) => (count === 1 ? '1 träff' : `${count} träffar`),
};
