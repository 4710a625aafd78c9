// A first page whose checksum is wrong can say anything: also a version that no program of ours ever had.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openBetter } from '../../electron/adapters/sqlite-better.ts';
import type { OpenDatabase } from '../../electron/adapters/sqlite-driver.ts';
import { type Account, anAccount, temporaryFolder } from '../fakes/account.ts';
import { anOutgoing } from '../fakes/records.ts';

const page = 4096;

/** Read without checksums, the first page says this version. */
const saying =
  (version: number): OpenDatabase =>
  (path, key, options = {}) => {
    const db = openBetter(path, key, options);
    if (!options.lenient) return db;
    return { ...db, pragma: (source) => (source === 'user_version' ? version : db.pragma(source)) };
  };

function filledAndBroken(open: OpenDatabase): Account {
  const folder = temporaryFolder();
  anAccount(openBetter, folder).use(({ outbox }) => outbox.put(anOutgoing({ text: 'Hej' })));
  const account = anAccount(open, folder);
  const bytes = readFileSync(account.outboxPath);
  // the page ends with its checksum
  bytes[page - 1] = (bytes[page - 1] ?? 0) ^ 1;
  writeFileSync(account.outboxPath, bytes);
  return account;
}

it('salvages an outbox whose damaged first page says an absurd version', () => {
  const account = filledAndBroken(saying(2_000_000_001));
  account.use(({ outbox, warnings }) => {
    expect(warnings).toEqual(['store_broken']);
    expect(outbox.get('out_1')).toMatchObject({ text: 'Hej', state: 'needs-user' });
  });
});

it('leaves one alone that says a version to come', () => {
  const account = filledAndBroken(saying(7));
  const before = readFileSync(account.outboxPath);
  expect(account.tryOpen()).toMatchObject({ ok: false, code: 'store_newer' });
  expect(readFileSync(account.outboxPath).equals(before)).toBe(true);
});
