// Shapes of the databases: from nothing to the newest, and none from the future.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../electron/adapters/migrate.ts';
import { cache001 } from '../../electron/adapters/migrations/cache-001.ts';
import { cache002 } from '../../electron/adapters/migrations/cache-002.ts';
import { cache003 } from '../../electron/adapters/migrations/cache-003.ts';
import { cache004 } from '../../electron/adapters/migrations/cache-004.ts';
import { cache005 } from '../../electron/adapters/migrations/cache-005.ts';
import { outbox001 } from '../../electron/adapters/migrations/outbox-001.ts';
import { outbox002 } from '../../electron/adapters/migrations/outbox-002.ts';
import { outbox003 } from '../../electron/adapters/migrations/outbox-003.ts';
import { outbox004 } from '../../electron/adapters/migrations/outbox-004.ts';
import type { ListQuery } from '../../electron/core/ports.ts';
import { StoreError } from '../../electron/core/records.ts';
import { aKey, anAccount, drivers } from '../fakes/account.ts';
import { aTicket } from '../fakes/records.ts';
import { typed } from '../fakes/search.ts';

describe.each(drivers)('migrations (%s)', (_, open) => {
  it.each([
    ['cache', [cache001, cache002, cache003, cache004, cache005]],
    ['outbox', [outbox001, outbox002, outbox003, outbox004]],
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

  it('keep what a database of version 1 holds, and find it by the words of each sender', () => {
    const account = anAccount(open);
    mkdirSync(account.home, { recursive: true });
    const cache = open(account.cachePath, aKey);
    migrate(cache, [cache001]);
    const services =
      '[{"serviceType":"vps","serviceId":null,"serviceName":"räk.se","details":null},{"serviceName":null}]';
    cache.exec(`INSERT INTO tickets (id, number, status, priority, departmentSlug, ccEmails, messageCount, services, stamp,
      turn, lastEncrypted, unread) VALUES ('tkt_1', '1', 'open', 'low', 'vps', '[]', 2, '${services}', 's', 'you', 0, 1)`);
    for (const [id, sender, name, body] of [
      ['m1', 'customer', 'Åsa', 'Studsar'],
      ['m2', 'staff', 'Kim', 'Löst'],
    ]) {
      cache.exec(`INSERT INTO messages
        (id, ticketId, position, body, sender, senderName, encrypted, attachments, opening, unread)
        VALUES ('${id}', 'tkt_1', 1, '${body}', '${sender}', '${name}', 0, '[]', 0, 0)`);
    }
    cache.close();
    const outbox = open(account.outboxPath, aKey);
    migrate(outbox, [outbox001]);
    outbox.exec("INSERT INTO drafts VALUES ('tkt_1', 'Tack', 0, 5)");
    outbox.close();

    for (const _opening of [1, 2]) {
      account.use((stores) => {
        const found = (query: Partial<ListQuery>) =>
          stores.cache.list({ view: 'all', offset: 0, limit: 9, ...query }).total;
        expect(stores.warnings).toEqual([]);
        expect(found(typed('studsar löst'))).toBe(1);
        expect(found(typed('from:staff löst'))).toBe(1);
        expect(found(typed('from:staff studsar'))).toBe(0);
        expect(found(typed('from:kim'))).toBe(1);
        expect(found({ services: ['räk.se'] })).toBe(1);
        expect(stores.cache.counts([]).needsYou).toBe(1);
        expect(stores.outbox.draft('tkt_1')).toMatchObject({ text: 'Tack', savedAt: 5, seenUpTo: null });
        expect(stores.outbox.marks()).toEqual([]);
      });
    }
  });

  it('make the index of a big cache anew a little at a time, over several starts, and find all of it then', () => {
    const account = anAccount(open);
    account.use(() => {});
    rmSync(account.cachePath);
    const cache = open(account.cachePath, aKey);
    migrate(cache, [cache001, cache002, cache003, cache004]);
    cache.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
      INSERT INTO tickets (id, number, subject, status, priority, departmentSlug, ccEmails, messageCount, services, stamp,
        turn, lastEncrypted, unread)
      SELECT 'tkt_' || i, i, 'Gammalt ärende', 'open', 'low', 'vps', '[]', 1, '[]', 's', 'you', 0, 0 FROM n;
      INSERT INTO messages (id, ticketId, position, body, sender, encrypted, attachments, opening, unread)
      SELECT 'm' || id, id, 0, 'ordet${'a'.repeat(1_000)} nummer' || number, 'customer', 0, '[]', 1, 0 FROM tickets`);
    cache.close();
    let starts = 0;
    const found = (query: string) =>
      account.use(({ cache }) => cache.list({ view: 'all', offset: 0, limit: 9, ...typed(query) }).total);
    while (account.use(({ cache }) => cache.searchIsBehind())) starts += 1;
    expect(starts).toBeGreaterThan(5);
    expect(found('gammalt')).toBe(400);
    expect(found('nummer399')).toBe(1);
    expect(account.use(({ cache }) => cache.countUnfetched())).toBe(400);
  });

  it.each(['cache', 'outbox'] as const)('refuse a newer %s and leave it as it is', (name) => {
    const account = anAccount(open);
    account.use(({ cache }) => cache.putTicket(aTicket()));
    const path = name === 'cache' ? account.cachePath : account.outboxPath;
    const db = open(path, aKey);
    const version = Number(db.pragma('user_version'));
    db.exec('PRAGMA user_version = 99');
    db.close();
    const before = readFileSync(path);
    expect(account.tryOpen()).toEqual({ ok: false, code: 'store_newer' });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(account.files().filter((file) => file.includes('damaged'))).toEqual([]);
    const again = open(path, aKey);
    again.exec(`PRAGMA user_version = ${version}`);
    again.close();
    account.use(({ cache, warnings }) => {
      expect(cache.ticket('tkt_1')).not.toBeNull();
      expect(warnings).toEqual([]);
    });
  });
});
