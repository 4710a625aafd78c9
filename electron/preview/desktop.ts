// Windows of the preview: there is one page in somebody's browser, and nothing here may open another.
import type { Desktop } from '../core/ports.ts';

/** The page shows tickets and the quick reply itself; links are not opened from here, whatever they are. */
export const pageDesktop: Desktop = {
  openMain: () => undefined,
  openQuick: () => undefined,
  quickTicket: () => null,
  closeWindow: () => undefined,
  clipboard: null,
  openExternal: async () => false,
};
