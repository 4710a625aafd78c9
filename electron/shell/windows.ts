// The one place where windows are made. Every window has the options of window-options.ts and is gone when closed.
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, type Session, screen } from 'electron';
import type { Log } from '../core/ports.ts';
import { pageAddress } from './address.ts';
import type { Kind, Pane } from './desktop.ts';
import { senderId, tellPage } from './ipc-server.ts';
import { mainSize, placeMain, placeQuick, type Rectangle } from './placement.ts';
import type { Sheet } from './printing.ts';
import { rememberedPlace } from './remembered-place.ts';
import { windowOptions } from './window-options.ts';

type WindowParts = {
  readonly folder: string;
  readonly session: Session;
  readonly trayPlace: () => Rectangle | null;
  readonly log: Log;
};

const beside = (...path: string[]) => join(import.meta.dirname, '..', ...path);
/** A page that dies again so soon will die for ever. */
const crashPauseMs = 30_000;

/** Remembers where the main window was, in windows.json of the data folder. */
export function openWindows({ folder, session, trayPlace, log }: WindowParts): {
  open(kind: Kind, hash: string): Pane;
  /** a page that nobody sees, to be printed */
  openSheet(hash: string): Sheet;
} {
  const memory = rememberedPlace(folder, log);

  function place(kind: Kind) {
    if (kind === 'main') {
      const areas = screen.getAllDisplays().map((display) => display.workArea);
      return placeMain(memory.read(), areas);
    }
    const tray = trayPlace();
    const near = tray === null || tray.width === 0 ? screen.getCursorScreenPoint() : tray;
    return placeQuick(screen.getDisplayNearestPoint(near).workArea, tray);
  }

  function create(kind: Kind, at = place(kind)): BrowserWindow {
    const look = {
      place: at,
      dark: nativeTheme.shouldUseDarkColors,
      packaged: app.isPackaged,
      platform: process.platform,
      title: app.getName(),
      preload: beside('preload', 'preload.cjs'),
      icon: beside('icons', 'notification.png'),
      session,
    };
    return new BrowserWindow(windowOptions(kind, look));
  }

  return {
    open(kind, hash) {
      const window = create(kind);
      window.once('ready-to-show', () => {
        window.show();
        log.info('window-shown', { kind });
      });
      if (kind === 'main') window.on('close', () => memory.write(window.getNormalBounds()));
      revive(window, (reason) => log.warn('page-crashed', { kind, reason }));
      // Rejects when it is closed before it was loaded, and then there is nobody to tell.
      window.loadURL(pageAddress(hash)).catch((cause: unknown) => log.error('page-not-loaded', cause));
      return paneOf(window);
    },
    openSheet(hash) {
      const sheet = sheetOf(create('main', mainSize));
      sheet.load(hash).catch((cause: unknown) => log.error('page-not-loaded', cause));
      return sheet;
    },
  };
}

function paneOf(window: BrowserWindow): Pane {
  const contents = window.webContents;
  return {
    id: senderId(contents),
    bringToFront() {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    tell: (event, data) => tellPage(contents, event, data),
    close: () => window.isDestroyed() || window.close(),
    onClosed: (listener) => window.once('closed', listener),
    isGone: () => window.isDestroyed(),
  };
}

/** Gone as soon as it cannot be loaded or its process dies: whoever waits for it learns that it will never be ready. */
function sheetOf(window: BrowserWindow): Sheet & { load(hash: string): Promise<void> } {
  const contents = window.webContents;
  const gone = () => window.isDestroyed() || window.destroy();
  contents.once('render-process-gone', gone);
  return {
    id: senderId(contents),
    // margins, and page numbers where the engine knows them, are the style sheet's business
    toPdf: () => contents.printToPDF({ pageSize: 'A4', preferCSSPageSize: true }),
    close: gone,
    onClosed: (listener) => window.once('closed', listener),
    async load(hash) {
      try {
        await window.loadURL(pageAddress(hash));
      } catch (cause) {
        gone();
        throw cause;
      }
    },
  };
}

/** Loads a page again after its process died, once; a window without a page would only be in the way. */
function revive(window: BrowserWindow, onCrash: (reason: string) => void): void {
  let last = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    onCrash(reason);
    if (Date.now() - last < crashPauseMs) return window.destroy();
    last = Date.now();
    window.webContents.reload();
  });
}
