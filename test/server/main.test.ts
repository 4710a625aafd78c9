// The command itself, as a process of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { DEMO_KEY } from '../../electron/demo/api.ts';

const command = fileURLToPath(new URL('./main.ts', import.meta.url));
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

interface Run {
  child: ChildProcess;
  out: () => string;
  err: () => string;
  exit: Promise<number | null>;
}

function run(...args: string[]): Run {
  const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => {
    err += part.toString();
  });
  const exit = once(child, 'close').then(([code]) => code as number | null);
  return { child, out: () => out, err: () => err, exit };
}

/** Waits for the address and the keys, one per line. */
async function startedWith(keys: number, ...args: string[]) {
  const process = run(...args);
  await expect.poll(() => process.out().split('\n').length).toBe(keys + 2);
  const [url = '', ...lines] = process.out().split('\n');
  return { ...process, url, keys: lines.slice(0, -1) };
}

async function started(...args: string[]): Promise<Run & { url: string; key: string }> {
  const { keys, ...process } = await startedWith(1, ...args);
  return { ...process, key: keys[0] ?? '' };
}

async function get(url: string, key: string, path: string) {
  const { statusCode, body } = await request(`${url}${path}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  type List = { data?: { id: string; subject: string }[]; hasMore?: boolean };
  return { status: statusCode, json: (await body.json()) as List };
}

describe('npm run mock-api', () => {
  it('prints the address and the key, serves, and ends cleanly', async () => {
    const { child, url, key, exit, err } = await started(
      '--port',
      '0',
      '--tickets',
      '250',
      '--order=shuffled',
    );
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(key).toBe(DEMO_KEY);
    const { status, json } = await get(url, key, '/api/v2/support/tickets?limit=100');
    expect([status, json.data?.length, json.hasMore]).toEqual([200, 100, true]);
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(err()).toBe('');
  });

  it('takes a key, scopes, a limit and the speed of staff, and ends on SIGINT', async () => {
    const flags = [
      '--key',
      'mine',
      '--scopes',
      'read:support',
      '--rate-limit',
      '2',
      '--staff-reply-ms',
      'never',
    ];
    const { child, url, key, exit } = await started(...flags);
    expect(key).toBe('mine');
    const path = '/api/v2/support/tickets';
    expect((await get(url, DEMO_KEY, path)).status).toBe(401);
    expect((await get(url, key, '/api/v2/support/departments')).status).toBe(403);
    expect((await get(url, key, path)).status).toBe(200);
    expect((await get(url, key, path)).status).toBe(429);
    child.kill('SIGINT');
    expect(await exit).toBe(0);
  });

  it('plays several accounts, each with its own key, limit and tickets', async () => {
    const { url, keys } = await startedWith(3, '--accounts', '3', '--rate-limit', '2');
    expect(keys).toEqual([DEMO_KEY, `${DEMO_KEY}-2`, `${DEMO_KEY}-3`]);
    const path = '/api/v2/support/tickets?limit=100';
    const ids = new Set<string>();
    let count = 0;
    for (const key of keys) {
      const { status, json } = await get(url, key, path);
      expect([status, json.data?.length]).toEqual([200, expect.any(Number)]);
      count += json.data?.length ?? 0;
      for (const { id } of json.data ?? []) ids.add(id);
    }
    expect(ids.size).toBe(count);
    const [first = '', second = ''] = keys;
    expect((await get(url, first, path)).status).toBe(200);
    expect((await get(url, first, path)).status).toBe(429);
    expect((await get(url, second, path)).status).toBe(200);
    expect((await get(url, `${DEMO_KEY}-4`, path)).status).toBe(401);
  });

  it('gives every account as many tickets as asked for', async () => {
    const { url, keys } = await startedWith(2, '--accounts', '2', '--tickets', '7', '--key', 'mine');
    expect(keys).toEqual(['mine', 'mine-2']);
    for (const key of keys) {
      expect((await get(url, key, '/api/v2/support/tickets?limit=100')).json.data).toHaveLength(7);
    }
  });

  it.each([
    [['--bogus'], 'Unknown flag --bogus'],
    [['-x'], 'Unknown flag -x'],
    [['8080'], '"8080" is not a flag'],
    [['--port'], '--port needs a value'],
    [['--port', 'http'], '--port takes a whole number from 0 to 65535, not "http"'],
    [['--port', '65536'], '--port takes'],
    [['--port=-1'], '--port takes'],
    [['--tickets', '1e3'], '--tickets takes'],
    [['--accounts', '0'], '--accounts takes a whole number from 1 to 50, not "0"'],
    [['--accounts', '51'], '--accounts takes'],
    [['--accounts'], '--accounts needs a value'],
    [['--order', 'random'], '--order takes one of recent, oldest, number, shuffled'],
    [['--scopes', 'read:support,admin'], '--scopes takes'],
    [['--key', 'å ä ö'], '--key takes'],
    [['--rate-limit', '0'], '--rate-limit takes'],
  ])('refuses %j in one sentence', async (args, sentence) => {
    const { exit, err, out } = run(...args);
    expect(await exit).toBe(2);
    expect(out()).toBe('');
    expect(err()).toContain(sentence);
    expect(err().match(/\.\n$/g)).toHaveLength(1);
    expect(err().trim().split('\n')).toHaveLength(1);
  });

  it('says that a port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { exit, err } = run('--port', String(port));
    expect([await exit, err()]).toEqual([2, `Port ${port} is already in use.\n`]);
    other.close();
  });
});
