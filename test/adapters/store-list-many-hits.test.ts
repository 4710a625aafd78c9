// A search that finds very many tickets: none is weighed against the others then, and the latest come first.
import { expect, it, onTestFinished } from 'vitest';
import { anAccount, drivers } from '../fakes/account.ts';
import { aTicket, morning } from '../fakes/records.ts';
import { typed } from '../fakes/search.ts';

it.each(drivers)('puts the best hits first, and of more than 2,000 the latest (%s)', (_, open) => {
  const { cache, outbox } = anAccount(open).open();
  onTestFinished(() => {
    cache.close();
    outbox.close();
  });
  const put = (from: number, to: number) =>
    cache.transaction(() => {
      for (let n = from; n < to; n += 1)
        cache.putTicket(
          aTicket({
            id: `t${n}`,
            number: String(n),
            subject: n === 7 ? 'domän domän domän' : `Domän och annat ${n}`,
            updatedAt: morning + n,
            lastMessageAt: morning + n,
          }),
        );
    });
  const found = (query: string) => {
    while (cache.searchIsBehind()) cache.catchUpSearch();
    const window = { view: 'all', ...typed(query), offset: 0, limit: 3 } as const;
    const { total, tickets } = cache.list(window);
    const ids = tickets.map(({ id }) => id);
    expect(cache.at(cache.places(window).map(({ ref }) => ref)).map(({ id }) => id)).toEqual(ids);
    return { total, ids };
  };
  put(1, 2_001);
  expect(found('domän')).toMatchObject({ total: 2_000, ids: ['t7', 't2000', 't1999'] });
  put(2_001, 2_101);
  expect(found('domän')).toEqual({ total: 2_100, ids: ['t2100', 't2099', 't2098'] });
});
