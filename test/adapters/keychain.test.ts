// The keychain port over a stand-in for keytar: order of accesses, reading back, and a missing module.
import { describe, expect, it } from 'vitest';
import { type KeychainModule, systemKeychain } from '../../electron/adapters/keychain.ts';
import { Secret } from '../../electron/core/secret.ts';

/** keytar in memory, with every call recorded and a moment between start and end. */
function fakeModule(overrides: Partial<KeychainModule> = {}) {
  const kept = new Map<string, string>();
  const calls: string[] = [];
  let running = 0;
  let mostAtOnce = 0;
  const slowly = async <T>(name: string, work: () => T): Promise<T> => {
    calls.push(name);
    running += 1;
    mostAtOnce = Math.max(mostAtOnce, running);
    await new Promise((done) => setTimeout(done, 2));
    running -= 1;
    return work();
  };
  const module: KeychainModule = {
    getPassword: (_, account) => slowly('get', () => kept.get(account) ?? null),
    setPassword: (_, account, password) => slowly('set', () => void kept.set(account, password)),
    deletePassword: (_, account) => slowly('delete', () => kept.delete(account)),
    ...overrides,
  };
  return { module, kept, calls, mostAtOnce: () => mostAtOnce };
}

const key = new Secret('k-1');
const fails = (words: string) => async () => {
  throw new Error(words);
};

describe('systemKeychain', () => {
  it('writes, reads back, and only then says ok', async () => {
    const fake = fakeModule();
    const keychain = systemKeychain('test', async () => fake.module);
    expect(await keychain.write('a', key)).toEqual({ ok: true, value: null });
    expect(fake.calls).toEqual(['set', 'get']);
    const found = await keychain.read('a');
    expect(found.state === 'found' && found.secret.reveal()).toBe('k-1');
  });

  it('does not say ok when the entry cannot be read back', async () => {
    const fake = fakeModule({ getPassword: async () => null });
    const keychain = systemKeychain('test', async () => fake.module);
    expect(await keychain.write('a', key)).toEqual({ ok: false, code: 'keychain_locked' });
  });

  it('says none for no entry, and removes what is not there without complaint', async () => {
    const keychain = systemKeychain('test', async () => fakeModule().module);
    expect(await keychain.read('a')).toEqual({ state: 'none' });
    expect(await keychain.remove('a')).toEqual({ ok: true, value: null });
  });

  it('never has two accesses at once, also after one failed', async () => {
    const fake = fakeModule({ deletePassword: fails('boom') });
    const keychain = systemKeychain('test', async () => fake.module);
    const results = await Promise.all([
      keychain.write('a', key),
      keychain.remove('a'),
      keychain.read('a'),
      keychain.write('b', key),
      keychain.read('b'),
    ]);
    expect(fake.mostAtOnce()).toBe(1);
    expect(results.map((result) => ('ok' in result ? result.ok : result.state))).toEqual([
      true,
      false,
      'found',
      true,
      'found',
    ]);
  });

  it('tells a locked keychain from none at all', async () => {
    const locked = fakeModule({ setPassword: fails('Cannot create an item in a locked collection') });
    const none = fakeModule({ setPassword: fails('Cannot autolaunch D-Bus without X11 $DISPLAY') });
    const write = (fake: typeof none) => systemKeychain('test', async () => fake.module).write('a', key);
    expect(await write(locked)).toEqual({ ok: false, code: 'keychain_locked' });
    expect(await write(none)).toEqual({ ok: false, code: 'keychain_missing' });
  });

  it('is unavailable without the module, and tries again at the next access', async () => {
    let there = false;
    const keychain = systemKeychain('test', async () => {
      if (!there) throw new Error('Cannot find module keytar.node');
      return fakeModule().module;
    });
    expect(await keychain.read('a')).toEqual({ state: 'unavailable' });
    expect(await keychain.write('a', key)).toEqual({ ok: false, code: 'keychain_missing' });
    expect(await keychain.remove('a')).toEqual({ ok: false, code: 'keychain_missing' });
    there = true;
    expect(await keychain.read('a')).toEqual({ state: 'none' });
  });
});
