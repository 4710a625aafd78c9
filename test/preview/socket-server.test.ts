// Calls, events and junk over a real WebSocket.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { success } from '../../electron/contract/codes.ts';
import { createSocketServer, type SocketServer } from '../../electron/preview/socket-server.ts';

const http = createServer();
let sockets: SocketServer;
let calls: unknown[];
let gone: string[];

beforeEach(async () => {
  calls = [];
  // pages of the test before may still be closing
  const goneHere: string[] = [];
  gone = goneHere;
  sockets = createSocketServer(
    async (sender, name, input) => {
      calls.push({ from: sender.id, name, input });
      return success('done');
    },
    (id) => goneHere.push(id),
  );
  http.removeAllListeners('upgrade').on('upgrade', sockets.upgrade);
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
});
afterEach(async () => {
  sockets.close();
  await new Promise((done) => http.close(done));
});

async function connect(): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}/socket`);
  await new Promise((done) => socket.once('open', done));
  return socket;
}
const next = (socket: WebSocket): Promise<unknown> =>
  new Promise((done) => socket.once('message', (data) => done(JSON.parse(String(data)))));
const closed = (socket: WebSocket): Promise<number> => new Promise((done) => socket.once('close', done));

describe('createSocketServer', () => {
  it('answers a call under its number', async () => {
    const socket = await connect();
    socket.send('{"id":7,"name":"session.get","input":{}}');
    expect(await next(socket)).toEqual({ id: 7, answer: { ok: true, value: 'done' } });
    expect(calls).toMatchObject([{ name: 'session.get', input: {} }]);
  });

  it('tells every page, each under a name of its own, and notices when one leaves', async () => {
    const pages = [await connect(), await connect()] as const;
    const heard = pages.map(next);
    sockets.broadcast('changed', { topics: ['tickets'], rev: 1 });
    const event = { event: 'changed', data: { topics: ['tickets'], rev: 1 } };
    expect(await Promise.all(heard)).toEqual([event, event]);
    for (const page of pages) page.send('{"id":1,"name":"x"}');
    await Promise.all(pages.map(next));
    const names = calls.map((call) => (call as { from: string }).from);
    expect(new Set(names).size).toBe(2);
    pages[0].close();
    await closed(pages[0]);
    await expect.poll(() => gone).toEqual([names[0]]);
  });

  it.each([
    'not json',
    '',
    'null',
    '[]',
    '7',
    '"text"',
    '{}',
    '{"id":"1","name":"session.get"}',
    '{"id":1.5}',
    '{"id":null}',
    '{"__proto__":{"id":1}}',
  ])('answers junk with an error and runs nothing: %s', async (text) => {
    const socket = await connect();
    socket.send(text);
    expect(await next(socket)).toEqual({ id: null, answer: { ok: false, code: 'bad_call' } });
    expect(calls).toEqual([]);
  });

  it('answers binary data with an error', async () => {
    const socket = await connect();
    socket.send(Buffer.from('{"id":1,"name":"session.get","input":{}}'));
    expect(await next(socket)).toEqual({ id: null, answer: { ok: false, code: 'bad_call' } });
  });

  it('closes on a message that is too long, and goes on for others', async () => {
    const [long, other] = [await connect(), await connect()];
    long.on('error', () => undefined);
    long.send('x'.repeat(1024 ** 2 + 1));
    expect(await closed(long)).toBe(1009);
    other.send('{"id":1,"name":"session.get"}');
    expect(await next(other)).toMatchObject({ id: 1 });
  });

  it('takes the longest text of the contract, escaped as badly as can be', async () => {
    const socket = await connect();
    const text = '\u0000'.repeat(100_000);
    socket.send(
      JSON.stringify({ id: 1, name: 'draft.save', input: { ticketId: 't', text, encrypted: false } }),
    );
    expect(await next(socket)).toMatchObject({ id: 1 });
    expect((calls[0] as { input: { text: string } }).input.text).toHaveLength(100_000);
  });

  it('survives ten thousand random messages', async () => {
    const socket = await connect();
    let answers = 0;
    const all = new Promise<void>((done) => {
      socket.on('message', () => {
        answers += 1;
        if (answers === 10_000) done();
      });
    });
    for (let n = 0; n < 10_000; n += 1) {
      const bytes = Buffer.from(Array.from({ length: n % 40 }, (_, at) => (n * 31 + at * 17) % 256));
      socket.send(n % 2 ? bytes : bytes.toString('latin1'));
    }
    await all;
    expect(calls).toEqual([]);
  });
});
