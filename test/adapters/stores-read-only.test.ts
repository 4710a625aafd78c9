// Folders and files that may not be written to, or are not what they should be.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createStores } from '../../electron/adapters/stores.ts';
import { aKey, anAccount, drivers, temporaryFolder } from '../fakes/account.ts';
import { anOutgoing } from '../fakes/records.ts';

const nobody = 65_534;

/** As root nothing is read-only, so root becomes somebody else meanwhile. */
function asOrdinaryUser<T>(work: () => T): T {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(nobody);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}

describe.each(drivers)('a place that cannot be written to (%s)', (_, open) => {
  it('is store_read_only when the folder is', () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    const opened = asOrdinaryUser(() => createStores({ folder, open }).open('acc', aKey));
    expect(opened).toEqual({ ok: false, code: 'store_read_only' });
  });

  it('is store_read_only when the account is another user’s, and nothing is lost', () => {
    const account = anAccount(open);
    account.use(({ outbox }) => outbox.put(anOutgoing()));
    chmodSync(join(account.home, '..', '..'), 0o500);
    chmodSync(account.home, 0o500);
    const opened = asOrdinaryUser(() => account.tryOpen());
    expect(opened).toEqual({ ok: false, code: 'store_read_only' });
    account.use(({ outbox, warnings }) => {
      expect(outbox.open()).toHaveLength(1);
      expect(warnings).toEqual([]);
    });
  });

  it.each(['cache.db', 'outbox.db'])('is store_read_only when %s is a folder', (name) => {
    const account = anAccount(open);
    mkdirSync(join(account.home, name), { recursive: true });
    expect(account.tryOpen()).toEqual({ ok: false, code: 'store_read_only' });
  });

  it('is store_read_only when a file has the name of the folder', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'accounts'), '');
    expect(createStores({ folder, open }).open('acc', aKey)).toEqual({ ok: false, code: 'store_read_only' });
  });
});
