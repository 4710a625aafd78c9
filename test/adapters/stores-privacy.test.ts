// What lies on disk: private, unreadable without the key, and nothing at all without one.
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createStores } from '../../electron/adapters/stores.ts';
import type { Stores } from '../../electron/core/ports.ts';
import { Secret } from '../../electron/core/secret.ts';
import { aKey, anAccount, anotherKey, drivers, temporaryFolder } from '../fakes/account.ts';
import { aMessage, anOutgoing, aTicket, morning } from '../fakes/records.ts';
import { typed } from '../fakes/search.ts';

const canary = 'kanariefagel';
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

function fill({ cache, outbox }: Stores): void {
  cache.transaction(() => {
    cache.putTicket(aTicket({ subject: `${canary} subject`, lastText: canary }));
    cache.putMessages([
      aMessage({ body: `${canary} body` }),
      aMessage({ id: 'tmsg_2', body: `${canary} secret`, encrypted: true }),
    ]);
  });
  cache.setMeta(canary, canary);
  outbox.putDraft({
    ticketId: 'tkt_1',
    text: `${canary} draft`,
    encrypted: true,
    savedAt: morning,
    seenUpTo: null,
  });
  outbox.put(anOutgoing({ text: `${canary} reply` }));
}

describe.each(drivers)('files of %s', (_, open) => {
  it('hold no readable text, while open and after closing', () => {
    const account = anAccount(open);
    const { cache, outbox } = account.open();
    fill({ cache, outbox, warnings: [] });
    expect(account.files()).toEqual(
      expect.arrayContaining(['cache.db', 'cache.db-wal', 'outbox.db', 'outbox.db-wal']),
    );
    for (const text of [canary, 'CREATE TABLE', 'SQLite format']) expect(account.holds(text)).toBe(false);
    cache.close();
    outbox.close();
    expect(account.files()).toEqual(['cache.db', 'outbox.db', 'reserve']);
    for (const text of [canary, 'CREATE TABLE', 'SQLite format']) expect(account.holds(text)).toBe(false);
  });

  it('are not opened without the key or with another one, and stay as they are', () => {
    const account = anAccount(open);
    account.use(fill);
    const before = readFileSync(account.outboxPath);
    for (const key of [null, anotherKey]) {
      for (const path of [account.outboxPath, account.cachePath]) {
        const db = open(path, key);
        expect(() => db.pragma('user_version')).toThrow(expect.objectContaining({ code: 'SQLITE_NOTADB' }));
        db.close();
      }
    }
    for (const key of [anotherKey, new Secret('short'), new Secret(`';${'0'.repeat(62)}`)]) {
      expect(account.tryOpen(key)).toEqual({ ok: false, code: 'store_broken' });
    }
    expect(readFileSync(account.outboxPath).equals(before)).toBe(true);
    // the cache, which could be fetched again, was not thrown away for a wrong key either
    expect(account.use(({ cache, warnings }) => [cache.message('tmsg_1')?.body, warnings])).toEqual([
      `${canary} body`,
      [],
    ]);
  });

  it('survive an attempt with a wrong key while a -wal file waits', () => {
    const account = anAccount(open);
    const copy = anAccount(open);
    copy.use(() => {});
    const { cache, outbox } = account.open();
    fill({ cache, outbox, warnings: [] });
    // what a killed program leaves behind
    for (const name of ['cache.db', 'cache.db-wal', 'outbox.db', 'outbox.db-wal']) {
      writeFileSync(join(copy.home, name), readFileSync(join(account.home, name)));
    }
    cache.close();
    outbox.close();
    expect(copy.tryOpen(anotherKey)).toEqual({ ok: false, code: 'store_broken' });
    const found = copy.use((stores) => [
      stores.cache.message('tmsg_1')?.body,
      stores.outbox.get('out_1')?.text,
      stores.outbox.get('out_1')?.state,
      stores.warnings,
    ]);
    expect(found).toEqual([`${canary} body`, `${canary} reply`, 'queued', []]);
  });

  it('are for this user alone, whatever the umask is and whatever the modes were', () => {
    const old = process.umask(0);
    onTestFinished(() => void process.umask(old));
    for (const umask of [0, 0o777, 0o022]) {
      process.umask(umask);
      const account = anAccount(open);
      const { cache, outbox } = account.open();
      fill({ cache, outbox, warnings: [] });
      expect(modeOf(account.home)).toBe('700');
      expect(modeOf(join(account.home, '..'))).toBe('700');
      for (const name of account.files())
        expect([name, modeOf(join(account.home, name))]).toEqual([name, '600']);
      cache.close();
      outbox.close();
      chmodSync(account.cachePath, 0o644);
      chmodSync(account.home, 0o755);
      account.use(() => {
        for (const name of account.files())
          expect([name, modeOf(join(account.home, name))]).toEqual([name, '600']);
        expect(modeOf(account.home)).toBe('700');
      });
    }
  });

  it('do not exist when there is no key', () => {
    const folder = temporaryFolder();
    const opened = createStores({ folder, open }).open('acc', null);
    if (!opened.ok) throw new Error(opened.code);
    fill(opened.value);
    expect(opened.value.cache.list({ view: 'all', ...typed(canary), offset: 0, limit: 1 }).total).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
    opened.value.cache.close();
    opened.value.outbox.close();
  });

  it('are gone after a wipe, also when still open, and a new start works', () => {
    const folder = temporaryFolder();
    const stores = createStores({ folder, open });
    expect(stores.exists('acc')).toBe(false);
    const first = stores.open('acc', aKey);
    if (!first.ok) throw new Error(first.code);
    fill(first.value);
    expect(stores.exists('acc')).toBe(true);
    stores.wipe('acc');
    stores.wipe('acc');
    expect(stores.exists('acc')).toBe(false);
    expect(existsSync(join(folder, 'accounts', 'acc'))).toBe(false);
    const second = stores.open('acc', anotherKey);
    if (!second.ok) throw new Error(second.code);
    expect(second.value.outbox.open()).toEqual([]);
    expect(second.value.warnings).toEqual([]);
    second.value.cache.close();
    second.value.outbox.close();
  });

  it('of two accounts are apart', () => {
    const folder = temporaryFolder();
    const stores = createStores({ folder, open });
    for (const id of ['a', 'b']) {
      const opened = stores.open(id, aKey);
      if (!opened.ok) throw new Error(opened.code);
      expect(opened.value.cache.meta('x')).toBeNull();
      opened.value.cache.setMeta('x', id);
      opened.value.cache.close();
      opened.value.outbox.close();
    }
    stores.wipe('a');
    expect(readdirSync(join(folder, 'accounts'))).toEqual(['b']);
  });

  it.each(['', '.', '..', '../x', 'a/b', 'a\\b', 'a\0', 'å', 'x'.repeat(101)])(
    'never lie in a folder named %j',
    (id) => {
      const stores = createStores({ folder: temporaryFolder(), open });
      expect(() => stores.open(id, aKey)).toThrow(TypeError);
      expect(() => stores.wipe(id)).toThrow(TypeError);
    },
  );
});
