// Filters, sorts, pins and what is put away: each alone, together, and in windows.
import { describe, expect, it } from 'vitest';
import type { CacheStore, ListQuery } from '../../electron/core/ports.ts';
import type { StoredTicket } from '../../electron/core/records.ts';
import { aMessage, aTicket, morning } from '../fakes/records.ts';
import { typed } from '../fakes/search.ts';

const service = (serviceName: string | null) => ({
  serviceType: 'domain',
  serviceId: null,
  serviceName,
  details: { note: 'delad.se' },
});

function fill(cache: CacheStore): CacheStore {
  const put = (id: string, minutes: number, changes: Partial<StoredTicket>) =>
    cache.putTicket(aTicket({ id, number: id, lastMessageAt: morning + minutes * 60_000, ...changes }));
  put('1', 40, {
    status: 'open',
    priority: 'low',
    turnSince: morning - 1,
    services: [service('a.se'), service('Å.se')],
  });
  put('2', 30, {
    status: 'answered',
    priority: 'critical',
    turn: 'you',
    turnSince: morning - 9,
    services: [service('Å.se')],
  });
  put('3', 20, {
    status: 'closed',
    priority: 'unknown',
    turn: 'none',
    turnSince: null,
    createdAt: morning + 9,
  });
  put('10', 10, {
    status: 'on_hold',
    priority: 'urgent',
    turnSince: morning - 5,
    createdAt: null,
    unread: 2,
    departmentSlug: 'sales',
  });
  cache.putMessages([
    aMessage({ id: 'm1', ticketId: '1', body: 'Studsar fortfarande', sender: 'customer' }),
    aMessage({ id: 'm2', ticketId: '2', body: 'Det studsar inte här', sender: 'staff' }),
    aMessage({ id: 'm3', ticketId: '3', body: 'Hemligt', encrypted: true }),
    aMessage({ id: 'm4', ticketId: '10', body: 'Påminnelse', sender: 'automation' }),
  ]);
  return cache;
}

export function filtersContract(open: () => CacheStore): void {
  const list = (cache: CacheStore, query: Partial<ListQuery>) => {
    const { total, tickets } = cache.list({ view: 'all', offset: 0, limit: 50, ...query });
    expect(total).toBe(tickets.length);
    return tickets.map(({ id }) => id);
  };

  describe('filters', () => {
    it.each<[string, Partial<ListQuery>, string[]]>([
      ['statuses', { statuses: ['open', 'on_hold'] }, ['1', '10']],
      ['priorities', { priorities: ['critical', 'unknown'] }, ['2', '3']],
      ['departments', { departments: ['sales', 'support'], view: 'open' }, ['1', '2', '10']],
      ['a service, also the second', { services: ['Å.se'] }, ['1', '2']],
      ['several services', { services: ['a.se', 'delad.se'] }, ['1']],
      ['none of several', { statuses: [] }, []],
      ['together', { statuses: ['open', 'answered'], services: ['Å.se'], priorities: ['critical'] }, ['2']],
      ['before', { before: morning + 20 * 60_000 }, ['10']],
      ['after', { after: morning + 30 * 60_000 }, ['1', '2']],
      ['unread', { conditions: [{ is: 'unread', not: false }] }, ['10']],
      ['not unread', { conditions: [{ is: 'unread', not: true }] }, ['1', '2', '3']],
      ['encrypted', { conditions: [{ is: 'encrypted', not: false }] }, ['3']],
      [
        'open and not encrypted',
        {
          conditions: [
            { is: 'open', not: false },
            { is: 'encrypted', not: true },
          ],
        },
        ['1', '2', '10'],
      ],
      ['closed', { conditions: [{ is: 'closed', not: false }] }, ['3']],
      ['messages of staff', { senders: ['staff'] }, ['2']],
      ['messages of staff or automation', { senders: ['staff', 'automation'] }, ['2', '10']],
      ['left out', { notIds: ['1', '3', 'unknown'] }, ['2', '10']],
    ])('narrow by %s', (_, query, expected) => {
      expect(list(fill(open()), query)).toEqual(expected);
    });

    it('take services that share their name, at first and after a change', () => {
      const cache = fill(open());
      const third = cache.ticket('3');
      cache.putTicket(aTicket({ id: '4', number: '4', services: [service('c.se'), service('c.se')] }));
      if (third) cache.putTicket({ ...third, services: [service('c.se'), service('d.se'), service('c.se')] });
      expect(list(cache, { services: ['c.se'] }).toSorted()).toEqual(['3', '4']);
    });

    it('follow services that change', () => {
      const cache = fill(open());
      const first = cache.ticket('1');
      if (first) cache.putTicket({ ...first, services: [service('b.se'), service(null)] });
      expect(list(cache, { services: ['a.se', 'Å.se'] })).toEqual(['2']);
      expect(list(cache, { services: ['b.se'] })).toEqual(['1']);
    });

    it('look for words in messages of one sender, in services, and leave words out', () => {
      const cache = fill(open());
      const find = (text: string) => list(cache, { ...typed(text), sort: 'activity' });
      expect(find('studsar')).toEqual(['1', '2']);
      expect(find('from:staff studsar')).toEqual(['2']);
      expect(find('från:mig studsar')).toEqual(['1']);
      expect(find('from:staff from:me studsar')).toEqual(['1', '2']);
      expect(find('from:staff webbplatsen')).toEqual([]);
      expect(find('from:auto')).toEqual(['10']);
      expect(find('service:a.s')).toEqual(['1', '2']);
      expect(find('service:delad studsar')).toEqual(['1', '2']);
      expect(find('studsar -här')).toEqual(['1']);
      expect(find('-studsar')).toEqual(['3', '10']);
      expect(find('"studsar inte"')).toEqual(['2']);
      expect(find('"inte studsar"')).toEqual([]);
      expect(find('is:closed')).toEqual(['3']);
    });

    it.each<[NonNullable<ListQuery['sort']>, string[]]>([
      ['activity', ['1', '2', '3', '10']],
      ['turn', ['2', '10', '1', '3']],
      ['created', ['3', '1', '2', '10']],
      ['priority', ['2', '10', '1', '3']],
      ['number', ['10', '3', '2', '1']],
    ])('sort by %s, also what was searched', (sort, expected) => {
      const cache = fill(open());
      expect(list(cache, { sort })).toEqual(expected);
      expect(list(cache, { ...typed('webbplatsen'), sort })).toEqual(expected);
    });

    it('keep pins on top of every sort, in windows that fit together', () => {
      const cache = fill(open());
      const firstIds = ['3', '10', 'unknown'];
      expect(list(cache, { firstIds })).toEqual(['3', '10', '1', '2']);
      expect(list(cache, { firstIds, sort: 'number', view: 'open' })).toEqual(['10', '2', '1']);
      for (const limit of [1, 2, 3]) {
        const windows = [0, 1, 2, 3].flatMap(
          (n) => cache.list({ view: 'all', firstIds, offset: n * limit, limit }).tickets,
        );
        expect(windows.map(({ id }) => id)).toEqual(['3', '10', '1', '2']);
      }
      expect(cache.list({ view: 'all', firstIds, offset: 0, limit: 0 })).toEqual({ total: 4, tickets: [] });
    });
  });

  describe('counts of what is put away', () => {
    it('agree with the views', () => {
      const cache = fill(open());
      const away = { hidden: ['1', 'unknown'], snoozed: ['2', '1', '10'] };
      const counts = cache.counts([], away);
      expect(counts).toMatchObject({
        needsYou: 0,
        waiting: 0,
        open: 2,
        closed: 1,
        unread: 1,
        hidden: 1,
        snoozed: 2,
      });
      expect(list(cache, { view: 'waiting', notIds: [...away.hidden, ...away.snoozed] })).toHaveLength(
        counts.waiting,
      );
      expect(list(cache, { ids: away.snoozed, notIds: away.hidden })).toHaveLength(counts.snoozed);
      expect(counts.departments.map(({ slug, count }) => [slug, count])).toEqual([
        ['sales', 1],
        ['support', 1],
      ]);
      expect(cache.counts(['3', '1', '2'], away).needsYou).toBe(1);
      expect(cache.counts(['3', '2']).needsYou).toBe(2);
    });
  });
}
