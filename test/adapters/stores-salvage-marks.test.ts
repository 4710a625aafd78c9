// A damaged outbox gives the user's marks back, too, and one from before there were any gives back what it has.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { migrate } from '../../electron/adapters/migrate.ts';
import { outbox001 } from '../../electron/adapters/migrations/outbox-001.ts';
import { openBetter } from '../../electron/adapters/sqlite-better.ts';
import { aKey, anAccount } from '../fakes/account.ts';

const mark = { ticketId: 'tkt_1', pinned: true, muted: false, hidden: true, snooze: null };

/** The first page ends with its checksum. */
function breakChecksum(path: string): void {
  const bytes = readFileSync(path);
  bytes[4095] = (bytes[4095] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

it('saves marks', () => {
  const account = anAccount(openBetter);
  account.use(({ outbox }) => outbox.putMark(mark));
  breakChecksum(account.outboxPath);
  account.use(({ outbox, warnings }) => {
    expect(warnings).toEqual(['store_broken']);
    expect(outbox.marks()).toEqual([mark]);
  });
});

it('saves an outbox of version 1', () => {
  const account = anAccount(openBetter);
  mkdirSync(account.home, { recursive: true });
  const old = openBetter(account.outboxPath, aKey);
  migrate(old, [outbox001]);
  old.exec("INSERT INTO drafts VALUES ('tkt_1', 'Tack', 0, 5)");
  old.close();
  breakChecksum(account.outboxPath);
  account.use(({ outbox, warnings }) => {
    expect(warnings).toEqual(['store_broken']);
    expect(outbox.draft('tkt_1')?.text).toBe('Tack');
    outbox.putMark(mark);
  });
});
