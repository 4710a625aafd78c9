// A staff that answers after a while: replies become due and are written down at the next request.
import type { TicketRecord } from './record.ts';
import { staffReplyFor } from './staff-texts.ts';
import type { DemoMessage, DemoReplyOptions } from './types.ts';
import type { World } from './world.ts';

export interface Staff {
  /** A customer wrote at `at`; staff answers once, however many messages come before its answer. */
  answerLater: (ticketId: string, at: number) => void;
  /** Plans an answer for a fixed time. */
  answerAt: (ticketId: string, at: number) => void;
  /** Writes down every reply that is due by now. */
  advance: () => void;
  reply: (record: TicketRecord, text: string, options: DemoReplyOptions) => DemoMessage;
}

/** @param replyAfterMs null: staff never answers by itself */
export function createStaff(world: World, replyAfterMs: number | null): Staff {
  const due = new Map<string, number>();
  const lastTexts = new Map<string, number>();

  const reply: Staff['reply'] = (
    record,
    text,
    { encrypted = false, senderName = 'Kim', at = world.now() },
  ) => {
    const message = world.append(record, { at, body: text, sender: 'staff', senderName, encrypted });
    world.setStatus(record, 'answered', at);
    return message;
  };

  const answer = (ticketId: string, at: number): void => {
    const record = world.find(ticketId);
    if (!record || record.status === 'closed') return;
    const turn = lastTexts.get(ticketId) ?? 0;
    lastTexts.set(ticketId, turn + 1);
    const { text, senderName } = staffReplyFor(record, turn);
    reply(record, text, { senderName, at });
  };

  return {
    reply,
    answerAt: (ticketId, at) => void due.set(ticketId, at),
    answerLater(ticketId, at) {
      if (replyAfterMs !== null && !due.has(ticketId)) due.set(ticketId, at + replyAfterMs);
    },
    advance() {
      if (due.size === 0) return;
      const now = world.now();
      const ready = [...due].filter(([, at]) => at <= now).sort(([, a], [, b]) => a - b);
      for (const [ticketId, at] of ready) {
        due.delete(ticketId);
        answer(ticketId, at);
      }
    },
  };
}
