// An account's databases in a temporary folder of their own, for tests.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openBetter } from '../../electron/adapters/sqlite-better.ts';
import type { OpenDatabase } from '../../electron/adapters/sqlite-driver.ts';
import { openLibsql } from '../../electron/adapters/sqlite-libsql.ts';
import { createStores } from '../../electron/adapters/stores.ts';
import type { Stores } from '../../electron/core/ports.ts';
import { Secret } from '../../electron/core/secret.ts';

export const drivers: readonly (readonly [string, OpenDatabase])[] = [
  ['better-sqlite3', openBetter],
  ['libsql', openLibsql],
];

export const aKey = new Secret('0123456789abcdef'.repeat(4));
export const anotherKey = new Secret('fedcba9876543210'.repeat(4));

/** Removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stores-'));
  onTestFinished(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export type Account = {
  readonly home: string;
  readonly cachePath: string;
  readonly outboxPath: string;
  /** opens both databases; a failure fails the test */
  open(key?: Secret): Stores;
  tryOpen(key?: Secret): ReturnType<ReturnType<typeof createStores>['open']>;
  /** opens, runs and closes again */
  use<T>(work: (stores: Stores) => T, key?: Secret): T;
  files(): string[];
  /** whether any file of the account holds this text */
  holds(text: string): boolean;
};

export function anAccount(open: OpenDatabase, folder = temporaryFolder()): Account {
  const stores = createStores({ folder, open });
  const home = join(folder, 'accounts', 'acc');
  const tryOpen = (key = aKey) => stores.open('acc', key);

  function opened(key?: Secret): Stores {
    const result = tryOpen(key);
    if (!result.ok) throw new Error(`not opened: ${result.code}`);
    return result.value;
  }

  return {
    home,
    cachePath: join(home, 'cache.db'),
    outboxPath: join(home, 'outbox.db'),
    open: opened,
    tryOpen,
    use(work, key) {
      const both = opened(key);
      try {
        return work(both);
      } finally {
        both.cache.close();
        both.outbox.close();
      }
    },
    files: () => readdirSync(home).sort(),
    holds: (text) => readdirSync(home).some((name) => readFileSync(join(home, name)).includes(text)),
  };
}
