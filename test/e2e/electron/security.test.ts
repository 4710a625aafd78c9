import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { calls } from '../../../electron/contract/calls.ts';
import { callFrom } from './program.ts';
import { note, runtime } from './runtime.ts';
import { setStage } from './stage.ts';
import { key } from './stand-in.ts';

// Electron's own security checklist, asked of the running program.
describe.skipIf(runtime === null)(`the page in Electron${note}`, () => {
  const stage = setStage({ key });
  let page: Page;

  beforeAll(async () => {
    page = await stage.program.page('#/');
    await page.getByRole('listbox', { name: 'Tickets' }).waitFor();
  });

  /** What the program serves, asked past the page's own limits. */
  const ask = (address: string) =>
    stage.program.electron.evaluate(async ({ session }, url) => {
      const answer = await session.fromPartition('pages').fetch(url);
      return { status: answer.status, policy: answer.headers.get('content-security-policy') };
    }, address);

  it('has no Node, no Electron, and only the two doors of the preload', async () => {
    const found = await page.evaluate(() => {
      const all = window as unknown as Record<string, unknown>;
      return {
        node: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
          (name) => name in all,
        ),
        doors: Object.keys(all.hostup as object).sort(),
      };
    });
    expect(found).toEqual({ node: [], doors: ['call', 'on'] });
  });

  it('runs in sandboxed and isolated windows', async () => {
    const wanted = await stage.program.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => {
        const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = (
          webContents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
        ).getLastWebPreferences();
        return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
      }),
    );
    for (const preferences of wanted) {
      expect(preferences).toEqual({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
      });
    }
    expect(wanted.length).toBeGreaterThan(0);
  });

  it('comes with a policy that allows nothing inline and nothing from elsewhere', async () => {
    const { status, policy } = await ask('app://hostup/index.html');
    expect([status, policy?.startsWith("default-src 'none'; script-src 'self';")]).toEqual([200, true]);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.setAttribute('onerror', 'window.injected = true');
      image.src = 'data:x';
      document.body.append(image);
      return new Promise((resolve) => setTimeout(() => resolve('injected' in window), 200));
    });
    expect(ran).toBe(false);
    const reached = await page.evaluate(async (url) => {
      try {
        await fetch(url, { mode: 'no-cors' });
        return true;
      } catch {
        return false;
      }
    }, stage.server.url);
    expect(reached).toBe(false);
  });

  it.each([
    'app://hostup/../main/main.cjs',
    'app://hostup/%2e%2e/main/main.cjs',
    'app://hostup/..%5cmain/main.cjs',
    'app://hostup/%00',
    'app://hostup/main.cjs',
    'app://other/index.html',
  ])('is served nothing at %s', async (address) => {
    expect((await ask(address)).status).toBe(404);
  });

  it.each([
    'https://hostup.se/',
    'file:///etc/passwd',
    'app://other/index.html',
    'data:text/html,x',
    'javascript:alert(1)',
  ])('cannot go to %s, nor open it in a window', async (address) => {
    const before = page.url();
    const opened = await page.evaluate((to) => window.open(to) !== null, address);
    await page.evaluate((to) => {
      const link = document.createElement('a');
      link.href = to;
      document.body.append(link);
      link.click();
      link.remove();
    }, address);
    // in the page itself: it fails where that went elsewhere
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect([opened, page.url(), stage.program.electron.windows().length]).toEqual([false, before, 1]);
  });

  it('is allowed nothing but to put text on the clipboard', async () => {
    const answers = await page.evaluate(async () => {
      const state = async (name: string) =>
        (await navigator.permissions.query({ name: name as PermissionName }).catch(() => null))?.state ??
        'none';
      return {
        camera: await state('camera'),
        geolocation: await state('geolocation'),
        notifications: await Notification.requestPermission(),
        clipboardWrite: await state('clipboard-write'),
        clipboardRead: await navigator.clipboard.readText().then(
          () => 'read',
          () => 'denied',
        ),
      };
    });
    expect(answers).toEqual({
      camera: 'denied',
      geolocation: 'denied',
      notifications: 'denied',
      clipboardWrite: 'granted',
      clipboardRead: 'denied',
    });
  });

  it('is answered when it asks for what is not in the contract', async () => {
    const call = (name: string, input: unknown) => callFrom(page, name, input);
    expect(await call('no.such', {})).toEqual({ ok: false, code: 'bad_call' });
    expect(await call('constructor', {})).toEqual({ ok: false, code: 'bad_call' });
    expect(await call('thread.get', { ticketId: 7 })).toEqual({ ok: false, code: 'bad_call' });
    expect(await call('link.open', { href: 'file:///etc/passwd' })).toMatchObject({
      ok: false,
      code: 'blocked_link',
    });
  });

  it('is answered by every call, whatever it sends, and nothing of it is heard', async () => {
    const answers = await page.evaluate(async (names) => {
      const ring: Record<string, unknown> = {};
      ring.ring = ring;
      const inputs = [
        [],
        new Date(0),
        new Map(),
        new Uint8Array(3),
        /x/,
        new Error('x'),
        ring,
        null,
        undefined,
        0,
      ];
      const texts = ['', 'x', 'x'.repeat(1_000_000)];
      const said = new Set<string>();
      for (const name of names) {
        for (const input of [...inputs, ...texts, Object.assign([], { ticketId: 'x' })]) {
          said.add(JSON.stringify(await window.hostup?.call(name, input)));
        }
      }
      return [...said];
    }, Object.keys(calls));
    expect(answers).toEqual(['{"ok":false,"code":"bad_call"}']);
  });

  it('never gets the key', async () => {
    const everything = await page.evaluate(async () => {
      const answers = await Promise.all(
        ['session.get', 'settings.get', 'connection.get', 'outbox.list', 'notices.list'].map((name) =>
          window.hostup?.call(name, {}),
        ),
      );
      return JSON.stringify([
        answers,
        { ...localStorage },
        document.cookie,
        document.documentElement.outerHTML,
      ]);
    });
    expect(everything).not.toContain(key);
  });
});
