// The one place where windows are made. Every window is sandboxed, isolated, without Node, and gone when closed.
import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';
import { pageAddress } from './address.ts';
import type { Kind, Pane } from './desktop.ts';
import { senderId, tellPage } from './ipc-server.ts';
import { type Place, type Rectangle, smallest } from './placement.ts';

export type Look = {
  readonly place: Place;
  readonly dark: boolean;
  readonly packaged: boolean;
  readonly title: string;
  readonly preload: string;
  readonly icon: string;
  readonly session: Session;
};

export function windowOptions(kind: Kind, look: Look): BrowserWindowConstructorOptions {
  return {
    ...look.place,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: look.title,
    icon: look.icon,
    // Shown when the page has something to show, over the page's own colour until then.
    show: false,
    backgroundColor: look.dark ? '#191b1a' : '#f6f6f4',
    autoHideMenuBar: true,
    fullscreenable: kind === 'main',
    maximizable: kind === 'main',
    minimizable: kind === 'main',
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
      navigateOnDragDrop: false,
      devTools: !look.packaged,
      // Chromium fetches its dictionaries from the network, and what is typed here is nobody else's business.
      spellcheck: process.platform === 'darwin',
    },
  };
}

export type WindowParts = {
  readonly create: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly look: (kind: Kind) => Look;
  /** remembers where the user had the main window */
  readonly remember: (place: Rectangle) => void;
  readonly onCrash: (kind: Kind, reason: string) => void;
  readonly now: () => number;
};

/** A page that dies again so soon will die for ever. */
const crashPauseMs = 30_000;

/** Opens a window at a hash route. */
export function openPane(kind: Kind, hash: string, parts: WindowParts): Pane {
  const window = parts.create(windowOptions(kind, parts.look(kind)));
  const contents = window.webContents;
  const id = senderId(contents);
  let lastCrash = Number.NEGATIVE_INFINITY;
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    if (kind === 'main') parts.remember(window.getNormalBounds());
  });
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    parts.onCrash(kind, reason);
    if (parts.now() - lastCrash < crashPauseMs) return window.destroy();
    lastCrash = parts.now();
    contents.reload();
  });
  window.loadURL(pageAddress(hash)).catch(() => {
    // Closed before it was loaded, or gone with the program; either way there is nobody to tell.
  });
  return {
    id,
    bringToFront() {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    tell: (event, data) => tellPage(contents, event, data),
    close: () => window.close(),
    onClosed: (listener) => window.once('closed', listener),
  };
}
