// The list: views, filters, order, windows, and counts that agree with it.
import { describe, expect, it } from 'vitest';
import type { CacheStore, ListQuery } from '../../electron/core/ports.ts';
import type { StoredTicket } from '../../electron/core/records.ts';
import { aTicket, morning } from '../fakes/records.ts';

function fill(cache: CacheStore): CacheStore {
  const put = (id: string, minutes: number, changes: Partial<StoredTicket>) =>
    cache.putTicket(
      aTicket({ id, number: `10${id.length}`, lastMessageAt: morning + minutes * 60_000, ...changes }),
    );
  put('mine', 5, { turn: 'you', status: 'answered', unread: 2 });
  put('theirs', 4, { turn: 'hostup', departmentSlug: 'sales', departmentName: 'Försäljning' });
  put('nobodys', 3, { turn: 'none', status: 'on_hold' });
  put('closed', 2, { turn: 'none', status: 'closed' });
  put('closed-mine', 1, { turn: 'you', status: 'closed', unread: 1 });
  put('gone', 6, { turn: 'you', goneAt: morning, unread: 1 });
  put('gone-closed', 7, {
    turn: 'none',
    status: 'closed',
    goneAt: morning,
    departmentSlug: 'sales',
    departmentName: 'Försäljning',
  });
  return cache;
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}

export function listContract(open: () => CacheStore): void {
  const list = (cache: CacheStore, query: Partial<ListQuery>) => {
    const { total, tickets } = cache.list({ view: 'all', offset: 0, limit: 50, ...query });
    expect(total).toBeGreaterThanOrEqual(tickets.length);
    return tickets.map(({ id }) => id);
  };

  describe('list', () => {
    it.each<[ListQuery['view'], string[]]>([
      ['needs-you', ['mine']],
      ['waiting', ['theirs']],
      ['open', ['mine', 'theirs', 'nobodys']],
      ['closed', ['closed', 'closed-mine']],
      ['all', ['gone-closed', 'gone', 'mine', 'theirs', 'nobodys', 'closed', 'closed-mine']],
    ])('shows in %s what belongs there', (view, expected) => {
      expect(list(fill(open()), { view })).toEqual(expected);
    });

    it('widens needs-you by tickets with replies that need the user', () => {
      const cache = fill(open());
      const alsoIds = ['theirs', 'gone', 'mine', 'unknown'];
      expect(list(cache, { view: 'needs-you', alsoIds })).toEqual(['gone', 'mine', 'theirs']);
      expect(list(cache, { view: 'needs-you', alsoIds: [] })).toEqual(['mine']);
      expect(list(cache, { view: 'waiting', alsoIds })).toEqual(['theirs']);
      expect(cache.counts(alsoIds).needsYou).toBe(3);
    });

    it('narrows to a department and to ids', () => {
      const cache = fill(open());
      expect(list(cache, { departments: ['sales'] })).toEqual(['gone-closed', 'theirs']);
      expect(list(cache, { departments: ['sales'], view: 'open' })).toEqual(['theirs']);
      expect(list(cache, { departments: ['unknown'] })).toEqual([]);
      expect(list(cache, { ids: ['closed', 'mine', 'unknown'] })).toEqual(['mine', 'closed']);
      expect(list(cache, { ids: [] })).toEqual([]);
      expect(list(cache, { view: 'needs-you', ids: ['theirs'], alsoIds: ['theirs'] })).toEqual(['theirs']);
    });

    it('tells the places of any window, near and far down, and follows what is written', () => {
      const cache = open();
      const put = (n: number, minutes: number) =>
        cache.putTicket(
          aTicket({ id: `t${n}`, number: String(n), lastMessageAt: morning + minutes * 60_000 }),
        );
      cache.transaction(() => {
        for (let n = 0; n < 1_200; n += 1) put(n, n % 50);
      });
      const agrees = (query: Partial<ListQuery>) => {
        const window = { view: 'open' as const, offset: 0, limit: 20, ...query };
        const places = cache.places(window);
        expect(cache.at(places.map(({ ref }) => ref)).map(({ id }) => id)).toEqual(list(cache, window));
        const sorted = places.map(({ key }) => key).toSorted((a, b) => compareKeys(a, b));
        expect(places.map(({ key }) => key)).toEqual(sorted);
      };
      for (const sort of ['activity', 'turn', 'created', 'priority', 'number'] as const) {
        for (const offset of [0, 10, 1_000, 1_190, 5_000])
          agrees({ sort, offset, firstIds: ['t7', 't1100'] });
      }
      put(3, 99);
      agrees({ offset: 1_100 });
      put(5_000, 50);
      agrees({ offset: 1_100, limit: 200 });
      agrees({ offset: 1_100, notIds: ['t8', 't9'] });
    });

    it('orders by last activity, then by number as a number, and falls back on the creation', () => {
      const cache = open();
      const put = (number: string, times: Partial<StoredTicket>) =>
        cache.putTicket(aTicket({ id: number, number, ...times }));
      put('9', {});
      put('10', {});
      put('7', { updatedAt: morning + 2, lastMessageAt: null });
      put('8', { updatedAt: null, lastMessageAt: morning + 1 });
      put('5', { updatedAt: null, lastMessageAt: null, createdAt: morning + 3 });
      put('6', { updatedAt: null, lastMessageAt: null, createdAt: null });
      expect(list(cache, {})).toEqual(['5', '7', '8', '10', '9', '6']);
    });

    it('gives windows that fit together, with the total of all', () => {
      const cache = open();
      cache.transaction(() => {
        for (let n = 0; n < 120; n++) cache.putTicket(aTicket({ id: `t${n}`, number: `${n}` }));
      });
      const windows = [0, 50, 100, 150].map((offset) => cache.list({ view: 'open', offset, limit: 50 }));
      expect(windows.map(({ total }) => total)).toEqual([120, 120, 120, 120]);
      expect(windows.flatMap(({ tickets }) => tickets.map(({ number }) => Number(number)))).toEqual(
        Array.from({ length: 120 }, (_, n) => 119 - n),
      );
    });

    it('takes ten thousand ids', () => {
      const cache = fill(open());
      const many = Array.from({ length: 10_000 }, (_, n) => `x${n}`);
      expect(list(cache, { ids: [...many, 'mine'] })).toEqual(['mine']);
      expect(list(cache, { view: 'needs-you', alsoIds: [...many, 'theirs'] })).toEqual(['mine', 'theirs']);
    });
  });

  describe('counts', () => {
    it('agree with the views', () => {
      const cache = fill(open());
      const counts = cache.counts([]);
      expect(counts).toMatchObject({ needsYou: 1, waiting: 1, open: 3, closed: 2, unread: 2 });
      for (const [view, count] of [
        ['needs-you', counts.needsYou],
        ['waiting', counts.waiting],
        ['open', counts.open],
        ['closed', counts.closed],
      ] as const) {
        expect(cache.list({ view, offset: 0, limit: 0 }).total).toBe(count);
      }
    });

    it('count open tickets by department, named by the list of departments if it knows them', () => {
      const cache = fill(open());
      expect(cache.counts([]).departments).toEqual([
        { slug: 'sales', name: 'Försäljning', count: 1 },
        { slug: 'support', name: 'Teknisk support', count: 2 },
      ]);
      cache.putDepartments([{ slug: 'sales', name: 'Sälj', description: null }]);
      cache.putTicket(aTicket({ id: 'x', departmentSlug: 'new', departmentName: null }));
      expect(cache.counts([]).departments.map(({ name }) => name)).toEqual([
        'new',
        'Sälj',
        'Teknisk support',
      ]);
    });
  });
}
