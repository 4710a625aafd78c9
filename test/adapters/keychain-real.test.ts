// Every row of the table in the design: the real keytar against a real gnome-keyring, or none, in child processes.
import { type ChildProcess, spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { hasKeyring, startSessionBus } from '../tools/session-bus.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A process with the keychain; answers what it says to one order. */
function startProbe(
  env: NodeJS.ProcessEnv,
  hook = '',
): (order: 'read' | 'write' | 'remove') => Promise<unknown> {
  const before = hook === '' ? [] : ['--import', `data:text/javascript,${encodeURIComponent(hook)}`];
  const child: ChildProcess = spawn('node', [...before, join(import.meta.dirname, 'keychain-probe.ts')], {
    env,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  closers.push(async () => {
    child.stdin?.end();
    if (child.exitCode === null) await new Promise((done) => child.on('exit', done));
  });
  return async (order) => {
    child.stdin?.write(`${order}\n`);
    const { value, done } = await lines.next();
    return done ? `ended with ${child.exitCode ?? child.signalCode}` : JSON.parse(value);
  };
}

async function session(state: 'none' | 'locked' | 'unlocked') {
  const bus = await startSessionBus(state);
  closers.push(bus.close);
  return { bus, ask: startProbe(bus.env) };
}

const none = { state: 'none', same: null };
const unavailable = { state: 'unavailable', same: null };
const found = { state: 'found', same: true };

/** What Node does when the package was not installed, and when what was built of it does not load. */
const missing = {
  'is not installed': `import { registerHooks } from 'node:module';
    registerHooks({ resolve: (name, context, next) => next(name === 'keytar' ? 'keytar-that-is-not-there' : name, context) })`,
  'does not load': `process.dlopen = (_, file) => { throw new Error('cannot open shared object file: ' + file) }`,
};

describe.skipIf(!hasKeyring())('the real keychain', () => {
  it.each([
    ['no session bus', { DBUS_SESSION_BUS_ADDRESS: undefined, DISPLAY: undefined }],
    ['a dead bus address', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/tmp/nobody-listens-here' }],
  ])('is unavailable with %s', async (_, change) => {
    const ask = startProbe({ ...process.env, ...change });
    expect(await ask('read')).toEqual(unavailable);
    expect(await ask('write')).toBe('keychain_missing');
    expect(await ask('remove')).toBe('keychain_missing');
  });

  it('is unavailable on a bus that serves no secrets', async () => {
    const { ask } = await session('none');
    expect(await ask('read')).toEqual(unavailable);
    expect(await ask('write')).toBe('keychain_missing');
  });

  it('keeps, gives back and removes an entry', async () => {
    const { bus, ask } = await session('unlocked');
    expect(await ask('read')).toEqual(none);
    expect(await ask('write')).toBe('ok');
    expect(await ask('read')).toEqual(found);
    const other = startProbe(bus.env);
    expect(await other('read')).toEqual(found);
    expect(await ask('remove')).toBe('ok');
    expect(await ask('read')).toEqual(none);
    expect(await ask('remove')).toBe('ok');
  });

  it('reads a locked keyring as empty, refuses to write, and is there once it is unlocked', async () => {
    const { bus, ask } = await session('locked');
    expect(await ask('read')).toEqual(none);
    expect(await ask('write')).toBe('keychain_locked');
    await bus.unlock();
    expect(await ask('write')).toBe('ok');
    expect(await ask('read')).toEqual(found);
  });

  it('lets nothing be overwritten or removed while it is locked', async () => {
    const { bus, ask } = await session('unlocked');
    expect(await ask('write')).toBe('ok');
    await bus.lock();
    const locked = startProbe(bus.env);
    expect(await locked('read')).toEqual(none);
    expect(await locked('write')).toBe('keychain_locked');
    expect(await locked('remove')).toBe('keychain_locked');
    await bus.unlock();
    expect(await locked('read')).toEqual(found);
  });

  it.each(Object.entries(missing))(
    'is unavailable when keytar %s, though there is a keyring',
    async (_, hook) => {
      const { bus } = await session('unlocked');
      const ask = startProbe(bus.env, hook);
      expect(await ask('read')).toEqual(unavailable);
      expect(await ask('write')).toBe('keychain_missing');
      expect(await ask('remove')).toBe('keychain_missing');
      expect(await ask('read')).toEqual(unavailable);
    },
  );
});

it('is never asked for all its entries, which crashes the process while a keyring is locked', () => {
  const root = join(import.meta.dirname, '../../electron');
  const asking = globSync('**/*.ts', { cwd: root }).filter((file) =>
    readFileSync(join(root, file), 'utf8').includes('findCredentials('),
  );
  expect(asking).toEqual([]);
});
