import { describe, expect, it } from 'vitest';
import { calls } from '../../electron/contract/calls.ts';
import { serve } from '../../electron/contract/transport.ts';
import { isOurAddress } from '../../electron/shell/address.ts';
import { callerOf, isOurPage, listenToPages } from '../../electron/shell/ipc-server.ts';
import { guardContents, guardPermissions, mayUse } from '../../electron/shell/navigation.ts';

const page = 'app://hostup/index.html#/';
const junk = [
  '',
  'javascript:alert(1)',
  'https://hostup.se/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'app://other/',
  'app://hostup.evil.example/',
  'app://hostup:80/',
  'app://user@hostup/',
  'apps://hostup/',
  'data:text/html,x',
  'about:blank',
  'blob:app://hostup/1',
  'http://[::1',
  'app:',
  '\u0000',
];

describe('our own address', () => {
  it('is ours', () => expect(isOurAddress(page)).toBe(true));
  it.each(junk)('%j is not, and does not throw', (address) => expect(isOurAddress(address)).toBe(false));
});

describe('web contents', () => {
  type Listener = (event: { url: string; preventDefault(): void }) => void;
  const listeners = new Map<string, Listener>();
  let openHandler: (details: never) => unknown = () => null;
  const contents = {
    on: (event: string, listener: Listener) => listeners.set(event, listener),
    setWindowOpenHandler: (handler: typeof openHandler) => {
      openHandler = handler;
    },
  };
  guardContents(contents as never);
  const isStopped = (event: string, url: string) => {
    let stopped = false;
    listeners.get(event)?.({ url, preventDefault: () => (stopped = true) });
    return stopped;
  };

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('are kept at home by %s', (event) => {
    for (const url of junk) expect([url, isStopped(event, url)]).toEqual([url, true]);
    expect(isStopped(event, page)).toBe(false);
  });

  it('open no window and no web view', () => {
    expect(openHandler({ url: page } as never)).toEqual({ action: 'deny' });
    expect(isStopped('will-attach-webview', page)).toBe(true);
  });
});

describe('permissions', () => {
  it('are denied in all three ways, but for writing to the clipboard', () => {
    const set: Record<string, (...given: never[]) => unknown> = {};
    guardPermissions(
      new Proxy({} as never, { get: (_, name: string) => (handler: () => unknown) => (set[name] = handler) }),
    );
    const asks = (permission: string, requestingUrl: string) => {
      let granted: unknown = null;
      const answer = (value: boolean) => (granted = value);
      set.setPermissionRequestHandler?.(...([null, permission, answer, { requestingUrl }] as never[]));
      const checked = set.setPermissionCheckHandler?.(...([null, permission, requestingUrl, {}] as never[]));
      return [granted, checked];
    };
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'hid',
      'x',
    ]) {
      expect([permission, asks(permission, page)]).toEqual([permission, [false, false]]);
    }
    expect(asks('clipboard-sanitized-write', page)).toEqual([true, true]);
    expect(asks('clipboard-sanitized-write', 'https://evil.example/')).toEqual([false, false]);
    expect(set.setDevicePermissionHandler?.()).toBe(false);
    expect(mayUse('clipboard-sanitized-write', undefined)).toBe(false);
  });
});

describe('calls of pages', () => {
  const mainFrame = { url: page };
  const sender = { id: 7, mainFrame };
  const caller = (senderFrame: { url: string } | null) => callerOf({ sender, senderFrame } as never);

  it('are taken from the top frame of our page alone', () => {
    expect(isOurPage(caller(mainFrame))).toBe(true);
    expect(isOurPage(caller({ url: page }))).toBe(false);
    expect(isOurPage(caller(null))).toBe(false);
    for (const url of junk) {
      const frame = { url };
      expect(isOurPage(callerOf({ sender: { id: 7, mainFrame: frame }, senderFrame: frame } as never))).toBe(
        false,
      );
    }
  });

  it('are not taken from a frame that is gone, which Electron throws about', () => {
    const gone = {
      get url(): string {
        throw new Error('Render frame was disposed before WebFrameMain could be accessed');
      },
    };
    const frame = { sender: { id: 7, mainFrame: gone }, senderFrame: gone };
    expect(callerOf(frame as never)).toEqual({ id: 'window-7', address: '', top: false });
  });

  it('are answered, always: also foreign, unknown and broken ones', async () => {
    const seen: unknown[] = [];
    let ask: (event: unknown, name: unknown, input: unknown) => Promise<unknown> = async () => null;
    const handlers = Object.fromEntries(
      Object.keys(calls).map((name) => [
        name,
        (_: unknown, from: { id: string }) => ({ ok: true, value: from.id }),
      ]),
    );
    listenToPages(
      { handle: (_channel: string, listener: never) => (ask = listener) } as never,
      serve(handlers as never, isOurPage, (name) => seen.push(name)),
    );
    const event = (frame: { url: string } | null) => ({ sender, senderFrame: frame });
    expect(await ask(event(mainFrame), 'session.get', {})).toEqual({ ok: true, value: 'window-7' });
    expect(await ask(event({ url: page }), 'session.get', {})).toEqual({ ok: false, code: 'foreign_sender' });
    expect(await ask(event(null), 'session.get', {})).toEqual({ ok: false, code: 'foreign_sender' });
    for (const name of ['', 'constructor', '__proto__', 'nope', 7, null, undefined, {}]) {
      expect(await ask(event(mainFrame), name, {})).toEqual({ ok: false, code: 'bad_call' });
    }
    for (const input of [null, undefined, 'x', { more: 1 }]) {
      expect(await ask(event(mainFrame), 'session.get', input)).toEqual({ ok: false, code: 'bad_call' });
    }
    expect(seen).toEqual([]);
  });
});
