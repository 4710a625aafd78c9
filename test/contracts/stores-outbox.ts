// Drafts and outgoing replies.
import { describe, expect, it } from 'vitest';
import { outgoingStates } from '../../electron/contract/model.ts';
import type { OutboxStore } from '../../electron/core/ports.ts';
import type { StoredOutgoing } from '../../electron/core/records.ts';
import { anOutgoing, morning } from '../fakes/records.ts';

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

export function outboxContract(open: () => OutboxStore): void {
  describe('drafts', () => {
    it('are one per ticket, keep their mark, and can be removed', () => {
      const outbox = open();
      const draft = {
        ticketId: 'tkt_1',
        text: 'Hej\n\n😀 åäö',
        encrypted: true,
        savedAt: morning,
        seenUpTo: 'm1',
      };
      outbox.putDraft(draft);
      outbox.putDraft({ ...draft, ticketId: 'tkt_2', savedAt: morning + 1 });
      expect(outbox.draft('tkt_1')).toStrictEqual(draft);
      outbox.putDraft({ ...draft, text: '', encrypted: false });
      expect(outbox.draft('tkt_1')).toStrictEqual({ ...draft, text: '', encrypted: false });
      expect(outbox.drafts().map(({ ticketId }) => ticketId)).toEqual(['tkt_2', 'tkt_1']);
      outbox.removeDraft('tkt_1');
      outbox.removeDraft('unknown');
      expect(outbox.draft('tkt_1')).toBeNull();
    });

    it('can be very long', () => {
      const outbox = open();
      const text = 'Ånger '.repeat(200_000);
      outbox.putDraft({ ticketId: 'tkt_1', text, encrypted: false, savedAt: morning, seenUpTo: null });
      expect(outbox.draft('tkt_1')?.text).toBe(text);
    });
  });

  describe('outgoing replies', () => {
    it.each<[string, Partial<StoredOutgoing>]>([
      ['queued', {}],
      [
        'marked',
        {
          state: 'sending',
          attempts: 1,
          presses: 2,
          markedAt: morning + 1.25,
          skew: -120.5,
          nextAttemptAt: morning + 0.5,
          baseline: { ownIds: ['a', 'ö'], lastMessageId: null, sameText: 1 },
          reads: 3,
          encrypted: true,
          reopen: true,
        },
      ],
      [
        'refused',
        {
          state: 'rejected',
          reason: {
            ok: false,
            code: 'invalid_request',
            fields: [{ pointer: '/message', detail: 'För lång', code: 'x' }],
          },
        },
      ],
      ['sent', { state: 'sent', messageId: 'tmsg_9', confirmedAt: morning }],
      [
        'new ticket',
        {
          create: {
            departmentSlug: 'support',
            subject: 'Nytt',
            message: 'Hej',
            priority: 'critical',
            ccEmails: [],
            criticalReason: 'Allt är nere',
            service: null,
          },
        },
      ],
    ])('come back as they were put: %s', (_, changes) => {
      const outbox = open();
      const row = anOutgoing(changes);
      outbox.put(row);
      expect(outbox.get('out_1')).toStrictEqual(row);
      expect(JSON.stringify(outbox.get('out_1'))).toBe(JSON.stringify(row));
    });

    it('are replaced by the second put, also under another ticket', () => {
      const outbox = open();
      outbox.put(
        anOutgoing({ ticketId: 'new:out_1', baseline: { ownIds: [], lastMessageId: 'x', sameText: 0 } }),
      );
      const next = anOutgoing({ state: 'sent', messageId: 'tmsg_1' });
      outbox.put(next);
      expect(outbox.get('out_1')).toStrictEqual(next);
      expect(outbox.ofTicket('new:out_1')).toEqual([]);
    });

    it('are open until they are sent or discarded', () => {
      const outbox = open();
      for (const [n, state] of outgoingStates.entries())
        outbox.put(anOutgoing({ id: state, state, queuedAt: morning - n }));
      expect(ids(outbox.open())).toEqual(['queued', 'sending', 'unknown', 'needs-user', 'rejected']);
    });

    it('keep the order in which they were first put, whatever the clock said', () => {
      const outbox = open();
      outbox.put(anOutgoing({ id: 'z' }));
      outbox.put(anOutgoing({ id: 'a' }));
      outbox.put(anOutgoing({ id: 'set-back', queuedAt: morning - 1 }));
      outbox.put(anOutgoing({ id: 'other', ticketId: 'tkt_2' }));
      outbox.put(anOutgoing({ id: 'z', attempts: 1 }));
      expect(ids(outbox.ofTicket('tkt_1'))).toEqual(['z', 'a', 'set-back']);
      expect(ids(outbox.open())).toEqual(['z', 'a', 'set-back', 'other']);
      expect(outbox.ofTicket('unknown')).toEqual([]);
    });

    it('claim server messages per ticket', () => {
      const outbox = open();
      outbox.put(anOutgoing({ id: 'a', state: 'sent', messageId: 'm1' }));
      outbox.put(anOutgoing({ id: 'b' }));
      outbox.put(anOutgoing({ id: 'c', ticketId: 'tkt_2', state: 'sent', messageId: 'm2' }));
      expect(outbox.claimed('tkt_1')).toEqual(['m1']);
    });

    it('that are encrypted lose what they still hold some time after they were sent, never before', () => {
      const outbox = open();
      const sent = { state: 'sent', text: 'hemligt', encrypted: true } as const;
      outbox.put(anOutgoing({ id: 'old', ...sent, confirmedAt: morning - 1 }));
      outbox.put(anOutgoing({ id: 'new', ...sent, confirmedAt: morning }));
      outbox.put(anOutgoing({ id: 'open', ...sent, confirmedAt: morning - 1, encrypted: false }));
      outbox.put(anOutgoing({ id: 'waiting', ...sent, state: 'needs-user' }));
      outbox.prune(morning - 10, morning);
      expect(outbox.ofTicket('tkt_1').map(({ id, text }) => [id, text])).toEqual([
        ['old', ''],
        ['new', 'hemligt'],
        ['open', 'hemligt'],
        ['waiting', 'hemligt'],
      ]);
    });

    it('leave room for notes, by name', () => {
      const outbox = open();
      outbox.setMeta('gate', 'a');
      outbox.setMeta('gate', 'b');
      outbox.setMeta('gone', 'c');
      outbox.setMeta('gone', null);
      expect([outbox.meta('gate'), outbox.meta('gone')]).toEqual(['b', null]);
    });

    it('are forgotten some time after their end, never before it', () => {
      const outbox = open();
      const old = { queuedAt: morning - 10, markedAt: morning - 9 };
      outbox.put(anOutgoing({ id: 'sent-old', ...old, state: 'sent', confirmedAt: morning - 1 }));
      outbox.put(anOutgoing({ id: 'sent-new', ...old, state: 'sent', confirmedAt: morning }));
      outbox.put(anOutgoing({ id: 'discarded-old', queuedAt: morning - 10, state: 'discarded' }));
      for (const state of ['queued', 'sending', 'unknown', 'needs-user', 'rejected'] as const) {
        outbox.put(anOutgoing({ id: state, ...old, state }));
      }
      outbox.prune(morning, morning);
      expect(ids(outbox.ofTicket('tkt_1')).sort()).toEqual([
        'needs-user',
        'queued',
        'rejected',
        'sending',
        'sent-new',
        'unknown',
      ]);
    });
  });
}
