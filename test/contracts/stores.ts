// What every implementation of OpenStores must do, on disk and in memory.
import { describe, expect, it } from 'vitest';
import type { Stores } from '../../electron/core/ports.ts';
import { aMessage, anOutgoing, aTicket } from '../fakes/records.ts';
import { typed } from '../fakes/search.ts';
import { filtersContract } from './stores-filters.ts';
import { listContract } from './stores-list.ts';
import { marksContract } from './stores-marks.ts';
import { messagesContract } from './stores-messages.ts';
import { outboxContract } from './stores-outbox.ts';
import { searchContract } from './stores-search.ts';
import { longSearchContract } from './stores-search-long.ts';
import { servicesContract } from './stores-services.ts';
import { spokenContract } from './stores-spoken.ts';
import { ticketsContract } from './stores-tickets.ts';

/** `open` gives both databases of a new account and closes them when the test ends. */
export function storesContract(name: string, open: () => Stores): void {
  describe(`stores: ${name}`, () => {
    ticketsContract(() => open().cache);
    messagesContract(() => open().cache);
    listContract(() => open().cache);
    filtersContract(() => open().cache);
    spokenContract(() => open().cache);
    servicesContract(() => open().cache);
    marksContract(() => open().outbox);
    searchContract(() => open().cache);
    longSearchContract(() => open().cache);
    outboxContract(() => open().outbox);

    it('starts empty and without warnings', () => {
      const { cache, outbox, warnings } = open();
      expect(cache.list({ view: 'all', offset: 0, limit: 10 })).toEqual({ total: 0, tickets: [] });
      expect(cache.counts([])).toEqual({
        needsYou: 0,
        waiting: 0,
        open: 0,
        closed: 0,
        unread: 0,
        snoozed: 0,
        hidden: 0,
        departments: [],
      });
      expect(outbox.open()).toEqual([]);
      expect(warnings).toEqual([]);
    });

    it('keeps all of a transaction or nothing, and hands on what was thrown', () => {
      const { cache, outbox } = open();
      const bug = new Error('a bug');
      for (const store of [cache, outbox]) {
        expect(() =>
          store.transaction(() => {
            cache.putTicket(aTicket());
            cache.putMessages([aMessage({ body: 'Hittas inte' })]);
            outbox.put(anOutgoing());
            throw bug;
          }),
        ).toThrow(bug);
      }
      // each store answers for itself: the other's writes are there
      expect(cache.transaction(() => cache.ticket('tkt_1'))).not.toBeNull();
      expect(outbox.get('out_1')).not.toBeNull();
    });

    it('undoes only the inner transaction when its failure is caught', () => {
      const { cache } = open();
      cache.transaction(() => {
        cache.putTicket(aTicket({ id: 'a' }));
        expect(() =>
          cache.transaction(() => {
            cache.putTicket(aTicket({ id: 'b', subject: 'Försvinner' }));
            throw new Error('no');
          }),
        ).toThrow('no');
        cache.putTicket(aTicket({ id: 'c' }));
      });
      expect(cache.absentFrom([])).toEqual(['a', 'c']);
      expect(cache.list({ view: 'all', ...typed('försvinner'), offset: 0, limit: 9 }).total).toBe(0);
      expect(cache.list({ view: 'all', ...typed('webbplatsen'), offset: 0, limit: 9 }).total).toBe(2);
    });

    it('can be closed twice', () => {
      const { cache, outbox } = open();
      for (const store of [cache, outbox, cache, outbox]) store.close();
    });
  });
}
