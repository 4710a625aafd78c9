// Who gets in, what a wrong start says, and how it ends.

import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { en } from '../../../renderer/text/en.ts';
import { ask, upgradeHeaders } from '../../preview/raw-http.ts';
import { runPreview } from './program.ts';
import { closeBrowser, type Scene, startScene } from './scene.ts';

let scene: Scene;
afterEach(() => scene.close());
afterAll(closeBrowser);

describe('the address', () => {
  it('works in one browser: reload and a second tab there, refused in another', async () => {
    scene = await startScene('none');
    const preview = await scene.start();
    const page = await scene.open(preview);
    await page.getByRole('button', { name: 'Try the demo' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Try the demo' }).waitFor();
    const second = await page.context().newPage();
    await second.goto(`${preview.origin}/`);
    await second.getByRole('button', { name: 'Try the demo' }).waitFor();

    const stranger = await (await scene.newContext()).newPage();
    expect((await stranger.goto(preview.address))?.status()).toBe(403);
    expect((await stranger.goto(`${preview.origin}/`))?.status()).toBe(403);
  });

  it('refuses a foreign name and a foreign page at the socket, even with the cookie', async () => {
    scene = await startScene('none');
    const preview = await scene.start();
    const page = await scene.open(preview);
    const cookies = await page.context().cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    expect(cookies).toMatchObject([{ httpOnly: true, sameSite: 'Strict' }]);
    const port = Number(new URL(preview.address).port);
    const socket = (headers: Record<string, string>) =>
      ask({ port, path: '/socket', headers: { ...upgradeHeaders, cookie, ...headers } });
    expect((await socket({ origin: preview.origin })).status).toBe(101);
    expect((await socket({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await socket({ origin: preview.origin, host: `evil.example:${port}` })).status).toBe(403);
    expect((await ask({ port, path: '/', headers: { cookie, host: `evil.example:${port}` } })).status).toBe(
      403,
    );
  });

  it('is the only thing on standard output, and SIGINT and SIGTERM end it with code 0', async () => {
    scene = await startScene('none');
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const preview = await scene.start(['--demo']);
      const page = await scene.open(preview);
      await page.getByRole('option').first().waitFor();
      expect(await preview.end(signal)).toBe(0);
      expect(preview.printed.out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+\n$/);
      expect(preview.printed.err).toBe('');
      await page.getByText('Program away').first().waitFor();
    }
  });
});

describe('a program that was started anew on the same port', () => {
  it('is told from one that is away, and the page goes on once its address was opened', async () => {
    scene = await startScene('none');
    const first = await scene.start(['--demo']);
    const page = await scene.open(first);
    await page.getByRole('option').first().click();
    const reply = page.getByRole('textbox', { name: 'Reply' });
    await reply.fill('Påbörjat');
    await page.getByText('Draft saved').waitFor();
    await first.end('SIGKILL');
    const status = page.getByRole('status', { name: 'Connection' });
    await page.getByText(en.codes.disconnected.says).waitFor();

    const again = await scene.start(['--demo', '--port', new URL(first.origin).port]);
    await page.getByText(en.codes.started_anew.says).waitFor();
    await page.getByText('Open the address that it printed').waitFor();
    expect(await reply.inputValue()).toBe('Påbörjat');

    await (await page.context().newPage()).goto(again.address);
    await status.getByText('Up to date').waitFor();
  });
});

describe('a wrong start', () => {
  const one = (sentence: string) => expect(sentence).toMatch(/^[^\n]+\.\n$/);

  it.each([[['--bogus']], [['--port', 'x']], [['--port', '99999']], [['8080']]])('%j', async (words) => {
    scene = await startScene('none');
    const { code, out, err } = await runPreview(words, scene.env);
    expect([code, out]).toEqual([2, '']);
    one(err);
  });

  it.each([
    ['HOSTUP_API_URL', 'http://cloud.hostup.se'],
    ['HOSTUP_API_URL', 'nonsense'],
    ['HOSTUP_POLL_SECONDS', '0.5'],
    ['HOSTUP_DATA_DIR', '/dev/null/x'],
  ])('%s=%s', async (name, value) => {
    scene = await startScene('none');
    const { code, out, err } = await runPreview(['--port', '0'], { ...scene.env, [name]: value });
    expect([code, out]).toEqual([2, '']);
    one(err);
    expect(err).toContain(name);
  });

  it('a port in use', async () => {
    scene = await startScene('none');
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const { code, out, err } = await runPreview(['--port', String(port)], scene.env);
    other.close();
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(`Port ${port} is already in use; choose another, or 0 for a free one.\n`);
  });

  it('a data folder that another one uses', async () => {
    scene = await startScene('none');
    await scene.start();
    const { code, err } = await runPreview(['--port', '0'], scene.env);
    expect(code).toBe(2);
    one(err);
  });
});
