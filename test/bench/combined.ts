// Figures for the list of several accounts as one: 3 accounts with 10,000 tickets each, encrypted, on disk.
// node test/bench/combined.ts [accounts] [tickets each]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBetter } from '../../electron/adapters/sqlite-better.ts';
import { createStores } from '../../electron/adapters/stores.ts';
import { type Listed, listOfAll } from '../../electron/core/accounts/combined-list.ts';
import { Secret } from '../../electron/core/secret.ts';
import { wholeFrom } from '../fakes/random.ts';
import { aTicket, morning } from '../fakes/records.ts';
import { show, time } from './figures.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const count = Number(positionals[0] ?? 3);
const tickets = Number(positionals[1] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const stores = createStores({ folder, open: openBetter });

/** The same tickets in every run. */
const random = wholeFrom(42);

function anAccount(index: number): Listed {
  const opened = stores.open(`acc${index}`, new Secret('0123456789abcdef'.repeat(4)));
  if (!opened.ok) throw new Error(opened.code);
  const { cache, outbox: drafts } = opened.value;
  cache.transaction(() => {
    for (let n = 0; n < tickets; n += 1) {
      const at = morning - random(1e9);
      cache.putTicket(
        aTicket({
          id: `tkt_${n}`,
          number: String(100_000 + n),
          subject: n % 4 === 0 ? 'Servern svarar inte' : 'Fråga om en domän',
          status: n % 10 < 6 ? 'closed' : 'open',
          turn: n % 10 < 6 ? 'none' : n % 3 === 0 ? 'you' : 'hostup',
          createdAt: at - random(1e9),
          turnSince: at,
          lastMessageAt: at,
          updatedAt: at,
        }),
      );
    }
  });
  for (let n = 0; n < 10; n += 1)
    drafts.putMark({ ticketId: `tkt_${n * 31}`, pinned: true, muted: false, hidden: false, snooze: null });
  return { id: `acc${index}`, cache, drafts };
}

try {
  const accounts = Array.from({ length: count }, (_, index) => anAccount(index));
  const all = count * tickets;
  const offsets = [0, Math.floor(all / 6), Math.floor(all / 2), all - 1_000];
  for (const sort of ['activity', 'turn', 'created', 'priority', 'number'] as const) {
    for (const offset of offsets) {
      const input = { view: 'all', sort, offset, limit: 100 } as const;
      show(
        `${count} × ${tickets}, by ${sort}, from ${offset}`,
        time(20, () => listOfAll(accounts, input, morning)),
      );
    }
  }
  for (const view of ['needs-you', 'open'] as const)
    show(
      `${view}, from the start`,
      time(50, () => listOfAll(accounts, { view, offset: 0, limit: 100 }, morning)),
    );
  show(
    'search, from the start',
    time(20, () => listOfAll(accounts, { view: 'all', query: 'servern', offset: 0, limit: 100 }, morning)),
  );
  for (const { cache, drafts } of accounts) {
    cache.close();
    drafts.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
