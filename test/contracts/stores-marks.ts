// The user's own marks.
import { describe, expect, it } from 'vitest';
import type { OutboxStore } from '../../electron/core/ports.ts';
import type { StoredMark } from '../../electron/core/records.ts';
import { morning } from '../fakes/records.ts';

const plain: StoredMark = { ticketId: 'tkt_1', pinned: false, muted: false, hidden: false, snooze: null };

export function marksContract(open: () => OutboxStore): void {
  describe('marks', () => {
    it.each<[string, Partial<StoredMark>]>([
      ['pinned', { pinned: true }],
      ['muted and hidden', { muted: true, hidden: true }],
      ['snoozed until a time', { snooze: { until: morning + 0.5, fetched: true, lastStaffId: 'tmsg_å' } }],
      ['snoozed until a reply', { snooze: { until: 'reply', fetched: false, lastStaffId: null } }],
    ])('come back as they were put: %s', (_, change) => {
      const outbox = open();
      outbox.putMark({ ...plain, ticketId: 'tkt_2', pinned: true });
      outbox.putMark({ ...plain, ...change });
      expect(outbox.mark('tkt_1')).toStrictEqual({ ...plain, ...change });
      expect(outbox.marks()).toHaveLength(2);
    });

    it('are one per ticket, and gone when they mark nothing', () => {
      const outbox = open();
      outbox.putMark({ ...plain, pinned: true, muted: true });
      outbox.putMark({ ...plain, muted: true });
      expect(outbox.marks()).toStrictEqual([{ ...plain, muted: true }]);
      outbox.putMark(plain);
      outbox.putMark({ ...plain, ticketId: 'unknown' });
      expect(outbox.mark('tkt_1')).toBeNull();
      expect(outbox.marks()).toEqual([]);
    });
  });
}
