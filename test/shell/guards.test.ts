// Who is ours, by address and frame. That nobody else may do anything is asked in security-checklist.test.ts.
import { describe, expect, it } from 'vitest';
import { calls } from '../../electron/contract/calls.ts';
import { serve } from '../../electron/contract/transport.ts';
import { isOurAddress } from '../../electron/shell/address.ts';
import { callerOf, isOurPage, listenToPages } from '../../electron/shell/ipc-server.ts';
import { mayUse } from '../../electron/shell/navigation.ts';

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

it('lets nobody use anything whose address Electron does not tell', () => {
  expect(mayUse('clipboard-sanitized-write', page)).toBe(true);
  expect(mayUse('clipboard-sanitized-write', undefined)).toBe(false);
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
