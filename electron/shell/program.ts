// The running program, as a table of contents: ports, core, windows, tray, and who tells whom.
import { app, clipboard, dialog, ipcMain, Menu, nativeTheme, net, powerMonitor, shell } from 'electron';
import type { Environment } from '../adapters/environment.ts';
import { nodeFiles } from '../adapters/files.ts';
import { openLog } from '../adapters/log.ts';
import { lockProfile } from '../adapters/profile-lock.ts';
import { serve } from '../contract/transport.ts';
import { type App, createApp } from '../core/app.ts';
import { languageOf } from '../core/language.ts';
import type { Log } from '../core/ports.ts';
import { createDesktop } from './desktop.ts';
import { type Ask, askAboutLink, askToQuit, createAskWhere } from './dialogs.ts';
import { isOurPage, listenToPages } from './ipc-server.ts';
import { createLinkGate } from './link-gate.ts';
import { menuTemplate } from './menu.ts';
import { openPageSession } from './page-session.ts';
import { buildPorts, systemNotifier } from './ports.ts';
import { watchPower } from './power.ts';
import { createPrinting } from './printing.ts';
import { createQuit } from './quit.ts';
import { systemTray } from './tray.ts';
import { trayFace } from './tray-face.ts';
import { openWindows } from './windows.ts';
import { words as allWords } from './words.ts';

export type Start = { readonly folder: string; readonly environment: Environment; readonly demo: boolean };

/** Runs until the program ends. A sentence: it cannot run, and why. */
export async function runProgram({ folder, environment, demo }: Start): Promise<string | null> {
  const lock = await lockProfile(folder);
  if (lock.state === 'taken') return 'Another HostUp Support uses this data folder (HOSTUP_DATA_DIR).';
  const log = openLog(folder, !app.isPackaged);
  hearBugs(log);

  const shared = buildPorts({ folder, environment, log, demo });
  const { clock, settings } = shared;
  const words = () => allWords[languageOf(shared)];
  const ask: Ask = async (options) => (await dialog.showMessageBox(options)).response;

  const tray = systemTray((action) => actions[action](), log);
  const windows = openWindows({ folder, session: openPageSession(), trayPlace: tray.place, log });
  const desktop = createDesktop({
    open: windows.open,
    openExternal: createLinkGate({
      open: (href) => shell.openExternal(href),
      ask: (host, href) => askAboutLink(ask, words(), host, href),
      onFailure: (cause) => log.error('link-not-opened', cause),
    }),
    clipboard: { read: () => clipboard.readText(), write: (text) => clipboard.writeText(text) },
    onGone: (id) => core.forgetPage(id),
  });
  const notifier = systemNotifier(clock, (id) => core.notificationClicked(id));
  const files = nodeFiles({
    home: app.getPath('home'),
    askWhere: createAskWhere((options) => dialog.showSaveDialog(options), downloads),
    reveal: (path) => {
      shell.showItemInFolder(path);
      return true;
    },
  });
  const printing = createPrinting({
    open: windows.openSheet,
    after: clock.after,
    onFailure: (cause) => log.error('not-printed', cause),
  });
  const core: App = createApp({ ...shared, notifier, files, desktop: { ...desktop, ...printing } });

  /** Null when a database fails: neither the tray nor the way out may depend on it. */
  const summary = () => {
    try {
      return core.summary();
    } catch (cause) {
      log.error('summary', cause);
      return null;
    }
  };

  const quit = createQuit({
    unsent() {
      const now = summary();
      return { count: now?.unsent ?? 0, durable: now?.session.durable ?? true };
    },
    confirm: (count, durable) => askToQuit(ask, words(), count, durable),
    closeWindows: desktop.closeAll,
    stop: core.stop,
    quit: () => app.quit(),
    after: clock.after,
    onFailure: (cause) => log.error('stop-failed', cause),
  });
  const actions = {
    open: () => desktop.openMain(null),
    quick: () => desktop.openQuick(null),
    check: () => core.wake('asked'),
    quit: () => void quit.asked(),
  };

  const refresh = () => {
    nativeTheme.themeSource = settings.get().theme;
    const now = summary();
    if (now !== null) tray.show(trayFace(now, words()));
  };
  // A first sync changes things many times a second; the tray need not follow each.
  let waiting = false;
  const refreshSoon = () => {
    if (waiting) return;
    waiting = true;
    clock.after(200, () => {
      waiting = false;
      refresh();
    });
  };
  const setMenu = () => {
    const { platform } = process;
    const template = menuTemplate({ platform, packaged: app.isPackaged, words: words(), quit: actions.quit });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  listenToPages(
    ipcMain,
    serve(core.handlers, isOurPage, (name, cause) => log.error(`call-failed ${name}`, cause)),
  );
  core.on((change) => {
    desktop.tell(change.event, change.data);
    if (change.event !== 'changed') return;
    if (change.data.topics.includes('settings')) setMenu();
    refreshSoon();
  });
  app.on('second-instance', actions.open);
  app.on('activate', actions.open);
  // Without a listener Electron would end the program with its last window; it goes on in the tray.
  app.on('window-all-closed', () => undefined);
  app.on('before-quit', quit.beforeQuit);
  powerMonitor.on('shutdown', quit.sessionEnds);
  watchPower({ power: powerMonitor, isOnline: () => net.isOnline(), clock, wake: core.wake });

  log.info('started', { version: shared.version, electron: process.versions.electron ?? '', demo });
  setMenu();
  refresh();
  // The window does not wait: the keychain may be asking the user for a password first.
  desktop.openMain(null);
  await core.start();
  refresh();
  return null;
}

const downloads = () => app.getPath('downloads');

/** A bug is written down, and the program goes on: what matters is on disk before anything else happens. */
function hearBugs(log: Log): void {
  process.on('uncaughtException', (cause) => log.error('uncaught', cause));
  process.on('unhandledRejection', (cause) => log.error('unhandled', cause));
}
