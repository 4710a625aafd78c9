// Proxies, as companies have them: the tunnel, its refusal, and who is asked for one.
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttp, type HttpOptions } from '../../electron/adapters/http.ts';
import type { HttpRequest } from '../../electron/core/ports.ts';
import { certificate } from './localhost-certificate.ts';
import { quietLog } from './quiet-log.ts';
import { deadPort } from './servers.ts';
import { serveTls } from './tls-server.ts';

const post: HttpRequest = {
  method: 'POST',
  path: '/x',
  headers: {},
  body: '{}',
  timeoutMs: 3_000,
  maxBytes: 1_000,
  fresh: true,
};
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A proxy that leads every name to one local port, or answers CONNECT with `status`. */
async function startProxy(target: number, status = 200) {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => {})));
  server.on('connect', (request, socket: Socket) => {
    asked.push(request.url ?? '');
    if (status === 0) return;
    if (status !== 200) {
      socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const onward = connect(target, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

function client(options: Partial<HttpOptions>) {
  const http = createHttp({
    baseUrl: new URL('https://support.example'),
    env: {},
    log: quietLog(),
    ca: certificate,
    ...options,
  });
  closers.push(() => http.close());
  return http;
}

const notSent = { ok: false, reached: 'no', code: 'offline' };

describe('proxies', () => {
  it('goes through that of the environment', async () => {
    const tls = await startTarget();
    const proxy = await startProxy(tls);
    const http = client({ env: { HTTPS_PROXY: proxy.url } });
    expect(await http.request(post)).toMatchObject({ ok: true, status: 201 });
    expect(proxy.asked).toEqual(['support.example:443']);
  });

  it('reaches this very machine without one', async () => {
    const tls = await startTarget();
    const proxy = await startProxy(tls);
    const questions: string[] = [];
    const http = client({
      baseUrl: new URL(`https://127.0.0.1:${tls}`),
      proxy: async (url) => {
        questions.push(url);
        return proxy.url;
      },
    });
    expect(await http.request(post)).toMatchObject({ ok: true, status: 201 });
    expect(questions).toEqual([]);
    expect(proxy.asked).toEqual([]);
  });

  it('asks the system only where the environment says nothing', async () => {
    const tls = await startTarget();
    const [fromSystem, fromEnvironment] = [await startProxy(tls), await startProxy(tls)];
    const proxy = async () => fromSystem.url;
    expect(await client({ proxy }).request(post)).toMatchObject({ ok: true, status: 201 });
    expect(fromSystem.asked).toHaveLength(1);
    await client({ proxy, env: { https_proxy: fromEnvironment.url.replace('http://', '') } }).request(post);
    expect(fromSystem.asked).toHaveLength(1);
    expect(fromEnvironment.asked).toHaveLength(1);
  });

  it('honours NO_PROXY', async () => {
    const proxy = await startProxy(1);
    const http = client({
      baseUrl: new URL('https://no-such-host.invalid'),
      env: { HTTPS_PROXY: proxy.url, NO_PROXY: '.invalid' },
    });
    expect(await http.request(post)).toEqual(notSent);
    expect(proxy.asked).toEqual([]);
  });

  it.each([403, 407, 502])('a proxy that answers %i lets nothing out', async (status) => {
    const proxy = await startProxy(1, status);
    expect(await client({ env: { HTTPS_PROXY: proxy.url } }).request(post)).toEqual(notSent);
  });

  it('neither does one that is not there, does not answer, or has no address', async () => {
    const gone = `http://127.0.0.1:${await deadPort()}`;
    expect(await client({ env: { HTTPS_PROXY: gone } }).request(post)).toEqual(notSent);
    const mute = await startProxy(1, 0);
    const limited = { ...post, timeoutMs: 300 };
    expect(await client({ env: { HTTPS_PROXY: mute.url } }).request(limited)).toEqual(notSent);
    expect(await client({ env: { HTTPS_PROXY: 'http://[' } }).request(post)).toEqual(notSent);
  });

  it('a system that never says which proxy to use does not hold the request for ever', async () => {
    const http = client({ proxy: () => new Promise(() => {}) });
    expect(await http.request({ ...post, timeoutMs: 100 })).toEqual(notSent);
  });
});

async function startTarget(): Promise<number> {
  const server = await serveTls('HTTP/1.1 201 Created\r\ncontent-length: 2\r\n\r\n{}');
  closers.push(server.close);
  return server.port;
}
