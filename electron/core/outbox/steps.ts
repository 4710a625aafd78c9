// One step of one row: which one it is depends on what the row is and how far it has come.
import type { Detail, StoredOutgoing } from '../records.ts';
import { createCommits } from './commit.ts';
import type { StepParts } from './parts.ts';
import { createReplySteps } from './reply-steps.ts';
import { createTicketSteps } from './ticket-steps.ts';
import { recover } from './transitions.ts';

/** The steps of every row. */
export function createSteps(parts: StepParts) {
  const { clock, outbox } = parts;
  const { save, unwritten } = createCommits(parts);
  const replies = createReplySteps(parts, save);
  const tickets = createTicketSteps(parts, save);

  return {
    /** One step; the row says which. */
    async advance(row: StoredOutgoing): Promise<void> {
      // nobody is sending it: its outcome could not be written down
      if (row.state === 'sending') return void save(unwritten(row.id) ?? recover(row, clock.now()), row);
      if (row.create) return tickets.advance(row);
      if (row.state === 'queued') return replies.send(row);
      if (row.state === 'unknown') return replies.reconcile(row);
    },
    /** Looks for replies in doubt in a conversation that was just read. */
    review(detail: Detail): void {
      for (const row of outbox.ofTicket(detail.summary.id)) {
        if (row.state === 'needs-user' || row.state === 'unknown') replies.lookFor(row, detail);
      }
    },
  };
}
