// Damaged files: a cache is replaced, an outbox is salvaged or kept, and it is always said.
import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import Native from 'better-sqlite3-multiple-ciphers';
import { describe, expect, it } from 'vitest';
import { openBetter } from '../../electron/adapters/sqlite-better.ts';
import type { Stores } from '../../electron/core/ports.ts';
import { StoreError } from '../../electron/core/records.ts';
import { type Account, aKey, anAccount, drivers } from '../fakes/account.ts';
import { aMessage, anOutgoing, aTicket, morning } from '../fakes/records.ts';
import { typed } from '../fakes/search.ts';

const page = 4096;
const rows = 60;

function fill({ cache, outbox }: Stores): void {
  cache.transaction(() => {
    for (let n = 0; n < rows; n++) {
      cache.putTicket(aTicket({ id: `t${n}`, number: String(n) }));
      cache.putMessages([aMessage({ id: `m${n}`, ticketId: `t${n}`, body: `Rad ${n} `.repeat(300) })]);
    }
  });
  while (cache.searchIsBehind()) cache.catchUpSearch();
  outbox.transaction(() => {
    for (let n = 0; n < rows; n++) {
      outbox.putDraft({
        ticketId: `t${n}`,
        text: `Utkast ${n} `.repeat(40),
        encrypted: n % 2 === 0,
        savedAt: morning,
        seenUpTo: null,
      });
      outbox.put(
        anOutgoing({ id: `o${n}`, text: `Svar ${n} `.repeat(40), state: n % 3 === 0 ? 'queued' : 'unknown' }),
      );
    }
  });
}

function filled(open: (typeof drivers)[number][1]): Account {
  const account = anAccount(open);
  account.use(fill);
  return account;
}

function overwrite(path: string, from: number, bytes: Buffer): void {
  const content = readFileSync(path);
  bytes.copy(content, from);
  writeFileSync(path, content);
}

/** Everything a program does with a cache, as far as damage lets it. */
function readAll({ cache }: Stores): void {
  cache.list({ view: 'all', offset: 0, limit: 1000 });
  cache.list({ view: 'all', ...typed('rad'), offset: 0, limit: 1000 });
  cache.counts([]);
  for (let n = 0; n < rows; n++) cache.messages(`t${n}`, 10);
}

/** The driver protects the tables of an index; this connection may write to them. */
function openUnsafe(path: string) {
  const db = new Native(path);
  db.pragma("cipher = 'sqlcipher'");
  db.pragma(`key = "x'${aKey.reveal()}'"`);
  db.unsafeMode(true);
  return db;
}

const emptyList = { total: 0, tickets: [] };
const everything = { view: 'all', offset: 0, limit: 10 } as const;

describe.each(drivers)('a damaged cache (%s)', (name, open) => {
  it.each<[string, (path: string) => void]>([
    ['emptied', (path) => truncateSync(path, 0)],
    ['cut in the middle of a page', (path) => truncateSync(path, 5 * page + 100)],
    ['cut to half', (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2 / page) * page)],
    ['another file', (path) => writeFileSync(path, 'Det här är ingen databas. '.repeat(1000))],
    ['only zero bytes', (path) => writeFileSync(path, Buffer.alloc(10 * page))],
    ['a first page of zero bytes', (path) => overwrite(path, 0, Buffer.alloc(page))],
  ])('is replaced at once when it is %s, and that is said once', (__, damage) => {
    const account = filled(open);
    damage(account.cachePath);
    account.use(({ cache, outbox, warnings }) => {
      expect(warnings).toEqual(['store_broken']);
      expect(cache.list(everything)).toEqual(emptyList);
      expect(outbox.drafts()).toHaveLength(rows);
      expect(outbox.get('o0')?.state).toBe('queued');
      cache.putTicket(aTicket());
    });
    expect(existsSync(`${account.cachePath}.damaged-1`)).toBe(true);
    account.use(({ cache, warnings }) => {
      expect(warnings).toEqual([]);
      expect(cache.list(everything).total).toBe(1);
    });
  });

  it('keeps one damaged file aside, the latest', () => {
    const account = filled(open);
    for (const _round of [1, 2, 3]) {
      truncateSync(account.cachePath, 0);
      account.use(({ warnings }) => expect(warnings).toEqual(['store_broken']));
    }
    expect(account.files().filter((name) => name.includes('damaged'))).toHaveLength(1);
  });

  it('is noticed when it is hit, deep inside a page, and replaced at the next opening', () => {
    const account = filled(open);
    const size = readFileSync(account.cachePath).length;
    overwrite(account.cachePath, Math.floor(size / page / 2) * page, Buffer.alloc(8 * page));
    const said = account.use((stores) => {
      try {
        readAll(stores);
      } catch (error) {
        return error;
      }
      return null;
    });
    expect(said).toBeInstanceOf(StoreError);
    expect(said).toMatchObject({ code: 'store_broken' });
    account.use((stores) => {
      expect(stores.warnings).toEqual(['store_broken']);
      readAll(stores);
    });
    account.use(({ warnings }) => expect(warnings).toEqual([]));
  });

  it('has its search index made again when only that is damaged, once', () => {
    const account = filled(open);
    for (const round of [1, 2]) {
      breakIndex(account);
      account.use(({ cache, warnings }) => {
        expect(cache.list({ ...everything, ...typed('rad 7') }).total).toBe(1);
        cache.putMessages([aMessage({ id: `new${round}`, ticketId: 't7', body: `Nyhet${round}` })]);
        expect(cache.list({ ...everything, ...typed(`nyhet${round}`) }).total).toBe(1);
        expect(warnings).toEqual([]);
      });
    }
  });

  function breakIndex(account: Account): void {
    const db = name === 'libsql' ? open(account.cachePath, aKey) : openUnsafe(account.cachePath);
    db.exec("UPDATE search_data SET block = x'00ff00ff00ff00ff' WHERE id > 10");
    db.close();
  }
});

describe.each(drivers)('a damaged outbox (%s)', (_, open) => {
  it.each<[string, (path: string) => void]>([
    ['emptied', (path) => truncateSync(path, 0)],
    [
      'cut to three fifths',
      (path) => truncateSync(path, Math.floor((readFileSync(path).length * 0.6) / page) * page),
    ],
    ['overwritten in the middle', (path) => overwrite(path, 6 * page, Buffer.alloc(2 * page, 0x5a))],
    [
      'overwritten at its end',
      (path) => overwrite(path, readFileSync(path).length - page, Buffer.alloc(page)),
    ],
  ])('is kept aside, salvaged row by row and told about when it is %s', (how, damage) => {
    const account = filled(open);
    damage(account.outboxPath);
    const damaged = readFileSync(account.outboxPath);
    account.use(({ cache, outbox, warnings }) => {
      expect(warnings).toEqual(['store_broken']);
      expect(cache.list(everything).total).toBe(rows);
      const found = outbox.drafts().length + outbox.open().length;
      if (how === 'emptied') expect(found).toBe(0);
      else expect(found).toBeGreaterThan(rows / 2);
      for (const draft of outbox.drafts()) expect(draft.text).toMatch(/^(Utkast \d+ )+$/);
      // nothing goes out by itself: what was read may be older than the truth
      for (const row of outbox.open()) expect(['needs-user', 'unknown']).toContain(row.state);
      outbox.put(anOutgoing());
    });
    expect(readFileSync(`${account.outboxPath}.damaged-1`).equals(damaged)).toBe(true);
    account.use(({ outbox, warnings }) => {
      expect(warnings).toEqual([]);
      expect(outbox.get('out_1')?.state).toBe('queued');
    });
    expect(account.files().filter((name) => /reading|salvaged/.test(name))).toEqual([]);
  });

  it.each<[string, Buffer]>([
    ['another file', Buffer.from('Det här är ingen databas. '.repeat(1000))],
    ['a short text', Buffer.from('Hej '.repeat(25))],
    ['zero bytes', Buffer.alloc(3 * page)],
  ])('is refused and left as it is when it is %s', (__, content) => {
    const account = filled(open);
    writeFileSync(account.outboxPath, content);
    for (const _round of [1, 2]) expect(account.tryOpen()).toEqual({ ok: false, code: 'store_broken' });
    expect(readFileSync(account.outboxPath).equals(content)).toBe(true);
    expect(account.files()).toEqual(['cache.db', 'outbox.db', 'reserve']);
  });

  it('loses nothing with its -wal file, because every commit is in the database itself', () => {
    const account = anAccount(open);
    const copy = anAccount(open);
    copy.use(() => {});
    const { cache, outbox } = account.open();
    fill({ cache, outbox, warnings: [] });
    outbox.put(anOutgoing({ id: 'last', state: 'sending' }));
    copyFileSync(account.outboxPath, copy.outboxPath);
    copyFileSync(account.cachePath, copy.cachePath);
    cache.close();
    outbox.close();
    copy.use(({ outbox: found, warnings }) => {
      expect(warnings).toEqual([]);
      expect(found.open()).toHaveLength(rows + 1);
      expect(found.get('last')?.state).toBe('sending');
    });
  });

  it('is said by the next opening when the one that salvaged it failed afterwards', () => {
    const account = filled(open);
    truncateSync(account.outboxPath, 0);
    setVersion(account.cachePath, 99);
    expect(account.tryOpen()).toEqual({ ok: false, code: 'store_newer' });
    setVersion(account.cachePath, 2);
    account.use(({ warnings }) => expect(warnings).toEqual(['store_broken']));
  });

  function setVersion(path: string, version: number): void {
    const db = open(path, aKey);
    db.exec(`PRAGMA user_version = ${version}`);
    db.close();
  }

  it('finishes a salvage that was interrupted between its renames', () => {
    const account = filled(open);
    copyFileSync(account.outboxPath, `${account.outboxPath}.salvaged`);
    rmSync(account.outboxPath);
    account.use(({ outbox, warnings }) => {
      expect(warnings).toEqual(['store_broken']);
      expect(outbox.drafts()).toHaveLength(rows);
    });
  });
});

describe('bit flips (better-sqlite3: each page has a checksum)', () => {
  it('never pass for data: a cache answers rightly or is replaced', { timeout: 60_000 }, () => {
    const account = filled(openBetter);
    const good = readFileSync(account.cachePath);
    for (let at = 3; at < good.length; at += Math.floor(good.length / 40)) {
      const bad = Buffer.from(good);
      bad.writeUInt8(bad.readUInt8(at) ^ 0x10, at);
      writeFileSync(account.cachePath, bad);
      let said = false;
      account.use((stores) => {
        said = stores.warnings.length > 0;
        if (said) return;
        try {
          readAll(stores);
          stores.cache.stale(10);
        } catch (error) {
          expect(error).toMatchObject({ code: 'store_broken' });
          said = true;
        }
      });
      account.use(({ cache, warnings }) => {
        if (!said) expect(cache.list(everything).total).toBe(rows);
        else expect([0, rows]).toContain(cache.list(everything).total);
        expect(warnings.length).toBeLessThanOrEqual(1);
      });
    }
  });

  it('cost an outbox few rows and are always said', { timeout: 60_000 }, () => {
    const account = filled(openBetter);
    const good = readFileSync(account.outboxPath);
    const kept: number[] = [];
    let disordered = 0;
    // the first page names the tables: without them the file may be taken for none of ours, and is left as it is
    for (let at = page + 100; at < good.length; at += Math.floor(good.length / 50)) {
      const bad = Buffer.from(good);
      bad.writeUInt8(bad.readUInt8(at) ^ 0x10, at);
      writeFileSync(account.outboxPath, bad);
      account.use(({ outbox, warnings }) => {
        expect([at, warnings]).toEqual([at, ['store_broken']]);
        kept.push(outbox.drafts().length + outbox.open().length);
        const order = outbox.open().map(({ id }) => Number(id.slice(1)));
        if (order.some((n, place) => n < (order[place - 1] ?? 0))) disordered += 1;
      });
    }
    const average = kept.reduce((sum, count) => sum + count, 0) / kept.length / (2 * rows);
    expect(average).toBeGreaterThan(0.95);
    // unless a flip hits the very number that says where a row stands
    expect(disordered).toBeLessThan(3);
  });
});
