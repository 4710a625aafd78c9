// Shapes of the databases: from nothing to the newest, and none from the future.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../electron/adapters/migrate.ts';
import { cache001 } from '../../electron/adapters/migrations/cache-001.ts';
import { outbox001 } from '../../electron/adapters/migrations/outbox-001.ts';
import { StoreError } from '../../electron/core/records.ts';
import { aKey, anAccount, drivers } from '../fakes/account.ts';
import { aTicket } from '../fakes/records.ts';

describe.each(drivers)('migrations (%s)', (_, open) => {
  it.each([
    ['cache', [cache001]],
    ['outbox', [outbox001]],
  ])('bring the %s from every older version to the newest', (__, steps) => {
    for (let from = 0; from <= steps.length; from++) {
      const db = open(':memory:', null);
      migrate(db, steps.slice(0, from));
      migrate(db, steps);
      migrate(db, steps);
      expect(db.pragma('user_version')).toBe(steps.length);
      expect(db.pragma('integrity_check')).toBe('ok');
      db.close();
    }
  });

  it('run in order, each as a whole', () => {
    const db = open(':memory:', null);
    const first = 'CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1)';
    expect(() =>
      migrate(db, [first, 'CREATE TABLE b (x INTEGER); INSERT INTO nowhere VALUES (1)']),
    ).toThrow();
    expect(db.pragma('user_version')).toBe(1);
    migrate(db, [first, 'CREATE TABLE b AS SELECT x + 1 AS x FROM a']);
    expect(db.prepare('SELECT x FROM b').get()).toEqual({ x: 2 });
    expect(() => migrate(db, [first])).toThrow(new StoreError('store_newer'));
    db.close();
  });

  it.each(['cache', 'outbox'] as const)('refuse a newer %s and leave it as it is', (name) => {
    const account = anAccount(open);
    account.use(({ cache }) => cache.putTicket(aTicket()));
    const path = name === 'cache' ? account.cachePath : account.outboxPath;
    const db = open(path, aKey);
    db.exec('PRAGMA user_version = 99');
    db.close();
    const before = readFileSync(path);
    expect(account.tryOpen()).toEqual({ ok: false, code: 'store_newer' });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(account.files().filter((file) => file.includes('damaged'))).toEqual([]);
    const again = open(path, aKey);
    again.exec('PRAGMA user_version = 1');
    again.close();
    account.use(({ cache, warnings }) => {
      expect(cache.ticket('tkt_1')).not.toBeNull();
      expect(warnings).toEqual([]);
    });
  });
});
