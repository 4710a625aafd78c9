// Tickets one by one, what sync asks about them, and the small tables.
import { describe, expect, it } from 'vitest';
import type { CacheStore } from '../../electron/core/ports.ts';
import type { LedgerEntry, StoredTicket } from '../../electron/core/records.ts';
import { aTicket, morning } from '../fakes/records.ts';

const long = 'å'.repeat(200_000);

export function ticketsContract(open: () => CacheStore): void {
  describe('tickets', () => {
    it.each<[string, Partial<StoredTicket>]>([
      ['plain', {}],
      [
        'every null',
        { subject: null, departmentName: null, createdAt: null, updatedAt: null, lastMessageAt: null },
      ],
      [
        'more nulls',
        { detailStamp: null, fetchedAt: null, turnSince: null, lastSender: null, lastText: null },
      ],
      ['odd text', { subject: `O'Hara "quoted" 😀 %_\\ \n\t ${long}`, requesterName: '' }],
      ['odd times', { createdAt: -1, updatedAt: 1.5, lastMessageAt: 8.64e15 }],
      ['flags', { lastEncrypted: true, lastText: null, unread: 7, goneAt: morning }],
      [
        'lists',
        {
          ccEmails: ['a@example.se', 'ö@example.se'],
          services: [
            {
              serviceType: 'vps',
              serviceId: null,
              serviceName: 'Räksmörgås',
              details: { ip: '192.0.2.1', a: [1, null] },
            },
            { serviceType: 'other', serviceId: '7', serviceName: null, details: null },
          ],
        },
      ],
    ])('gives back what was put: %s', (_, changes) => {
      const cache = open();
      const ticket = aTicket(changes);
      cache.putTicket(ticket);
      expect(cache.ticket('tkt_1')).toStrictEqual(ticket);
      // sync compares records as JSON, so the order of the fields counts
      expect(JSON.stringify(cache.ticket('tkt_1'))).toBe(JSON.stringify(ticket));
    });

    it('replaces the whole ticket on the second put', () => {
      const cache = open();
      cache.putTicket(aTicket({ ccEmails: ['a@example.se'], unread: 3 }));
      const next = aTicket({ subject: null, status: 'closed', turn: 'none' });
      cache.putTicket(next);
      expect(cache.ticket('tkt_1')).toStrictEqual(next);
      expect(cache.countPresent()).toBe(1);
    });

    it('finds by number, the one that is still there first, and answers null for the unknown', () => {
      const cache = open();
      cache.putTicket(aTicket({ id: 'old', goneAt: morning, updatedAt: morning + 9 }));
      cache.putTicket(aTicket({ id: 'new' }));
      expect(cache.ticketByNumber('149943')?.id).toBe('new');
      expect(cache.ticketByNumber('0149943')).toBeNull();
      expect(cache.ticket('149943')).toBeNull();
    });

    it('names the stale, latest activity first, without the gone', () => {
      const cache = open();
      const put = (id: string, changes: Partial<StoredTicket>) =>
        cache.putTicket(aTicket({ id, number: id, ...changes }));
      put('1', { detailStamp: 'x', stamp: 'x' });
      put('2', { detailStamp: null, lastMessageAt: morning + 1 });
      put('3', { detailStamp: 'old', lastMessageAt: morning + 2 });
      put('4', { detailStamp: 'old', goneAt: morning });
      put('5', { detailStamp: 'old', updatedAt: morning + 3, lastMessageAt: null });
      expect(cache.stale(10).map(({ id }) => id)).toEqual(['5', '3', '2']);
      expect(cache.stale(1).map(({ id }) => id)).toEqual(['5']);
      expect(cache.countStale()).toBe(3);
      expect(cache.countUnfetched()).toBe(1);
    });

    it('tells what is absent from a list and marks it gone, the first time for good', () => {
      const cache = open();
      for (const id of ['a', 'b', 'c', 'd']) cache.putTicket(aTicket({ id }));
      expect(cache.absentFrom(['b', 'x'])).toEqual(['a', 'c', 'd']);
      cache.markGone(['a', 'c', 'unknown'], morning);
      expect(cache.absentFrom([])).toEqual(['b', 'd']);
      expect(cache.countPresent()).toBe(2);
      cache.markGone(['a', 'b'], morning + 5);
      expect(cache.ticket('a')?.goneAt).toBe(morning);
      expect(cache.ticket('b')?.goneAt).toBe(morning + 5);
      cache.putTicket(aTicket({ id: 'a' }));
      expect(cache.ticket('a')?.goneAt).toBeNull();
    });
  });

  describe('small tables', () => {
    it('remembers and forgets values', () => {
      const cache = open();
      expect(cache.meta('cursor')).toBeNull();
      cache.setMeta('cursor', '');
      expect(cache.meta('cursor')).toBe('');
      cache.setMeta('cursor', 'å'.repeat(10_000));
      expect(cache.meta('cursor')).toHaveLength(10_000);
      cache.setMeta('cursor', null);
      cache.setMeta('never', null);
      expect(cache.meta('cursor')).toBeNull();
    });

    it('keeps departments in their order and replaces them as a whole', () => {
      const cache = open();
      const sales = { slug: 'sales', name: 'Försäljning', description: null };
      const abuse = { slug: 'abuse', name: 'Missbruk', description: 'Anmäl' };
      cache.putDepartments([sales, abuse]);
      expect(cache.departments()).toStrictEqual([sales, abuse]);
      cache.putDepartments([abuse, abuse]);
      expect(cache.departments()).toStrictEqual([abuse]);
      cache.putDepartments([]);
      expect(cache.departments()).toEqual([]);
    });

    it('knows departments from tickets, by the latest name', () => {
      const cache = open();
      cache.putTicket(aTicket({ id: '1', departmentSlug: 'b', departmentName: 'Gammalt' }));
      cache.putTicket(
        aTicket({ id: '2', departmentSlug: 'b', departmentName: 'Nytt', updatedAt: morning + 1 }),
      );
      cache.putTicket(aTicket({ id: '3', departmentSlug: 'a', departmentName: null }));
      cache.putTicket(aTicket({ id: '4', departmentSlug: '' }));
      expect(cache.departmentsSeen().map(({ slug, name }) => [slug, name])).toEqual([
        ['b', 'Nytt'],
        ['a', 'a'],
      ]);
    });

    it('keeps the ledger of notifications', () => {
      const cache = open();
      const entry = (messageId: string, changes: Partial<LedgerEntry> = {}): LedgerEntry => ({
        messageId,
        ticketId: 'tkt_1',
        outcome: 'shown',
        why: null,
        noticeId: 'n1',
        at: morning,
        ...changes,
      });
      cache.putLedger(entry('m1'));
      cache.putLedger(entry('m2', { at: morning + 1 }));
      cache.putLedger(entry('m3', { outcome: 'not-shown', why: 'in-front', noticeId: null }));
      cache.putLedger(entry('m4', { ticketId: 'tkt_2' }));
      expect(cache.ledgerOf('m3')).toStrictEqual(
        entry('m3', { outcome: 'not-shown', why: 'in-front', noticeId: null }),
      );
      expect(cache.ledgerOf('m9')).toBeNull();
      expect(cache.ledgerByNotice('n1').map((found) => found.messageId)).toEqual(['m1', 'm4', 'm2']);
      expect(cache.ledgerShown('tkt_1').map((found) => found.messageId)).toEqual(['m1', 'm2']);
      cache.setLedgerOutcome(['m1', 'm2', 'unknown'], 'clicked', morning + 9);
      expect(cache.ledgerShown('tkt_1')).toEqual([]);
      expect(cache.ledgerOf('m1')).toStrictEqual(entry('m1', { outcome: 'clicked', at: morning + 9 }));
      cache.putLedger(entry('m1', { outcome: 'replied' }));
      expect(cache.ledgerOf('m1')?.outcome).toBe('replied');
    });

    it('reads the ledger from its latest entry on, with what the tickets are called', () => {
      const cache = open();
      cache.putTicket(aTicket({ id: 'tkt_1', number: '11', subject: 'Räksmörgås' }));
      cache.putTicket(aTicket({ id: 'tkt_2', number: '12', subject: null }));
      const entry = (messageId: string, ticketId: string, at: number): LedgerEntry => ({
        messageId,
        ticketId,
        outcome: 'not-shown',
        why: 'muted',
        noticeId: null,
        at,
      });
      cache.putLedger(entry('m1', 'tkt_1', morning));
      cache.putLedger(entry('m2', 'tkt_2', morning + 2));
      cache.putLedger(entry('m3', 'tkt_1', morning + 1));
      expect(cache.ledgerLatest(2)).toStrictEqual([
        { ...entry('m2', 'tkt_2', morning + 2), number: '12', subject: null },
        { ...entry('m3', 'tkt_1', morning + 1), number: '11', subject: 'Räksmörgås' },
      ]);
      expect(cache.ledgerLatest(10).map(({ messageId }) => messageId)).toEqual(['m2', 'm3', 'm1']);
    });
  });
}
