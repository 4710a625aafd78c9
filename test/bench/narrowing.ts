// Filters, sorts, pins, operators and waiting times at the size of the stores' benchmark.
import type { CacheStore, ListQuery } from '../../electron/core/ports.ts';
import type { SpokenRow } from '../../electron/core/records.ts';
import { departmentNames, waitingOf } from '../../electron/core/stats/waiting.ts';
import { createWaitReader } from '../../electron/core/stats/waits.ts';
import { typed } from '../fakes/search.ts';
import { piecesOf, show, time } from './figures.ts';

const marked = (count: number, step: number) => Array.from({ length: count }, (_, n) => `tkt_${n * step}`);

/** Filters, sorts, pins and what is put away, each with the count beside it. */
export function narrowing(cache: CacheStore): void {
  const list = (query: Partial<ListQuery>) => cache.list({ view: 'all', offset: 0, limit: 50, ...query });
  const away = { hidden: marked(500, 3), snoozed: marked(200, 7) };
  const forms: Readonly<Record<string, Partial<ListQuery>>> = {
    'two statuses': { statuses: ['closed', 'on_hold'] },
    'a priority': { priorities: ['medium'] },
    'a service': { services: ['kund471.se'] },
    'sort by turn': { sort: 'turn' },
    'sort by creation': { sort: 'created' },
    'sort by priority': { sort: 'priority' },
    'sort by number': { sort: 'number' },
    'sort by turn, open': { sort: 'turn', view: 'open' },
    '40 pinned': { firstIds: marked(40, 11) },
    '40 pinned, far down': { firstIds: marked(40, 11), offset: 9_000 },
    '500 hidden': { notIds: away.hidden },
    'hidden, snoozed, pinned, sorted': {
      notIds: [...away.hidden, ...away.snoozed],
      firstIds: marked(40, 11),
      sort: 'turn',
      statuses: ['open'],
    },
    'messages of staff': { senders: ['staff'] },
    'from:staff nginx': typed('from:staff nginx'),
    'is:unread': typed('is:unread'),
    'is:encrypted': typed('is:encrypted'),
    '-nginx': typed('-nginx'),
  };
  for (const [name, query] of Object.entries(forms)) {
    show(
      `list and total, ${name} (${list(query).total})`,
      time(60, () => list(query)),
    );
  }
  show(
    'counts with 500 hidden, 200 snoozed',
    time(60, () => cache.counts([], away)),
  );
}

/** What everything else waits for, is the longest piece. */
const pieces = (spent: readonly number[]): string =>
  `${spent.reduce((total, one) => total + one, 0).toFixed(1)} ms in ${spent.length} pieces, longest ${Math.max(...spent).toFixed(1)} ms`;

/** Read piece by piece as core/stats does, then the figures of one and of three such accounts. */
export async function waitingTimes(cache: CacheStore): Promise<void> {
  const spent: number[] = [];
  const reader = createWaitReader();
  let last: SpokenRow | null = null;
  for (;;) {
    const start = performance.now();
    const rows: SpokenRow[] = cache.spoken(last, 1_000);
    reader.read(rows);
    spent.push(performance.now() - start);
    last = rows.at(-1) ?? null;
    if (!last || rows.length < 1_000) break;
  }
  show(`waits read (${reader.waits.length} answers)`, pieces(spent));
  const share = { waits: reader.waits, names: departmentNames(cache) };
  for (const count of [1, 3])
    show(
      `figures of the waits of ${count}`,
      pieces(
        await piecesOf((clock) =>
          waitingOf(
            Array.from({ length: count }, () => share),
            { timeZone: 'Europe/Stockholm' },
            clock,
          ),
        ),
      ),
    );
}
