// The settings that keep what is in the databases from leaving them by another way. SQLite's own defaults are others.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheKind, closeQuietly, connect, outboxKind } from '../../electron/adapters/store-connect.ts';
import { makeFile } from '../../electron/adapters/store-files.ts';
import { aKey, drivers, temporaryFolder } from '../fakes/account.ts';

describe.each(drivers)('a database opened by %s', (_, open) => {
  it.each([
    ['cache', cacheKind],
    ['outbox', outboxKind],
  ])(
    '%s sorts in memory, overwrites what is deleted, and runs nothing that its schema asks for',
    (name, kind) => {
      const path = join(temporaryFolder(), `${name}.db`);
      makeFile(path);
      const db = connect({ open, path, key: aKey }, kind);
      const settings = ['temp_store', 'secure_delete', 'trusted_schema'].map((setting) =>
        Number(db.pragma(setting)),
      );
      closeQuietly(db);
      expect(settings).toEqual([2, 1, 0]);
    },
  );
});
