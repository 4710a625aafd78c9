// Messages: order, windows, unread marks and what is still to be announced.
import { describe, expect, it } from 'vitest';
import type { CacheStore } from '../../electron/core/ports.ts';
import type { LedgerEntry, StoredMessage } from '../../electron/core/records.ts';
import { aMessage, aTicket, morning } from '../fakes/records.ts';

const ids = (messages: readonly { id: string }[]) => messages.map(({ id }) => id);

export function messagesContract(open: () => CacheStore): void {
  describe('messages', () => {
    it('gives back what was put, in the order of the API', () => {
      const cache = open();
      const attachments = [
        {
          id: 'tatt_1',
          filename: 'skärm dump.png',
          extension: null,
          mimeType: 'image/png',
          downloadUrl: '/x?a=1',
        },
      ];
      const messages: StoredMessage[] = [
        aMessage({ id: 'first', position: 0, opening: true, sentAt: null, senderName: null }),
        aMessage({ id: 'second', position: 1, sender: 'staff', unread: true, attachments }),
        aMessage({ id: 'third', position: 2, body: null, encrypted: true, sentAt: morning - 5 }),
      ];
      cache.putMessages([...messages].reverse());
      expect(cache.messages('tkt_1', 10)).toStrictEqual(messages);
      expect(JSON.stringify(cache.messages('tkt_1', 10))).toBe(JSON.stringify(messages));
      expect(cache.message('second')).toStrictEqual(messages[1]);
      expect(cache.message('unknown')).toBeNull();
    });

    it('gives the newest when asked for fewer, and only those of the ticket', () => {
      const cache = open();
      cache.putMessages([1, 2, 3, 4].map((position) => aMessage({ id: `m${position}`, position })));
      cache.putMessages([aMessage({ id: 'other', ticketId: 'tkt_2' })]);
      expect(ids(cache.messages('tkt_1', 2))).toEqual(['m3', 'm4']);
      expect(cache.messages('tkt_1', 0)).toEqual([]);
      expect(ids(cache.messages('tkt_1', 1_000_000))).toEqual(['m1', 'm2', 'm3', 'm4']);
      expect(cache.countMessages('tkt_1')).toBe(4);
      expect(cache.countMessages('unknown')).toBe(0);
    });

    it('goes on before a message, also where two have one place', () => {
      const cache = open();
      cache.putMessages([1, 2, 2, 3].map((position, index) => aMessage({ id: `m${index}`, position })));
      cache.putMessages([aMessage({ id: 'other', ticketId: 'tkt_2', position: 0 })]);
      expect(ids(cache.messages('tkt_1', 2, 'm3'))).toEqual(['m1', 'm2']);
      expect(ids(cache.messages('tkt_1', 9, 'm2'))).toEqual(['m0', 'm1']);
      expect(cache.messages('tkt_1', 9, 'm0')).toEqual([]);
      expect(cache.messages('tkt_1', 9, 'other')).toEqual([]);
    });

    it('names what the customer wrote after a place, and in that ticket alone', () => {
      const cache = open();
      const from = (sender: StoredMessage['sender'], position: number, ticketId = 'tkt_1') =>
        aMessage({ id: `${ticketId} ${sender} ${position}`, sender, position, ticketId });
      cache.putMessages([from('customer', 5), from('customer', 2), from('staff', 3), from('automation', 4)]);
      cache.putMessages([from('customer', 9, 'tkt_2')]);
      expect(cache.customersAfter('tkt_1', 0)).toEqual(['tkt_1 customer 2', 'tkt_1 customer 5']);
      expect(cache.customersAfter('tkt_1', 2)).toEqual(['tkt_1 customer 5']);
      expect(cache.customersAfter('tkt_1', 5)).toEqual([]);
      expect(cache.customersAfter('unknown', 0)).toEqual([]);
    });

    it('replaces and removes', () => {
      const cache = open();
      cache.putMessages([aMessage({ id: 'a' }), aMessage({ id: 'b', position: 2 })]);
      cache.putMessages([aMessage({ id: 'a', body: 'Ändrad', position: 5 })]);
      expect(cache.messages('tkt_1', 9).map(({ id, body }) => [id, body])).toEqual([
        ['b', 'Den är nere sedan i morse.'],
        ['a', 'Ändrad'],
      ]);
      cache.removeMessages(['b', 'unknown']);
      cache.removeMessages([]);
      expect(ids(cache.messages('tkt_1', 9))).toEqual(['a']);
    });

    it('clears unread up to a message or wholly, and says which', () => {
      const cache = open();
      const staff = (id: string, position: number, ticketId = 'tkt_1') =>
        aMessage({ id, position, ticketId, sender: 'staff', unread: true });
      cache.putMessages([staff('a', 1), staff('b', 2), staff('c', 3), staff('d', 1, 'tkt_2')]);
      expect(cache.markRead('tkt_1', 'd')).toEqual([]);
      expect(cache.markRead('tkt_1', 'unknown')).toEqual([]);
      expect(cache.markRead('tkt_1', 'b').sort()).toEqual(['a', 'b']);
      expect(cache.markRead('tkt_1', 'b')).toEqual([]);
      expect(cache.message('b')?.unread).toBe(false);
      expect(cache.message('c')?.unread).toBe(true);
      expect(cache.markRead('tkt_1', null)).toEqual(['c']);
      expect(cache.message('d')?.unread).toBe(true);
    });

    it('names unread staff messages that no entry of the ledger mentions, oldest first', () => {
      const cache = open();
      cache.putTicket(aTicket());
      cache.putMessages([
        aMessage({ id: 'late', sender: 'staff', unread: true, sentAt: morning + 2 }),
        aMessage({ id: 'early', sender: 'staff', unread: true, sentAt: morning + 1, ticketId: 'tkt_2' }),
        aMessage({ id: 'told', sender: 'staff', unread: true }),
        aMessage({ id: 'read', sender: 'staff', unread: false }),
        aMessage({ id: 'mine', sender: 'customer', unread: true }),
        aMessage({ id: 'robot', sender: 'automation', unread: true }),
      ]);
      cache.putLedger({
        messageId: 'told',
        ticketId: 'tkt_1',
        outcome: 'not-shown',
        why: 'x',
        noticeId: null,
        at: 1,
      });
      expect(ids(cache.unannounced(10))).toEqual(['early', 'late']);
      expect(ids(cache.unannounced(1))).toEqual(['early']);
    });

    it('names unread staff messages that quiet hours held back, oldest first', () => {
      const cache = open();
      cache.putTicket(aTicket());
      const held = { outcome: 'not-shown', why: 'quiet-hours' } as const;
      const put = (
        id: string,
        entry: Pick<LedgerEntry, 'outcome' | 'why'>,
        sentAt: number,
        unread = true,
      ) => {
        cache.putMessages([aMessage({ id, sender: 'staff', unread, sentAt })]);
        cache.putLedger({ messageId: id, ticketId: 'tkt_1', noticeId: null, at: 1, ...entry });
      };
      put('late', held, morning + 2);
      put('early', held, morning + 1);
      put('read', held, morning, false);
      put('muted', { outcome: 'not-shown', why: 'muted' }, morning);
      put('shown', { outcome: 'shown', why: null }, morning);
      cache.putMessages([aMessage({ id: 'new', sender: 'staff', unread: true })]);
      expect(ids(cache.heldBack(10))).toEqual(['early', 'late']);
      expect(ids(cache.heldBack(1))).toEqual(['early']);
    });
  });
}
