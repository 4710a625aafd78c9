// What the program says outside of its pages: tooltips of its tray icon and titles of its windows.
import type { ElectronApplication } from 'playwright-core';

type Listening = { tooltips: string[]; titles: string[] };

/** To be called early: it hears what is said from then on. */
export async function listenToWords(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ app, BrowserWindow, Tray }) => {
    const said: Listening = { tooltips: [], titles: [] };
    Object.assign(globalThis, { said });
    const setToolTip = Tray.prototype.setToolTip;
    Tray.prototype.setToolTip = function (words) {
      said.tooltips.push(words);
      return setToolTip.call(this, words);
    };
    const listen = (window: Electron.BrowserWindow) =>
      window.on('page-title-updated', (_event, title) => said.titles.push(title));
    for (const window of BrowserWindow.getAllWindows()) listen(window);
    app.on('browser-window-created', (_event, window) => listen(window));
  });
}

export function wordsSaid(electron: ElectronApplication): Promise<Listening> {
  return electron.evaluate(({ BrowserWindow }) => {
    const { said } = globalThis as unknown as { said: Listening };
    const now = BrowserWindow.getAllWindows().flatMap((window) => [
      window.getTitle(),
      window.webContents.getTitle(),
    ]);
    return { tooltips: said.tooltips, titles: [...said.titles, ...now] };
  });
}
