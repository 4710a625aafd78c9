// Figures for the databases at 10,000 tickets and 60,000 messages, encrypted, on disk.
// node test/bench/stores.ts [better|libsql] [tickets]
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createStores } from '../../electron/adapters/stores.ts';
import type { CacheStore, ListQuery, Stores } from '../../electron/core/ports.ts';
import { Secret } from '../../electron/core/secret.ts';
import { wholeFrom } from '../fakes/random.ts';
import { aMessage, anOutgoing, aTicket, morning } from '../fakes/records.ts';
import { typed } from '../fakes/search.ts';
import { show, time } from './figures.ts';
import { narrowing, waitingTimes } from './narrowing.ts';

const messagesPerTicket = 6;
const batch = 100;
const words =
  'server svarar inte domän räksmörgås lösenord återställ faktura betalning certifikat e-post studsar backup säkerhetskopia disk full nginx timeout kund webbplats DNS pekar fel IP migrera flytta konto hjälp tack snart vänligen återkom logg fel kod 502 gateway minne process cron jobb databas mysql fråga långsam cache rensa uppdatera version plugin tema wordpress'.split(
    ' ',
  );

/** The same texts in every run. */
const random = wholeFrom(42);
const sentence = (length: number) => Array.from({ length }, () => words[random(words.length)]).join(' ');

function fill(cache: CacheStore, tickets: number): void {
  for (let start = 0; start < tickets; start += batch) {
    cache.transaction(() => {
      for (let n = start; n < Math.min(tickets, start + batch); n++) {
        const at = morning - random(1e9);
        const turn = (['you', 'hostup', 'hostup', 'none'] as const)[n % 4] ?? 'none';
        cache.putTicket(
          aTicket({
            id: `tkt_${n}`,
            number: String(100_000 + n),
            subject: sentence(6),
            departmentSlug: `dept-${n % 7}`,
            departmentName: `Avdelning ${n % 7}`,
            status: n % 10 < 6 ? 'closed' : 'open',
            turn: n % 10 < 6 ? 'none' : turn,
            lastMessageAt: at,
            updatedAt: at,
            detailStamp: n % 500 === 0 ? null : 's',
            stamp: 's',
            services: [
              {
                serviceType: 'domain',
                serviceId: `${n}`,
                serviceName: `kund${n}.se`,
                details: { ip: '192.0.2.7' },
              },
            ],
          }),
        );
        cache.putMessages(
          Array.from({ length: messagesPerTicket }, (_, m) =>
            aMessage({
              id: `m_${n}_${m}`,
              ticketId: `tkt_${n}`,
              position: m,
              body: sentence(40),
              sentAt: at + m * 1_800_000 * (1 + (n % 9)),
              unread: n % 300 === 0,
              sender: m % 2 ? 'staff' : 'customer',
            }),
          ),
        );
      }
    });
  }
}

function reading(cache: CacheStore, tickets: number): void {
  const list = (query: Partial<ListQuery>) => cache.list({ view: 'all', offset: 0, limit: 50, ...query });
  for (const view of ['needs-you', 'waiting', 'open', 'closed', 'all'] as const) {
    show(
      `list and total, ${view} (${list({ view }).total})`,
      time(200, () => list({ view })),
    );
  }
  show(
    'list, last window of all',
    time(200, () => list({ offset: tickets - 50 })),
  );
  show(
    'list, open of a department',
    time(200, () => list({ view: 'open', departments: ['dept-3'] })),
  );
  const alsoIds = Array.from({ length: 20 }, (_, n) => `tkt_${n * 7}`);
  show(
    'list, needs-you and 20 more ids',
    time(200, () => list({ view: 'needs-you', alsoIds })),
  );
  show(
    'counts',
    time(200, () => cache.counts(alsoIds)),
  );
  show(
    'servicesSeen(200)',
    time(200, () => cache.servicesSeen(['domain', 'vps'], 200)),
  );
  show(
    'stale(50) and countStale',
    time(200, () => [cache.stale(50), cache.countStale()]),
  );
  show(
    'unannounced(50)',
    time(200, () => cache.unannounced(50)),
  );
  const ids = Array.from({ length: tickets }, (_, n) => `tkt_${n}`);
  show(
    'absentFrom(every id)',
    time(20, () => cache.absentFrom(ids)),
  );
  show(
    'one thread',
    time(500, () => cache.messages(`tkt_${random(tickets)}`, 200)),
  );
  for (const query of [
    '#104711',
    '1047',
    'räksmörgås faktura',
    'kund471',
    'certifikat nginx wordpress',
    's',
    'finnsinte',
  ]) {
    show(
      `search "${query}" (${list(typed(query)).total})`,
      time(30, () => list(typed(query))),
    );
  }
}

function writing({ cache, outbox }: Stores, tickets: number): void {
  const ticket = () => cache.ticket(`tkt_${random(tickets)}`) ?? aTicket();
  show(
    'putTicket, nothing to index',
    time(500, () => cache.putTicket({ ...ticket(), unread: random(9) })),
  );
  show(
    'putTicket, new subject',
    time(200, () => cache.putTicket({ ...ticket(), subject: sentence(6) })),
  );
  let n = 0;
  show(
    'a new message',
    time(200, () => cache.putMessages([aMessage({ id: `new_${n++}`, ticketId: ticket().id, position: 99 })])),
  );
  show(
    'a draft',
    time(300, () =>
      outbox.putDraft({
        ticketId: 'tkt_1',
        text: sentence(80),
        encrypted: false,
        savedAt: n++,
        seenUpTo: null,
      }),
    ),
  );
  show(
    'an outgoing reply',
    time(300, () => outbox.put(anOutgoing({ id: `o${n++}`, text: sentence(80) }))),
  );
}

const { positionals } = parseArgs({ allowPositionals: true });
const tickets = Number(positionals[1] ?? 10_000);
const open =
  positionals[0] === 'libsql'
    ? (await import('../../electron/adapters/sqlite-libsql.ts')).openLibsql
    : (await import('../../electron/adapters/sqlite-better.ts')).openBetter;
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const stores = createStores({ folder, open });
const key = new Secret('0123456789abcdef'.repeat(4));

function opened(): Stores {
  const result = stores.open('bench', key);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}
function close({ cache, outbox }: Stores): void {
  cache.close();
  outbox.close();
}

try {
  console.log(
    `${cpus()[0]?.model}, Node ${process.version}, ${tickets} tickets, ${tickets * messagesPerTicket} messages`,
  );
  const first = opened();
  const start = performance.now();
  fill(first.cache, tickets);
  const spent = performance.now() - start;
  const rate = Math.round((tickets * messagesPerTicket) / (spent / 1000));
  show(
    'filled in batches of 100 tickets',
    `${(spent / 1000).toFixed(2)} s, ${rate} messages/s, ${((spent / tickets) * batch).toFixed(0)} ms per batch`,
  );
  close(first);
  show(
    'size of cache.db',
    `${(statSync(join(folder, 'accounts', 'bench', 'cache.db')).size / 1e6).toFixed(1)} MB`,
  );
  show(
    'open both and close',
    time(20, () => close(opened())),
  );
  const both = opened();
  show(
    'first list after opening',
    time(1, () => both.cache.list({ view: 'open', offset: 0, limit: 50 })),
  );
  reading(both.cache, tickets);
  narrowing(both.cache);
  await waitingTimes(both.cache);
  writing(both, tickets);
  close(both);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
