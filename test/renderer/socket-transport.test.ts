// The preview's transport over a real WebSocket server on the loopback.
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import { createSocketTransport } from '../../renderer/socket-transport.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function serve(port = 0) {
  const server = new WebSocketServer({ host: '127.0.0.1', port });
  const sockets: ServerSocket[] = [];
  const heard: { id: number; name: string; input: unknown }[] = [];
  server.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('message', (data) => {
      const call = JSON.parse(String(data));
      heard.push(call);
      if (call.name !== 'silence') socket.send(JSON.stringify({ id: call.id, answer: { echo: call.input } }));
    });
  });
  await new Promise<void>((resolve) => server.once('listening', resolve));
  const close = () => {
    for (const socket of sockets) socket.terminate();
    server.close();
  };
  open.push(close);
  return { server, sockets, heard, close, port: (server.address() as AddressInfo).port };
}

function connect(port: number) {
  const links: boolean[] = [];
  const waits: number[] = [];
  let stopped = false;
  const transport = createSocketTransport({
    open: () => new WebSocket(`ws://127.0.0.1:${port}/socket`),
    later: (run, milliseconds) => {
      waits.push(milliseconds);
      if (!stopped) setTimeout(run, 20);
    },
    onLink: (up) => links.push(up),
  });
  open.push(() => {
    stopped = true;
  });
  return { transport, links, waits };
}

const until = async (done: () => boolean) => {
  for (let tries = 0; tries < 3_000 && !done(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(done()).toBe(true);
};

describe('calls over the socket', () => {
  it('wait for the first connection and find their own answers', async () => {
    const { port } = await serve();
    const { transport } = connect(port);
    const answers = await Promise.all([1, 2, 3].map((input) => transport.call('any', input)));
    expect(answers).toEqual([{ echo: 1 }, { echo: 2 }, { echo: 3 }]);
  });

  it('fail when the program goes away, at once while it is away, and work again after', async () => {
    const first = await serve();
    const { transport, links, waits } = connect(first.port);
    await transport.call('any', 1);
    const lost = transport.call('silence', 2);
    first.close();
    await expect(lost).rejects.toThrow();
    await until(() => links.includes(false));
    await expect(transport.call('any', 3)).rejects.toThrow();
    await until(() => waits.length >= 4);
    expect(waits.slice(0, 4)).toEqual([250, 500, 1_000, 2_000]);
    const second = await serve(first.port);
    await until(() => links.at(-1) === true);
    expect(await transport.call('any', 4)).toEqual({ echo: 4 });
    expect(second.heard.map(({ input }) => input)).toEqual([4]);
  });

  it('fail when the program was never there', async () => {
    const { port, close } = await serve();
    close();
    const { transport, links } = connect(port);
    await expect(transport.call('any', 1)).rejects.toThrow();
    expect(links).toContain(false);
  });
});

describe('events over the socket', () => {
  it('reach who listens, until they stop, and nonsense reaches nobody', async () => {
    const { port, sockets } = await serve();
    const { transport } = connect(port);
    const heard: unknown[] = [];
    const stop = transport.on('changed', (data) => heard.push(data));
    await transport.call('any', 1);
    const send = (text: string) => sockets[0]?.send(text);
    send('not json');
    send('{"event":7}');
    send('[]');
    send(JSON.stringify({ event: 'other', data: 1 }));
    send(JSON.stringify({ event: 'changed', data: { rev: 1 } }));
    await until(() => heard.length === 1);
    stop();
    send(JSON.stringify({ event: 'changed', data: { rev: 2 } }));
    await transport.call('any', 2);
    expect(heard).toEqual([{ rev: 1 }]);
  });
});
