// The preview's real server, gate and WebSocket on the loopback, with handlers that only count, and raw connections to
// it that may send any bytes.
import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import { serve } from '../../../electron/contract/transport.ts';
import { startServer } from '../../../electron/preview/server.ts';
import { createSocketServer } from '../../../electron/preview/socket-server.ts';
import { countingHandlers } from '../../fakes/counting-handlers.ts';
import { ask } from '../../preview/raw-http.ts';

export type Stage = Awaited<ReturnType<typeof createStage>>;
/** What a raw connection brought: all bytes, and whether the server ended it. */
type Brought = { readonly bytes: Buffer; readonly ended: boolean };

const patienceMs = 30_000;
const page = new Map([
  ['/index.html', { type: 'text/html; charset=utf-8', bytes: Buffer.from('<p>page</p>') }],
]);

export async function createStage() {
  const { handlers, ran } = countingHandlers();
  const bugs: string[] = [];
  const answer = serve(
    handlers,
    () => true,
    (name) => bugs.push(name),
  );
  const sockets = createSocketServer(answer, () => undefined);
  const listening = await startServer(0, page, sockets.upgrade);
  if (!listening.ok) throw new Error(listening.reason);
  const { server } = listening;
  const entry = new URL(server.address);
  const port = Number(entry.port);
  const token = entry.searchParams.get('token') ?? '';
  const first = await ask({ port, path: `/?token=${token}` });
  const cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
  const honest = await openHonest(port, cookie);

  return {
    port,
    token,
    cookie,
    ran,
    bugs,
    /** whether the page that signed in is still served: one call, one handler, one answer */
    async isAlive(): Promise<boolean> {
      ran.length = 0;
      const heard = new Promise((done) => honest.once('message', (data) => done(String(data))));
      honest.send('{"id":1,"name":"session.get","input":{}}');
      const alive =
        (await soon(heard)) === '{"id":1,"answer":{"ok":true,"value":null}}' && ran.join() === 'session.get';
      ran.length = 0;
      return alive;
    },
    /**
     * Sends these bytes and collects what comes back until the server ends the connection or `isEnough`.
     * @param waitMs for attacks that nobody answers: how long to listen
     */
    exchange: (bytes: readonly Buffer[], isEnough: (soFar: Buffer) => boolean, waitMs = patienceMs) =>
      exchange(port, bytes, isEnough, waitMs),
    async close() {
      honest.terminate();
      sockets.close();
      await server.close();
    },
  };
}

async function openHonest(port: number, cookie: string): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket`, {
    headers: { cookie, origin: `http://127.0.0.1:${port}` },
  });
  await new Promise((done, fail) => socket.once('open', done).once('error', fail));
  return socket;
}

async function soon<T>(promise: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((done) => {
    timer = setTimeout(done, patienceMs, null);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function exchange(
  port: number,
  pieces: readonly Buffer[],
  isEnough: (soFar: Buffer) => boolean,
  waitMs: number,
): Promise<Brought> {
  return new Promise((done) => {
    let bytes = Buffer.alloc(0);
    const socket: Socket = connect({ port, host: '127.0.0.1', allowHalfOpen: false });
    const finish = (ended: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      done({ bytes, ended });
    };
    const timer = setTimeout(finish, waitMs, false);
    socket.on('data', (more) => {
      bytes = Buffer.concat([bytes, more]);
      if (isEnough(bytes)) finish(false);
    });
    // Cut off while we still wrote: that is an end, too.
    socket.on('error', () => finish(true));
    socket.on('close', () => finish(true));
    socket.on('connect', () => {
      socket.setNoDelay(true);
      for (const piece of pieces) socket.write(piece);
    });
  });
}
