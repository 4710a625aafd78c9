// The words of the palette in English.
export const enPalette = {
  palette: 'Tickets and actions',
  palettePlaceholder: 'Find a ticket or an action',
  paletteRecent: 'Recent tickets',
  paletteActions: 'Actions',
  paletteChoice: (action: string, choice: string) => `${action}: ${choice}`,
  paletteCount: (count: number) => (count === 1 ? '1 hit' : `${count} hits`),
};
