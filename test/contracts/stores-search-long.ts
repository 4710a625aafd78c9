// Search in a conversation that is indexed in several documents: nobody can tell it from one of a single document.
import { describe, expect, it } from 'vitest';
import type { CacheStore } from '../../electron/core/ports.ts';
import type { StoredMessage } from '../../electron/core/records.ts';
import { aMessage, aTicket } from '../fakes/records.ts';
import { typed } from '../fakes/search.ts';
import { fill, find } from './stores-search.ts';

export function longSearchContract(open: () => CacheStore): void {
  describe('search in a long conversation', () => {
    const said = (position: number, changes: Partial<StoredMessage> = {}) =>
      aMessage({
        id: `long-${position}`,
        ticketId: 'long',
        position,
        body: `Rad nummer${position}`,
        sender: position % 2 ? 'staff' : 'customer',
        senderName: null,
        ...changes,
      });
    const filled = (count = 240) => {
      const cache = fill(open());
      cache.putTicket(aTicket({ id: 'long', number: '160000', subject: 'Migrering' }));
      cache.putMessages(Array.from({ length: count }, (_, position) => said(position)));
      return cache;
    };

    it('finds words of its beginning, its middle and its end, alone and together', () => {
      const cache = filled();
      for (const query of [
        'nummer0',
        'nummer120',
        'nummer239',
        'nummer0 nummer120 nummer239',
        'migrering nummer239',
        'from:staff nummer1 nummer239',
        'nummer23',
        '160000 nummer120',
      ])
        expect(find(cache, query), query).toEqual(['long']);
      for (const query of ['nummer0 nummer240', 'from:customer nummer1 rad', 'återställ nummer120'])
        expect(find(cache, query), query).toEqual([]);
    });

    it('takes it for one ticket among the others, by rank or by a sort', () => {
      const cache = filled();
      cache.putMessages([said(77, { body: 'Felet igen' }), said(199, { body: 'Felet åter' })]);
      const both = typed('felet');
      for (const sort of [undefined, 'activity', 'number'] as const) {
        const query = { view: 'all', ...both, ...(sort ? { sort } : {}), offset: 0, limit: 50 } as const;
        const { total, tickets } = cache.list(query);
        expect(total).toBe(2);
        expect(tickets.map(({ id }) => id).sort()).toEqual(['long', 'mail']);
        expect(cache.at(cache.places(query).map(({ ref }) => ref)).map(({ id }) => id)).toEqual(
          tickets.map(({ id }) => id),
        );
      }
      expect(find(cache, '160000')).toEqual(['long']);
      expect(find(cache, 'rad -nummer239')).toEqual([]);
      expect(find(cache, 'felet -nummer239')).toEqual(['mail']);
      expect(find(cache, 'felet -fram')).toEqual(['long']);
    });

    it('follows every change of it', () => {
      const cache = filled();
      cache.putMessages([said(120, { body: 'Ändrad' })]);
      expect(find(cache, 'nummer120')).toEqual([]);
      expect(find(cache, 'ändrad nummer0')).toEqual(['long']);
      cache.putMessages([said(120, { body: 'Ändrad', position: 10 })]);
      expect(find(cache, 'ändrad nummer0')).toEqual(['long']);
      cache.putMessages([said(3, { encrypted: true })]);
      expect(find(cache, 'nummer3 nummer4')).toEqual([]);
      const ticket = cache.ticket('long');
      if (ticket) cache.putTicket({ ...ticket, subject: 'Löst' });
      expect(find(cache, 'migrering')).toEqual([]);
      expect(find(cache, 'löst nummer239')).toEqual(['long']);
    });

    it('follows it while it grows and shrinks', () => {
      const cache = filled(3);
      cache.putMessages([said(99)]);
      cache.putMessages([said(100)]);
      cache.putMessages([said(101), said(200)]);
      for (const query of ['nummer2 nummer200', 'nummer99 nummer100', 'nummer101'])
        expect(find(cache, query), query).toEqual(['long']);
      cache.removeMessages(['long-200']);
      expect(find(cache, 'nummer200')).toEqual([]);
      expect(find(cache, 'nummer101 nummer0')).toEqual(['long']);
      cache.removeMessages(['long-100', 'long-101']);
      for (const gone of ['nummer100', 'nummer101']) expect(find(cache, gone), gone).toEqual([]);
      expect(find(cache, 'nummer99 migrering nummer0')).toEqual(['long']);
      expect(find(cache, 'rad')).toEqual(['long']);
    });
  });
}
