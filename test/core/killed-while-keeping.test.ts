// A kill after the keychain has taken a key and before the settings say so.
import { afterEach, expect, it } from 'vitest';
import type { Keychain, StoredSettings } from '../../electron/core/ports.ts';
import { createWorldUnderTest } from '../fakes/program-under-test.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function killed() {
  const world = createWorldUnderTest({ api: { tickets: 3 } });
  ends.push(world.remove);
  const first = await world.signedIn();
  await first.app.stop();
  const read: string[] = [];
  const keychain: Keychain = {
    ...world.keychain,
    read(entry) {
      read.push(entry.replace(/:.*/, ''));
      return world.keychain.read(entry);
    },
  };
  let stored = world.settings();
  stored = { ...stored, accounts: stored.accounts.map((account) => ({ ...account, keySaved: false })) };
  const settings = {
    get: () => stored,
    set(patch: Partial<StoredSettings>) {
      stored = { ...stored, ...patch };
    },
  };
  const start = async () => {
    const program = await world.start({ keychain, settings });
    ends.push(() => program.app.stop());
    return program;
  };
  return { world, read, start, isSaved: () => stored.accounts.map(({ keySaved }) => keySaved) };
}

it('costs no question more: each entry is read once, and the settings say so from then on', async () => {
  const { read, start, isSaved } = await killed();
  const { page } = await start();
  expect(await page.call('session.get', {})).toMatchObject({
    value: { state: 'signed-in', keyIn: 'keychain' },
  });
  expect(read).toEqual(['api-key', 'database-key']);
  expect(isSaved()).toEqual([true]);
});

it('asks for the key where the keychain does not have it after all', async () => {
  const { world, start, isSaved } = await killed();
  for (const entry of world.keychain.entries())
    if (entry.startsWith('api-key')) await world.keychain.remove(entry);
  const { page } = await start();
  expect(await page.call('session.get', {})).toMatchObject({
    value: { state: 'signed-out', problem: { code: 'no_key' } },
  });
  expect(isSaved()).toEqual([false]);
});
