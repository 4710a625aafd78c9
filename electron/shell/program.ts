// The running program, as a table of contents: ports, core, windows, tray, and who tells whom.
import { app, clipboard, dialog, ipcMain, Menu, nativeTheme, net, powerMonitor, shell } from 'electron';
import type { Environment } from '../adapters/environment.ts';
import { nodeFiles } from '../adapters/files.ts';
import { openLog } from '../adapters/log.ts';
import { lockProfile } from '../adapters/profile-lock.ts';
import { serve } from '../contract/transport.ts';
import { type App, createApp } from '../core/app.ts';
import type { Files } from '../core/files-port.ts';
import { languageOf } from '../core/language.ts';
import type { Clock, Log } from '../core/ports.ts';
import { createDesktop } from './desktop.ts';
import { type Ask, askAboutLink, askToQuit, createAskWhere } from './dialogs.ts';
import { createUpkeep } from './face-upkeep.ts';
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
import { words as allWords, type Words } from './words.ts';

export type Start = { readonly folder: string; readonly environment: Environment; readonly demo: boolean };

/** Runs until the program ends. A sentence: it cannot run, and why. */
export async function runProgram({ folder, environment, demo }: Start): Promise<string | null> {
  const lock = await lockProfile(folder);
  if (lock.state === 'taken') return 'Another HostUp Support uses this data folder (HOSTUP_DATA_DIR).';
  const log = openLog(folder, !app.isPackaged);
  hearBugs(log);

  const shared = buildPorts({ folder, environment, log, demo });
  const { clock, settings } = shared;
  const words: WordsNow = () => allWords[languageOf(shared)];

  const tray = systemTray((action) => actions[action](), log);
  const windows = openWindows({ folder, session: openPageSession(), trayPlace: tray.place, log });
  const desktop = createDesktop({
    open: windows.open,
    openExternal: linkGate(words, log),
    clipboard: { read: () => clipboard.readText(), write: (text) => clipboard.writeText(text) },
    onGone: (id) => core.forgetPage(id),
  });
  const core: App = createApp({
    ...shared,
    notifier: systemNotifier(clock, (id) => core.notificationClicked(id)),
    files: userFiles(),
    desktop: { ...desktop, ...printing(windows, clock, log) },
  });

  const upkeep = createUpkeep({
    core,
    clock,
    log,
    show(now) {
      nativeTheme.themeSource = settings.get().theme;
      if (now !== null) tray.show(trayFace(now, words()));
    },
  });
  const quit = programQuit(core, { clock, log, words, summary: upkeep.summary, closeAll: desktop.closeAll });
  const actions = {
    open: () => desktop.openMain(null),
    quick: () => desktop.openQuick(null),
    check: () => core.wake('asked'),
    quit: () => void quit.asked(),
  };
  const showMenu = () => setMenu(words(), actions.quit);

  connectPages(core, desktop, log);
  core.on((change) => {
    if (change.event !== 'changed') return;
    if (change.data.topics.includes('settings')) showMenu();
    upkeep.refreshSoon();
  });
  hearSystem({ open: actions.open, quit });
  watchPower({ power: powerMonitor, isOnline: () => net.isOnline(), clock, wake: core.wake });

  log.info('started', { version: shared.version, electron: process.versions.electron ?? '', demo });
  showMenu();
  upkeep.refresh();
  // The window does not wait: the keychain may be asking the user for a password first.
  desktop.openMain(null);
  await core.start();
  upkeep.refresh();
  return null;
}

/** In the language that is shown now. */
type WordsNow = () => Words;

const ask: Ask = async (options) => (await dialog.showMessageBox(options)).response;

/** Pages ask the core, and hear from it what has changed. */
function connectPages(core: App, { tell }: Pick<ReturnType<typeof createDesktop>, 'tell'>, log: Log): void {
  listenToPages(
    ipcMain,
    serve(core.handlers, isOurPage, (name, cause) => log.error(`call-failed ${name}`, cause)),
  );
  core.on(({ event, data }) => tell(event, data));
}

/** The one way from a page to the browser. */
const linkGate = (words: WordsNow, log: Log) =>
  createLinkGate({
    open: (href) => shell.openExternal(href),
    ask: (host, href) => askAboutLink(ask, words(), host, href),
    onFailure: (cause) => log.error('link-not-opened', cause),
  });

const printing = ({ openSheet }: Pick<ReturnType<typeof openWindows>, 'openSheet'>, clock: Clock, log: Log) =>
  createPrinting({
    open: openSheet,
    after: clock.after,
    onFailure: (cause) => log.error('not-printed', cause),
  });

/** The user's own folders, which the system's dialog chooses. */
function userFiles(): Files {
  const downloads = () => app.getPath('downloads');
  return nodeFiles({
    home: app.getPath('home'),
    askWhere: createAskWhere((options) => dialog.showSaveDialog(options), downloads),
    reveal: (path) => {
      shell.showItemInFolder(path);
      return true;
    },
  });
}

type QuitOf = {
  readonly clock: Clock;
  readonly log: Log;
  readonly words: WordsNow;
  readonly summary: () => ReturnType<App['summary']> | null;
  readonly closeAll: () => Promise<void>;
};

/** The way out. Where nothing can be told of what is unsent, nobody is asked about it. */
const programQuit = (core: App, { clock, log, words, summary, closeAll }: QuitOf) =>
  createQuit({
    unsent() {
      const now = summary();
      return { count: now?.unsent ?? 0, durable: now?.session.durable ?? true };
    },
    confirm: (count, durable) => askToQuit(ask, words(), count, durable),
    closeWindows: closeAll,
    stop: core.stop,
    quit: () => app.quit(),
    after: clock.after,
    onFailure: (cause) => log.error('stop-failed', cause),
  });

function setMenu(words: Words, quit: () => void): void {
  const template = menuTemplate({ platform: process.platform, packaged: app.isPackaged, words, quit });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** The system asks for the window, or for the end. */
function hearSystem({ open, quit }: { open: () => void; quit: ReturnType<typeof createQuit> }): void {
  app.on('second-instance', open);
  app.on('activate', open);
  // Without a listener Electron would end the program with its last window; it goes on in the tray.
  app.on('window-all-closed', () => undefined);
  app.on('before-quit', quit.beforeQuit);
  powerMonitor.on('shutdown', quit.sessionEnds);
}

/** A bug is written down, and the program goes on: what matters is on disk before anything else happens. */
function hearBugs(log: Log): void {
  process.on('uncaughtException', (cause) => log.error('uncaught', cause));
  process.on('unhandledRejection', (cause) => log.error('unhandled', cause));
}
