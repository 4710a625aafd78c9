// A new ticket on its way: the same rules as for a reply, with the ticket list in the place of the thread.
import { type Failure, type Result, success } from '../../contract/codes.ts';
import type { TicketPage } from '../api/client.ts';
import { topicsOf } from '../changes.ts';
import type { Detail, NewTicket, StoredOutgoing, Summary } from '../records.ts';
import { normalise } from '../text/normalise.ts';
import { earliestArrival } from './match.ts';
import { createOutcomes } from './outcomes.ts';
import type { Save, StepParts } from './parts.ts';
import { confirm, mark, notSeen } from './transitions.ts';

/** Of a hundred tickets each. */
const mostPages = 50;

/** The steps of rows that make a ticket. @param save commits the next row in the place of the one before */
export function createTicketSteps(parts: StepParts, save: Save) {
  const { clock, remote } = parts;
  const { later, notSent, notRead, wasRead } = createOutcomes(parts, save);

  /** Where a ticket made a moment ago must show: the first page of a list in order, else all pages. */
  async function newest(): Promise<Result<readonly Summary[]>> {
    const tickets: Summary[] = [];
    let cursor: string | null = null;
    for (let pages = 1; pages <= mostPages; pages += 1) {
      const page: Result<TicketPage> = await remote.list(cursor, 100);
      if (!page.ok) return page;
      tickets.push(...page.value.tickets);
      cursor = page.value.nextCursor;
      if (!page.value.hasMore || cursor === null || parts.cache.meta('list-order') === 'recent') break;
    }
    return success(tickets);
  }

  /**
   * The id of the ticket that this row became, if the list shows it and its opening text is ours. One that may be it but
   * cannot be read is a failure: then nobody knows.
   */
  async function arrived(
    row: StoredOutgoing,
    ticket: NewTicket,
    tickets: readonly Summary[],
  ): Promise<Result<string | null>> {
    let unreadable: Failure | null = null;
    for (const summary of candidates(row, ticket, tickets)) {
      const detail = await remote.thread(summary.id);
      if (!detail.ok) unreadable ??= detail;
      if (!detail.ok || !opensWith(detail.value, ticket.message)) continue;
      parts.absorb.detail(detail.value);
      return success(summary.id);
    }
    return unreadable ?? success(null);
  }

  function finish(row: StoredOutgoing, ticketId: string): void {
    save(confirm(row, ticketId, clock.now()), row);
    parts.tell(...topicsOf([ticketId]));
  }

  async function send(row: StoredOutgoing, ticket: NewTicket): Promise<void> {
    const read = await newest();
    if (!read.ok) return later(row, read);
    const late = await arrived(row, ticket, read.value);
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
    const read = await newest();
    if (!read.ok) return notRead(row, read);
    const found = await arrived(row, ticket, read.value);
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

/** Tickets that were not there before, with this subject, made since the mark. */
function candidates(row: StoredOutgoing, ticket: NewTicket, tickets: readonly Summary[]): Summary[] {
  const earliest = earliestArrival(row);
  if (!row.baseline || earliest === null) return [];
  const known = new Set(row.baseline.ownIds);
  return tickets.filter(
    (summary) =>
      !known.has(summary.id) &&
      (summary.createdAt === null || summary.createdAt >= earliest) &&
      normalise(summary.subject ?? '') === normalise(ticket.subject),
  );
}

function opensWith(detail: Detail, message: string): boolean {
  const opening = detail.messages.find((known) => known.opening);
  return opening?.body == null || normalise(opening.body) === normalise(message);
}
