// Where the user had the main window, in windows.json of the data folder. Losing it costs nothing.
import ElectronStore from 'electron-store';
import type { Log } from '../core/ports.ts';
import type { Rectangle } from './placement.ts';

/** @param folder the data folder */
export function rememberedPlace(
  folder: string,
  log: Log,
): { read(): unknown; write(place: Rectangle): void } {
  const store = new ElectronStore<{ main?: Rectangle }>({
    name: 'windows',
    cwd: folder,
    configFileMode: 0o600,
    clearInvalidConfig: true,
  });
  return {
    read: () => store.get('main'),
    write(place) {
      try {
        store.set('main', place);
      } catch (cause) {
        log.error('window-place-not-written', cause);
      }
    },
  };
}
