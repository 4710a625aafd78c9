// The network at its worst, over real sockets: what the caller may believe afterwards.
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttp, type HttpOptions } from '../../electron/adapters/http.ts';
import type { Http, HttpRequest } from '../../electron/core/ports.ts';
import { certificate } from './localhost-certificate.ts';
import { type Logged, quietLog } from './quiet-log.ts';
import { deadPort, serve, serveRaw } from './servers.ts';
import { serveTls } from './tls-server.ts';

const post: HttpRequest = {
  method: 'POST',
  path: '/api/v2/support/tickets/tkt_1/messages',
  headers: { authorization: 'Bearer canary-key' },
  body: '{"message":"canary-text"}',
  timeoutMs: 3_000,
  maxBytes: 100_000,
  fresh: true,
};
const get: HttpRequest = { ...post, method: 'GET', body: null, fresh: false };
const closers: (() => Promise<void>)[] = [];
const clientFor = (url: URL | string, more: Partial<HttpOptions> = {}): Http => {
  const http = createHttp({ baseUrl: new URL(url), env: {}, log: quietLog(), ...more });
  closers.push(() => http.close());
  return http;
};
/** A server that waits for the request and then does `act`. */
const onRequest = async (act: (socket: Socket) => void) => {
  const server = await serveRaw((socket) => socket.once('data', () => act(socket)));
  closers.push(server.close);
  return clientFor(server.url);
};
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const notSent = { ok: false, reached: 'no', code: 'offline' };
const maybe = (code: string) => ({ ok: false, reached: 'maybe', code });

describe('before anything is sent', () => {
  it('nobody listens', async () => {
    const http = clientFor(`http://127.0.0.1:${await deadPort()}`);
    expect(await http.request(post)).toEqual(notSent);
    expect(await http.request(get)).toEqual(notSent);
  });

  it('the name does not exist', async () => {
    const http = clientFor('https://no-such-host.invalid');
    expect(await http.request(post)).toMatchObject({ ok: false, reached: 'no', code: 'offline' });
  });

  it('the other side speaks no TLS', async () => {
    const server = await serve(() => ({ status: 200, headers: {}, body: new Uint8Array() }));
    closers.push(server.close);
    expect(await clientFor(`https://127.0.0.1:${server.port}`).request(post)).toEqual(notSent);
  });

  it('the certificate is not trusted, and the key is not sent', async () => {
    const tls = await startTls();
    expect(await clientFor(tls.url).request(post)).toEqual(notSent);
    expect(tls.received()).toBe('');
  });

  it('the certificate is for another name', async () => {
    const tls = await startTls();
    const http = clientFor(tls.url.replace('127.0.0.1', '127.0.0.2'), { ca: certificate });
    expect(await http.request(post)).toEqual(notSent);
  });

  it('a connection cut during the handshake stays in doubt', async () => {
    const server = await serveRaw((socket) => socket.once('data', () => socket.destroy()));
    closers.push(server.close);
    expect(await clientFor(`https://127.0.0.1:${server.port}`).request(post)).toMatchObject({
      reached: 'maybe',
    });
  });

  it('a handshake that hangs until our limit sent nothing', async () => {
    const server = await serveRaw(() => {});
    closers.push(server.close);
    const http = clientFor(`https://127.0.0.1:${server.port}`);
    expect(await http.request({ ...post, timeoutMs: 200 })).toEqual(notSent);
  });

  it('the client was closed', async () => {
    const server = await serve(() => ({ status: 200, headers: {}, body: new Uint8Array() }));
    closers.push(server.close);
    const http = clientFor(server.url);
    expect(await http.request(get)).toMatchObject({ ok: true });
    await http.close();
    await http.close();
    expect(await http.request(get)).toEqual(notSent);
    expect(await http.request(post)).toEqual(notSent);
  });

  it('a header that cannot be written', async () => {
    const http = clientFor('http://127.0.0.1:9');
    expect(await http.request({ ...post, headers: { authorization: 'Bearer a\nb' } })).toMatchObject({
      reached: 'no',
    });
  });
});

describe('after the request has left', () => {
  it('TLS works with an authority of one’s own', async () => {
    const tls = await startTls();
    const http = clientFor(tls.url, { ca: certificate });
    expect(await http.request(post)).toMatchObject({ ok: true, status: 201 });
    expect(tls.received()).toContain('canary-text');
  });

  it('the connection closes without an answer', async () => {
    const http = await onRequest((socket) => socket.end());
    expect(await http.request(post)).toEqual(maybe('connection_lost'));
  });

  it('the connection is reset', async () => {
    const http = await onRequest((socket) => socket.resetAndDestroy());
    expect(await http.request(post)).toEqual(maybe('connection_lost'));
  });

  it('no answer comes in time', async () => {
    const http = await onRequest(() => {});
    const began = Date.now();
    expect(await http.request({ ...post, timeoutMs: 150 })).toEqual(maybe('timeout'));
    expect(Date.now() - began).toBeLessThan(10_000);
  });

  it('the answer begins and stalls', async () => {
    const http = await onRequest((socket) =>
      socket.write('HTTP/1.1 201 Created\r\ncontent-length: 50\r\n\r\n{"id":'),
    );
    expect(await http.request({ ...post, timeoutMs: 150 })).toEqual(maybe('timeout'));
  });

  it('an endless drip does not outlive the limit', async () => {
    let timer: NodeJS.Timeout | undefined;
    const http = await onRequest((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
      timer = setInterval(() => socket.write('1\r\nx\r\n'), 10);
    });
    expect(await http.request({ ...post, timeoutMs: 300 })).toEqual(maybe('timeout'));
    clearInterval(timer);
  });

  it.each([
    ['shorter than announced', 'HTTP/1.1 201 Created\r\ncontent-length: 500\r\n\r\n{"id":"tmsg_1"'],
    ['cut in a chunk', 'HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\nff\r\n{"id"'],
  ])('the answer is %s', async (_name, bytes) => {
    const http = await onRequest((socket) => socket.end(bytes));
    expect(await http.request(post)).toEqual(maybe('connection_lost'));
  });

  it.each([
    ['no HTTP at all', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['a broken header', 'HTTP/1.1 200 OK\r\nbad header\0: x\r\n\r\n'],
    ['a broken chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'],
    ['endless headers', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(200_000)}\r\n\r\n`],
  ])('the answer is %s', async (_name, bytes) => {
    const http = await onRequest((socket) => socket.end(bytes));
    expect(await http.request(post)).toEqual(maybe('bad_answer'));
  });

  it('a coded body is refused, for it was not asked for', async () => {
    const http = await onRequest((socket) =>
      socket.end('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 3\r\n\r\nabc'),
    );
    expect(await http.request(post)).toEqual(maybe('bad_answer'));
    expect(await http.download({ ...get }, () => {})).toEqual(maybe('bad_answer'));
  });

  it.each([
    ['coded', 'content-encoding: gzip\r\ncontent-length: 3\r\n\r\nabc'],
    ['shorter than announced', 'content-length: 500\r\n\r\n{"code"'],
    ['cut in a chunk', 'transfer-encoding: chunked\r\n\r\nff\r\n{"code"'],
    ['a broken chunk', 'transfer-encoding: chunked\r\n\r\nzz\r\n'],
    ['longer than the cap', `content-length: 200000\r\n\r\n${'x'.repeat(200_000)}`],
  ])('a refusal says what counts though its body is %s', async (_name, rest) => {
    const http = await onRequest((socket) =>
      socket.end(`HTTP/1.1 429 Too Many Requests\r\nretry-after: 600\r\n${rest}`),
    );
    const refused = { ok: true, status: 429, headers: { 'retry-after': '600' }, text: '' };
    expect(await http.request(post)).toMatchObject(refused);
    expect(await http.download(get, () => {})).toMatchObject(refused);
  });

  it('a refusal that stalls says it at the limit, and one that is broken off says nothing', async () => {
    const http = await onRequest((socket) =>
      socket.write('HTTP/1.1 401 Unauthorized\r\ncontent-length: 50\r\n\r\n{"code":'),
    );
    expect(await http.request({ ...post, timeoutMs: 150 })).toMatchObject({ ok: true, status: 401 });
    const soon = (breakOff: () => void) => void setTimeout(breakOff, 150);
    expect(await http.request({ ...post, onStart: soon })).toEqual(maybe('connection_lost'));
  });

  it('an endless body ends at the cap', async () => {
    let timer: NodeJS.Timeout | undefined;
    const http = await onRequest((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
      timer = setInterval(() => socket.write(`2710\r\n${'x'.repeat(10_000)}\r\n`), 1);
    });
    expect(await http.request(get)).toEqual(maybe('too_large'));
    clearInterval(timer);
  });
});

describe('closing', () => {
  it('breaks off a read, and lets a reply run to its end', async () => {
    let heard = 0;
    const server = await serveRaw((socket) =>
      socket.once('data', (bytes: Buffer) => {
        heard += 1;
        if (bytes.toString().startsWith('GET')) return;
        setTimeout(() => socket.end('HTTP/1.1 201 Created\r\ncontent-length: 2\r\n\r\n{}'), 300);
      }),
    );
    closers.push(server.close);
    const http = clientFor(server.url);
    const [reading, sending] = [http.request(get), http.request(post)];
    await expect.poll(() => heard, { interval: 5 }).toBe(2);
    await http.close();
    expect(await reading).toMatchObject({ ok: false, reached: 'maybe' });
    expect(await sending).toMatchObject({ ok: true, status: 201 });
  });
});

describe('connections', () => {
  const count = async (request: HttpRequest) => {
    let connections = 0;
    const server = await serveRaw((socket) => {
      connections += 1;
      socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'));
    });
    closers.push(server.close);
    const http = clientFor(server.url);
    for (let turn = 0; turn < 3; turn += 1) expect(await http.request(request)).toMatchObject({ ok: true });
    return connections;
  };

  it('reads use connections again', async () => {
    expect(await count(get)).toBeLessThan(3);
  });

  it('a fresh request has its own each time', async () => {
    expect(await count(post)).toBe(3);
  });

  it('a fresh request does not use one that went stale', async () => {
    let connections = 0;
    const server = await serveRaw((socket) => {
      connections += 1;
      const isFirst = connections === 1;
      socket.on('data', () => {
        if (isFirst && socket.bytesWritten > 0) socket.resetAndDestroy();
        else socket.write('HTTP/1.1 201 Created\r\ncontent-length: 2\r\n\r\n{}');
      });
    });
    closers.push(server.close);
    const http = clientFor(server.url);
    await http.request(get);
    expect(await http.request(post)).toMatchObject({ ok: true, status: 201 });
  });

  it('leaks no request text or key into the log', async () => {
    const lines: Logged[] = [];
    const http = clientFor(`http://127.0.0.1:${await deadPort()}`, { log: quietLog(lines) });
    await http.request(post);
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toMatch(/canary|tkt_1/);
  });
});

async function startTls() {
  const server = await serveTls('HTTP/1.1 201 Created\r\ncontent-length: 2\r\n\r\n{}');
  closers.push(server.close);
  return server;
}
