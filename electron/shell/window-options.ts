// How every window is made: sandboxed, isolated, without Node, without developer tools in a release.
import type { BrowserWindowConstructorOptions, Session } from 'electron';
import type { Kind } from './desktop.ts';
import { type Place, smallest } from './placement.ts';

export type Look = {
  readonly place: Place;
  readonly dark: boolean;
  readonly packaged: boolean;
  readonly platform: string;
  readonly title: string;
  readonly preload: string;
  readonly icon: string;
  readonly session: Session;
};

/** For BrowserWindow; what differs between the two kinds is what the system lets the user do with them. */
export function windowOptions(kind: Kind, look: Look): BrowserWindowConstructorOptions {
  const main = kind === 'main';
  return {
    ...look.place,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: look.title,
    icon: look.icon,
    // Shown once the page has something to show, over the page's own colour until then.
    show: false,
    backgroundColor: look.dark ? '#191b1a' : '#f6f6f4',
    autoHideMenuBar: true,
    fullscreenable: main,
    maximizable: main,
    minimizable: main,
    webPreferences: {
      preload: look.preload,
      session: look.session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      devTools: !look.packaged,
      // Elsewhere Chromium fetches its dictionaries from the network; what is typed here is nobody else's business.
      spellcheck: look.platform === 'darwin',
    },
  };
}
