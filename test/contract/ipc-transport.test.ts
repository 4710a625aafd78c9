// The page's end of IPC, on an ipcRenderer that only writes down.
import { describe, expect, it } from 'vitest';
import { ipcTransport } from '../../electron/contract/ipc-transport.ts';
import { fakePageIpc } from '../fakes/electron.ts';

describe('the bridge', () => {
  it('passes on what the contract names, on its one channel', async () => {
    const { ipc, sent } = fakePageIpc('answer');
    expect(await ipcTransport(ipc).call('thread.open', { ticketId: 'tkt_1' })).toBe('answer');
    expect(sent).toEqual([['call', 'thread.open', { ticketId: 'tkt_1' }]]);
  });

  it.each([
    '',
    'nope',
    '__proto__',
    'constructor',
    'toString',
    'call',
    'thread.open ',
    'ELECTRON_BROWSER_REQUIRE',
  ])('sends nothing under another name: %j', async (name) => {
    const { ipc, sent } = fakePageIpc('answer');
    expect(await ipcTransport(ipc).call(name, {})).toEqual({ ok: false, code: 'bad_call' });
    expect(sent).toEqual([]);
  });

  it('tells of events by name, without the object that Electron sends along, until it is told to stop', () => {
    const { ipc, emit } = fakePageIpc(null);
    const heard: unknown[][] = [];
    const stop = ipcTransport(ipc).on('changed', (...given) => heard.push(given));
    emit('event', 'changed', { rev: 1 });
    emit('event', 'show', { ticketId: null });
    stop();
    emit('event', 'changed', { rev: 2 });
    expect(heard).toEqual([[{ rev: 1 }]]);
  });

  it('does not listen for events that the contract does not name', () => {
    const { ipc, listeners } = fakePageIpc(null);
    for (const name of ['', '__proto__', 'constructor', 'nope'])
      ipcTransport(ipc).on(name, () => undefined)();
    expect(listeners()).toBe(0);
  });
});
