// Searches, and what the index of the search costs, where 10,000 tickets and a few long conversations are kept.

import { pause } from '../../electron/core/pause.ts';
import type { CacheStore, Clock } from '../../electron/core/ports.ts';
import { wholeFrom } from '../fakes/random.ts';
import { aMessage, aTicket, morning } from '../fakes/records.ts';
import { typed } from '../fakes/search.ts';
import { longest } from './figures.ts';

const tickets = 10_000;
const random = wholeFrom(42);
const words =
  'server svarar inte domän räksmörgås lösenord återställ faktura betalning certifikat e-post studsar backup disk nginx kund DNS fel konto hjälp tack logg kod gateway minne cron databas fråga cache rensa version'.split(
    ' ',
  );
const sentence = (length: number) => Array.from({ length }, () => words[random(words.length)]).join(' ');

function page(cache: CacheStore, first: number, subject: () => string): void {
  cache.transaction(() => {
    for (let n = first; n < first + 100; n += 1) {
      const updatedAt = morning - n * 1_000;
      cache.putTicket(
        aTicket({ id: `tkt_${n}`, number: String(100_000 + n), subject: subject(), updatedAt }),
      );
    }
  });
}

function conversation(cache: CacheStore, ticket: number, count: number): void {
  cache.putMessages(
    Array.from({ length: count }, (_, n) =>
      aMessage({
        id: `m_${ticket}_${n}`,
        ticketId: `tkt_${ticket}`,
        position: n,
        body: sentence(40),
        sender: n % 2 ? 'staff' : 'customer',
      }),
    ),
  );
}

async function caughtUp(cache: CacheStore, clock: Clock): Promise<void> {
  while (cache.searchIsBehind()) {
    cache.catchUpSearch();
    await pause(clock);
  }
}

/** Fills the cache on the way. */
export async function indexing(cache: CacheStore): Promise<void> {
  await longest(
    'a page of 100 new tickets',
    (run) => () => page(cache, tickets + run * 100, () => sentence(6)),
  );
  for (let n = 0; n < tickets; n += 100) page(cache, n, () => sentence(6));
  for (let n = 0; n < tickets; n += 1) conversation(cache, n, n % 500 === 0 ? 300 : 6);
  await longest(`indexing what ${tickets} tickets say`, () => (clock) => caughtUp(cache, clock), 1);
  await longest(
    'a page of 100 tickets with other subjects',
    (run) => () => page(cache, run * 100, () => sentence(6)),
  );
  while (cache.searchIsBehind()) cache.catchUpSearch();
  for (const query of [
    's',
    'faktura',
    'faktura s',
    'räksmörgås faktura kund',
    'from:staff nginx',
    '-nginx',
  ]) {
    const search = () => cache.list({ view: 'all', ...typed(query), offset: 0, limit: 50 });
    await longest(`search "${query}" (${search().total})`, () => search);
  }
}
