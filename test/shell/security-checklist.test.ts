// Electron's security checklist, point by point and in its order, asked of what the shell does to recorded parts of
// Electron. The same points are asked of the running program in test/e2e/electron/security.test.ts.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkArchitecture } from '../../build/check-architecture.ts';
import { success } from '../../electron/contract/codes.ts';
import { ipcTransport } from '../../electron/contract/ipc-transport.ts';
import { type Handlers, serve } from '../../electron/contract/transport.ts';
import { pageAddress } from '../../electron/shell/address.ts';
import { settleBeforeReady } from '../../electron/shell/before-ready.ts';
import { contentPolicy } from '../../electron/shell/content-policy.ts';
import { isOurPage, listenToPages } from '../../electron/shell/ipc-server.ts';
import { createLinkGate } from '../../electron/shell/link-gate.ts';
import { lockSessions } from '../../electron/shell/lock-session.ts';
import { windowOptions } from '../../electron/shell/window-options.ts';
import {
  aLook,
  callFrom,
  fakeApp,
  fakeContents,
  fakeIpc,
  fakePageIpc,
  fakeSession,
} from '../fakes/electron.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const page = { url: pageAddress('#/') };
const elsewhere = [
  'https://hostup.se.evil.example/',
  'http://hostup/index.html',
  'http://127.0.0.1/',
  'app://hostup.evil.example/index.html',
  'app://hostup:80/',
  'app://user@hostup/',
  'app://other/',
  'apps://hostup/',
  'file:///hostup/index.html',
  'data:text/html,hostup',
  'about:blank',
  'blob:app://hostup/1',
];

/** The options of both windows, as BrowserWindow gets them. */
const { session: pages } = fakeSession();
const windows = (['main', 'quick'] as const).map((kind) => windowOptions(kind, aLook(pages)));
const preferences = windows.map(({ webPreferences = {} }) => webPreferences);
const preference = (name: keyof (typeof preferences)[number]) => preferences.map((all) => all[name]);

/** Sessions as they are when windows open. */
function lockedSessions() {
  const [ours, other] = [fakeSession(), fakeSession()];
  lockSessions(ours.session, other.session, '/out/renderer', async () => new TextEncoder().encode('<p>'));
  return { ours, other };
}

/** A web contents that Electron made after the program was settled. */
function bornContents() {
  const { app, protocol, create } = fakeApp();
  settleBeforeReady(app, protocol);
  const born = fakeContents();
  create(born.contents);
  return born;
}

/** What the program itself is written in. */
const sources = globSync('electron/**/*.ts', { cwd: root }).map((file) => ({ file, text: read(file) }));
const filesWith = (pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

describe('Electron’s security checklist', () => {
  it('1. loads secure content only: the built page, under its own scheme', () => {
    expect(page.url).toBe('app://hostup/index.html#/');
    expect([...lockedSessions().ours.served.keys()]).toEqual(['app']);
    expect(contentPolicy).not.toMatch(/https?:|\*/);
    expect(read('renderer/index.html')).not.toMatch(/(?:src|href)="(?!\.\/|data:,")/);
    expect(filesWith(/\.loadURL\((?!pageAddress\()|\.loadFile\(/)).toEqual([]);
  });

  it('2. gives Node to no page', () => {
    expect(preference('nodeIntegration')).toEqual([false, false]);
    expect(preference('nodeIntegrationInWorker')).toEqual([false, false]);
    expect(preference('nodeIntegrationInSubFrames')).toEqual([false, false]);
  });

  it('3. isolates the context of every page', () => {
    expect(preference('contextIsolation')).toEqual([true, true]);
  });

  it('4. runs every page in a sandbox, whatever its options', () => {
    expect(preference('sandbox')).toEqual([true, true]);
    const { app, protocol, did } = fakeApp();
    settleBeforeReady(app, protocol);
    expect(did).toContain('sandbox');
    const rooted = fakeApp(['no-sandbox']);
    settleBeforeReady(rooted.app, rooted.protocol);
    expect(rooted.did).not.toContain('sandbox');
    expect(read('electron/shell/main.ts')).toMatch(/settleBeforeReady\(app, protocol\);.*whenReady\(\)/s);
  });

  it('5. grants no permission but writing to the clipboard, and that to our page alone', () => {
    const none = { request: false, check: false, device: false };
    const asked = [
      'media',
      'geolocation',
      'notifications',
      'midi',
      'clipboard-read',
      'openExternal',
      'usb',
      'hid',
      'x',
    ];
    for (const { asks } of Object.values(lockedSessions())) {
      for (const permission of asked)
        expect([permission, asks(permission, page.url)]).toEqual([permission, none]);
      for (const url of elsewhere) expect(asks('clipboard-sanitized-write', url)).toEqual(none);
      expect(asks('clipboard-sanitized-write', page.url)).toEqual({ ...none, request: true, check: true });
    }
    expect(preference('session')).toEqual([pages, pages]);
  });

  it('6. leaves web security on', () => {
    expect(preference('webSecurity')).toEqual([true, true]);
  });

  it('7. has a content security policy, with every answer, that allows nothing inline and nobody else', async () => {
    expect(contentPolicy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /);
    expect(contentPolicy).not.toContain('unsafe');
    const serve = lockedSessions().ours.served.get('app');
    for (const url of [page.url, 'app://hostup/gone.exe', 'app://other/']) {
      const answer = await serve?.({ url, method: 'GET' } as Request);
      expect(answer?.headers.get('content-security-policy')).toBe(contentPolicy);
    }
    const meta = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(
      read('renderer/index.html'),
    )?.[1];
    expect(meta).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(meta).not.toContain('unsafe');
  });

  it('8. runs no insecure content', () => {
    expect(preference('allowRunningInsecureContent')).toEqual([false, false]);
  });

  it('9. enables no experiments', () => {
    expect(preference('experimentalFeatures')).toEqual([false, false]);
    expect(filesWith(/enable-experimental|appendSwitch|enable-features/)).toEqual([]);
  });

  it('10. enables no features of Blink', () => {
    expect(preference('enableBlinkFeatures')).toEqual([undefined, undefined]);
    expect(filesWith(/enableBlinkFeatures|enable-blink-features/)).toEqual([]);
  });

  it('11. has no web views that could open windows: none at all', () => {
    expect(preference('webviewTag')).toEqual([false, false]);
    expect(filesWith(/allowpopups|<webview|createElement\(['"]webview/)).toEqual([]);
    expect(
      globSync('renderer/**/*.{ts,tsx,html}', { cwd: root }).filter((file) => /<webview/.test(read(file))),
    ).toEqual([]);
  });

  it('12. stops every web view, before its options matter', () => {
    const { isStopped } = bornContents();
    for (const url of [page.url, ...elsewhere]) expect(isStopped('will-attach-webview', url)).toBe(true);
  });

  it('13. goes nowhere: not by navigation, in frames or by redirect', () => {
    const { isStopped } = bornContents();
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      for (const url of [
        ...elsewhere,
        'https://hostup.se/',
        'javascript:alert(1)',
        'http://[::1',
        '',
        '\0',
      ]) {
        expect([event, url, isStopped(event, url)]).toEqual([event, url, true]);
      }
      expect(isStopped(event, page.url)).toBe(false);
    }
  });

  it('14. opens no window for a page', () => {
    const { opened } = bornContents();
    for (const url of [page.url, ...elsewhere]) expect(opened(url)).toBe('deny');
    expect(filesWith(/new BrowserWindow\(/)).toEqual(['electron/shell/windows.ts']);
    expect(read('electron/shell/windows.ts').match(/new BrowserWindow\((?!windowOptions\()/)).toBeNull();
    expect(filesWith(/new (?:BaseWindow|BrowserView|WebContentsView)\(/)).toEqual([]);
  });

  it('15. hands addresses to the system through one gate, which asks about what it does not know', async () => {
    const opened: string[] = [];
    const open = createLinkGate({
      open: async (href) => void opened.push(href),
      ask: async () => false,
      onFailure: () => undefined,
    });
    for (const url of [...elsewhere, 'javascript:alert(1)', 'ms-msdt:/id', '\\\\server\\share']) {
      expect([url, await open(url)]).toEqual([url, false]);
    }
    expect(await open('https://cloud.hostup.se/')).toBe(true);
    expect(opened).toEqual(['https://cloud.hostup.se/']);
    expect(filesWith(/\bshell\.open|openPath\(|showItemInFolder\(/)).toEqual(['electron/shell/program.ts']);
    // a folder is shown with a finished download marked in it; the file itself is opened by nobody
    expect(read('electron/shell/program.ts').match(/\bshell\.\w+/g)).toEqual([
      'shell.openExternal',
      'shell.showItemInFolder',
    ]);
    expect(read('electron/shell/program.ts')).toMatch(
      /createLinkGate\(\{\s*open: \(href\) => shell\.openExternal\(href\)/,
    );
  });

  it('16. is built on an Electron that is looked after, and on exactly that one', () => {
    // The latest three are; this was the oldest of them when the present one was chosen.
    const oldestSupported = 43;
    const { devDependencies } = JSON.parse(read('package.json')) as {
      devDependencies: Record<string, string>;
    };
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { version?: string }>;
    };
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Number.parseInt(devDependencies.electron ?? '', 10)).toBeGreaterThanOrEqual(oldestSupported);
    expect(packages['node_modules/electron']?.version).toBe(devDependencies.electron);
  });

  it('17. asks who sends, before anything else', async () => {
    const ran: unknown[] = [];
    const handler = (input: unknown) => {
      ran.push(input);
      return success(null);
    };
    const handlers = new Proxy({}, { get: () => handler }) as Handlers;
    const { ipc, ask, channels } = fakeIpc();
    listenToPages(
      ipc,
      serve(handlers, isOurPage, () => undefined),
    );
    const refused = { ok: false, code: 'foreign_sender' };
    for (const url of elsewhere) expect(await ask(callFrom({ url }), 'session.get', {})).toEqual(refused);
    expect(await ask(callFrom(page, { url: page.url }), 'session.get', {})).toEqual(refused);
    expect(await ask(callFrom(page, null), 'session.get', {})).toEqual(refused);
    expect(ran).toEqual([]);
    expect(await ask(callFrom(page), 'session.get', {})).toEqual(success(null));
    expect(channels()).toEqual(['call']);
    expect(read('electron/shell/program.ts')).toMatch(
      /listenToPages\(\s*ipcMain,\s*serve\(core\.handlers, isOurPage,/,
    );
  });

  it('18. serves pages from a scheme of its own that may nothing more than it must, and never from file://', () => {
    const { app, protocol, schemes } = fakeApp();
    settleBeforeReady(app, protocol);
    expect(schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
    expect(filesWith(/file:\/\/|loadFile\(|pathToFileURL/)).toEqual([]);
  });

  it('19. turns the fuses that could make it run other code', () => {
    const config = read('electron-builder.yml');
    const fuses = {
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    };
    for (const [name, on] of Object.entries(fuses))
      expect(config).toMatch(new RegExp(`^  ${name}: ${on}$`, 'm'));
    expect(config).toMatch(/^afterAllArtifactBuild: \.\/build\/fuses\.ts$/m);
  });

  it('20. hands no part of Electron to a page', () => {
    const { ipc } = fakePageIpc(null);
    const bridge = ipcTransport(ipc);
    expect(Object.keys(bridge).sort()).toEqual(['call', 'on']);
    expect(Object.values(bridge)).not.toContain(ipc.invoke);
    const preload = read('electron/preload.ts');
    expect(preload.match(/exposeIn\w+\([^;]*\);/g)).toEqual([
      "exposeInMainWorld('hostup', ipcTransport(ipcRenderer));",
    ]);
    expect(preference('preload')).toEqual(['/out/preload/preload.cjs', '/out/preload/preload.cjs']);
    expect(checkArchitecture(root, ['electron/preload.ts']).filter(({ rule }) => rule !== 'edge')).toEqual(
      [],
    );
  });
});
