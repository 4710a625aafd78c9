// The preview's server, asked by friend and foe over real HTTP.
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PreviewServer, startServer } from '../../electron/preview/server.ts';
import { ask, upgradeHeaders } from './raw-http.ts';

const files = new Map([
  ['/index.html', { type: 'text/html; charset=utf-8', bytes: Buffer.from('<p>page</p>') }],
  ['/assets/app.js', { type: 'text/javascript; charset=utf-8', bytes: Buffer.from('1;') }],
]);
let server: PreviewServer;
let port: number;
let entry: string;
let upgraded: number;

beforeEach(async () => {
  upgraded = 0;
  const listening = await startServer(0, files, (_, socket) => {
    upgraded += 1;
    socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  });
  if (!listening.ok) throw new Error(listening.reason);
  server = listening.server;
  const address = new URL(server.address);
  port = Number(address.port);
  entry = address.pathname + address.search;
});
afterEach(() => server.close());

/** The cookie a browser would send after showing the token. */
async function signIn(): Promise<string> {
  const { headers } = await ask({ port, path: entry });
  return String(headers['set-cookie']).split(';')[0] ?? '';
}

describe('the token', () => {
  it('lets the first browser in, and becomes a cookie that scripts and other sites never see', async () => {
    const first = await ask({ port, path: entry });
    expect(first).toMatchObject({ status: 200, text: '<p>page</p>' });
    expect(String(first.headers['set-cookie'])).toMatch(
      /^hostup_preview_\d+=[\w-]{32}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it('is good once', async () => {
    await signIn();
    const second = await ask({ port, path: entry });
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.text).toContain('Open the address that the preview printed');
  });

  it('is not used up by a look at the headers, a wrong token or a wrong place', async () => {
    await ask({ port, path: entry, method: 'HEAD' });
    await ask({ port, path: '/?token=wrong' });
    await ask({ port, path: `/assets/app.js${entry.slice(1)}` });
    expect((await ask({ port, path: entry })).status).toBe(200);
  });

  it('is not needed again: reload and a second tab work with the cookie, a forged one does not', async () => {
    const cookie = await signIn();
    for (const path of ['/', entry, '/index.html', '/assets/app.js']) {
      expect((await ask({ port, path, headers: { cookie } })).status).toBe(200);
    }
    const forged = `${cookie.slice(0, -1)}_`;
    expect((await ask({ port, path: '/', headers: { cookie: forged } })).status).toBe(403);
    expect((await ask({ port, path: '/', headers: { cookie: `other=1; ${cookie}` } })).status).toBe(200);
  });
});

describe('who asks', () => {
  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1',
    '127.0.0.1:1',
    '[::1]:80',
    'evil.example:80',
  ])('refuses the Host %s even with the cookie', async (host) => {
    const cookie = await signIn();
    const answer = await ask({ port, path: '/', headers: { cookie, host } });
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain('page');
  });

  it('knows localhost as its own name', async () => {
    const cookie = await signIn();
    expect((await ask({ port, path: '/', headers: { cookie, host: `LOCALHOST:${port}` } })).status).toBe(200);
  });

  it('listens on the loopback address only', async () => {
    const others = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    for (const { address, internal, family } of others) {
      if (internal || family !== 'IPv4') continue;
      const refused = new Promise((done) =>
        request({ host: address, port })
          .on('error', () => done(true))
          .end(),
      );
      expect(await refused).toBe(true);
    }
  });
});

describe('what is served', () => {
  it.each([
    '/assets/../../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets%5capp.js',
    '/assets/app.js%00',
    '//assets/app.js',
    '/assets/',
    '/package.json',
    'http://127.0.0.1/assets/app.js',
  ])('has nothing at %s', async (path) => {
    const cookie = await signIn();
    expect((await ask({ port, path, headers: { cookie } })).status).toBe(404);
  });

  it('is read only', async () => {
    const cookie = await signIn();
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      expect((await ask({ port, path: '/', method, headers: { cookie } })).status).toBe(405);
    }
  });

  it('comes with headers that let nothing in from elsewhere, refusals too', async () => {
    for (const path of [entry, '/']) {
      const { headers } = await ask({ port, path });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; /);
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'x-frame-options': 'DENY',
      });
    }
  });
});

describe('the socket', () => {
  const upgrade = (headers: Record<string, string>, path = '/socket') =>
    ask({ port, path, headers: { ...upgradeHeaders, ...headers } });

  it('opens for our page alone', async () => {
    const cookie = await signIn();
    const origin = `http://127.0.0.1:${port}`;
    expect((await upgrade({ cookie, origin })).status).toBe(101);
    expect((await upgrade({ origin })).status).toBe(403);
    expect((await upgrade({ cookie })).status).toBe(403);
    expect((await upgrade({ cookie, origin: 'null' })).status).toBe(403);
    expect((await upgrade({ cookie, origin: 'https://evil.example' })).status).toBe(403);
    expect((await upgrade({ cookie, origin: `http://localhost:${port}` })).status).toBe(403);
    expect((await upgrade({ cookie, origin: `http://127.0.0.1:${port}.evil.example` })).status).toBe(403);
    expect((await upgrade({ cookie, origin, host: 'evil.example' })).status).toBe(403);
    expect((await upgrade({ cookie, origin: 'http://evil.example', host: 'evil.example' })).status).toBe(403);
    expect((await upgrade({ cookie, origin }, '/')).status).toBe(403);
    expect(upgraded).toBe(1);
  });
});

it('says why a port cannot be had', async () => {
  expect(await startServer(port, files, () => undefined)).toEqual({ ok: false, reason: 'EADDRINUSE' });
});
