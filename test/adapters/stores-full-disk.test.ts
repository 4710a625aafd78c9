// A full disk: a clear code, nothing lost, and the reserve gives room for a last write.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database, OpenDatabase } from '../../electron/adapters/sqlite-driver.ts';
import { guard } from '../../electron/adapters/store-guard.ts';
import type { CacheStore } from '../../electron/core/ports.ts';
import { anAccount, drivers, temporaryFolder } from '../fakes/account.ts';
import { aMessage, anOutgoing, aTicket, morning } from '../fakes/records.ts';

/** Databases that cannot grow: the same fault as a full disk, without one. */
function withoutRoom(open: OpenDatabase, pages: number): OpenDatabase {
  return (path, key, options) => {
    const db = open(path, key, options);
    // a new one is made whole before it is opened for use
    if (db.pragma('user_version') !== 0) db.exec(`PRAGMA max_page_count = ${pages}`);
    return db;
  };
}

function fillUp(cache: CacheStore): unknown {
  try {
    for (let n = 0; ; n++) cache.putMessages([aMessage({ id: `m${n}`, body: `Fyllnad ${n} `.repeat(500) })]);
  } catch (error) {
    return error;
  }
}

describe.each(drivers)('a database that cannot grow (%s)', (_, open) => {
  it('says store_full, keeps what it has, and takes what fits', () => {
    const account = anAccount(withoutRoom(open, 100));
    account.use(({ cache, outbox }) => {
      cache.putTicket(aTicket());
      expect(fillUp(cache)).toMatchObject({ code: 'store_full' });
      const kept = cache.countMessages('tkt_1');
      expect(kept).toBeGreaterThan(5);
      expect(() =>
        cache.transaction(() => {
          cache.putTicket(aTicket({ id: 'half' }));
          cache.putMessages([aMessage({ id: 'big', body: 'Stor '.repeat(200_000) })]);
        }),
      ).toThrow(expect.objectContaining({ code: 'store_full' }));
      expect(cache.ticket('half')).toBeNull();
      expect(cache.countMessages('tkt_1')).toBe(kept);
      expect(() => outbox.put(anOutgoing({ text: 'Stor '.repeat(200_000) }))).toThrow(
        expect.objectContaining({ code: 'store_full' }),
      );
      outbox.put(anOutgoing());
      expect(outbox.open()).toHaveLength(1);
    });
    account.use(({ warnings }) => expect(warnings).toEqual([]));
  });
});

describe('the guard', () => {
  /** A database whose writes meet a full disk as often as told. */
  function failing(times: number): Database & { written: number } {
    const db = {
      written: 0,
      exec: () => {},
      prepare: () => ({ run: write, get: () => undefined, all: () => [] }),
      transaction: <T>(work: () => T) => work(),
      pragma: () => null,
      close: () => {},
    };
    let left = times;
    function write(): number {
      if (left-- > 0) throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
      return ++db.written;
    }
    return db;
  }

  it.each([
    [1, 1, 1],
    [2, 0, 1],
  ])('of %i faults lets %i write through after asking for room %i time', (faults, written, asked) => {
    for (const inside of [false, true]) {
      const db = failing(faults);
      let rooms = 0;
      const guarded = guard(db, { makeRoom: () => ++rooms > 0, onDamage: () => {} });
      const statement = guarded.prepare('');
      const work = () => (inside ? guarded.transaction(() => statement.run()) : statement.run());
      if (written === 0) expect(work).toThrow(expect.objectContaining({ code: 'store_full' }));
      else expect(work()).toBe(1);
      expect([db.written, rooms]).toEqual([written, asked]);
    }
  });

  it('does not try again when there is no room to make, and lets bugs through as they are', () => {
    const db = failing(1);
    const guarded = guard(db, { makeRoom: () => false, onDamage: () => {} });
    expect(() => guarded.prepare('').run()).toThrow(expect.objectContaining({ code: 'store_full' }));
    expect(db.written).toBe(0);
    const bug = new TypeError('bug');
    expect(() =>
      guarded.transaction(() => {
        throw bug;
      }),
    ).toThrow(bug);
  });
});

/** A disk of that size; null where this user may not mount one. */
function tinyDisk(bytes: number): string | null {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

function fillDisk(folder: string): void {
  let size = 1 << 20;
  for (let n = 0; size >= 512; n++) {
    try {
      writeFileSync(join(folder, `fill-${n}`), Buffer.alloc(size, 1));
    } catch {
      rmSync(join(folder, `fill-${n}`), { force: true });
      size >>= 1;
    }
  }
}

describe.each(drivers)('a real disk without space (%s)', (_, open) => {
  it('keeps the typed reply with the reserve, then says store_full, and recovers', () => {
    const disk = tinyDisk(8 << 20);
    // without the right to mount, the tests above stand for it
    if (disk === null) return expect(process.getuid?.()).toBeDefined();
    const account = anAccount(open, disk);
    const reserve = join(account.home, 'reserve');
    account.use(({ cache, outbox }) => {
      expect(statSync(reserve).size).toBe(256 * 1024);
      cache.putTicket(aTicket());
      fillDisk(disk);
      // large enough to need space that is not there
      outbox.putDraft({
        ticketId: 'tkt_1',
        text: 'Sparas ändå. '.repeat(4000),
        encrypted: false,
        savedAt: morning,
        seenUpTo: null,
      });
      outbox.put(anOutgoing({ text: 'Går med reserven' }));
      expect(existsSync(reserve)).toBe(false);
      fillDisk(disk);
      expect(fillUp(cache)).toMatchObject({ code: 'store_full' });
      expect(outbox.get('out_1')?.text).toBe('Går med reserven');
      expect(cache.ticket('tkt_1')).not.toBeNull();
    });
    const full = account.tryOpen();
    if (full.ok) {
      full.value.cache.close();
      full.value.outbox.close();
    } else expect(full.code).toBe('store_full');
    for (let n = 0; n < 40; n++) rmSync(join(disk, `fill-${n}`), { force: true });
    account.use(({ outbox, warnings }) => {
      expect(warnings).toEqual([]);
      expect(outbox.draft('tkt_1')?.text).toHaveLength(13 * 4000);
      expect(outbox.get('out_1')).not.toBeNull();
      expect(statSync(reserve).size).toBe(256 * 1024);
    });
  });
});
