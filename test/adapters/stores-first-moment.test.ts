// The moment in which a database is made: whoever is killed in it starts again as if nothing had been.
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openBetter } from '../../electron/adapters/sqlite-better.ts';
import type { OpenDatabase } from '../../electron/adapters/sqlite-driver.ts';
import { anAccount, temporaryFolder } from '../fakes/account.ts';
import { aTicket } from '../fakes/records.ts';

/** Ends like a killed process, with the nth thing that is asked of a database; nothing is tidied up. */
function dying(nth: number): OpenDatabase {
  let asked = 0;
  const ask = <T>(work: () => T): T => {
    asked += 1;
    if (asked === nth) throw new Error('killed');
    if (asked > nth) throw Object.assign(new Error('gone'), { code: 'SQLITE_MISUSE' });
    return work();
  };
  return (path, key, options) => {
    const db = openBetter(path, key, options);
    return {
      ...db,
      pragma: (source) => ask(() => db.pragma(source)),
      exec: (sql) => ask(() => db.exec(sql)),
      transaction: (work) => ask(() => db.transaction(work)),
      close: () => ask(() => db.close()),
    };
  };
}

it.each(Array.from({ length: 30 }, (_, n) => n + 1))(
  'starts without a warning after a kill at step %i',
  (nth) => {
    const folder = temporaryFolder();
    try {
      anAccount(dying(nth), folder).tryOpen();
    } catch {}
    const account = anAccount(openBetter, folder);
    account.use(({ cache, warnings }) => {
      expect(warnings).toEqual([]);
      cache.putTicket(aTicket());
    });
    account.use(({ cache }) => expect(cache.ticket('tkt_1')).not.toBeNull());
    // the dead one's connection is still open in this process, so its -wal files may stay
    expect(account.files().filter((name) => /damaged|broken|salvaged/.test(name))).toEqual([]);
  },
);

it('does not take what an older database left behind for its own', () => {
  const account = anAccount(openBetter);
  const both = account.open();
  both.cache.putTicket(aTicket());
  copyFileSync(`${account.cachePath}-wal`, `${account.home}/kept`);
  both.cache.close();
  both.outbox.close();
  rmSync(account.cachePath);
  copyFileSync(`${account.home}/kept`, `${account.cachePath}-wal`);
  rmSync(`${account.home}/kept`);
  account.use(({ cache, warnings }) => {
    expect(warnings).toEqual([]);
    expect(cache.ticket('tkt_1')).toBeNull();
  });
  expect(existsSync(`${account.cachePath}-wal`)).toBe(false);
});
