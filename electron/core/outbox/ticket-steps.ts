// A new ticket on its way: the same rules as for a reply, with the ticket list in the place of the thread.
import { topicsOf } from '../changes.ts';
import type { NewTicket, StoredOutgoing } from '../records.ts';
import { arrivedAs, newestTickets } from './find-ticket.ts';
import { createOutcomes } from './outcomes.ts';
import type { Save, StepParts } from './parts.ts';
import { confirm, mark, notSeen } from './transitions.ts';

/** The steps of rows that make a ticket. @param save commits the next row in the place of the one before */
export function createTicketSteps(parts: StepParts, save: Save) {
  const { clock, remote } = parts;
  const { later, notSent, notRead, wasRead } = createOutcomes(parts, save);

  function finish(row: StoredOutgoing, ticketId: string): void {
    save(confirm(row, ticketId, clock.now()), row);
    parts.tell(...topicsOf([ticketId]));
  }

  async function send(row: StoredOutgoing, ticket: NewTicket): Promise<void> {
    const read = await newestTickets(parts);
    if (!read.ok) return later(row, read);
    const late = await arrivedAs(parts, row, ticket, read.value);
    if (!late.ok) return later(row, late);
    wasRead(row);
    if (late.value !== null) return finish(row, late.value);
    const baseline = { ownIds: read.value.map((known) => known.id), lastMessageId: null, sameText: 0 };
    const marked = mark(row, baseline, clock.now(), remote.skew());
    if (!save(marked, row)) return;
    const answer = await remote.create(ticket);
    if (!answer.ok) return notSent(marked, row, answer);
    parts.absorb.detail(answer.value);
    finish(marked, answer.value.summary.id);
  }

  async function reconcile(row: StoredOutgoing, ticket: NewTicket): Promise<void> {
    const read = await newestTickets(parts);
    if (!read.ok) return notRead(row, read);
    const found = await arrivedAs(parts, row, ticket, read.value);
    if (!found.ok) return notRead(row, found);
    wasRead(row);
    if (found.value !== null) return finish(row, found.value);
    save(notSeen(row, clock.now()), row);
  }

  return {
    /** One step; the row says which. */
    async advance(row: StoredOutgoing): Promise<void> {
      if (!row.create) return;
      if (row.state === 'queued') return send(row, row.create);
      if (row.state === 'unknown') return reconcile(row, row.create);
    },
  };
}
