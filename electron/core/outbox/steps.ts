// One step of one reply. Queued: read the thread (an earlier attempt may be in it), reopen, commit the mark, post. In
// doubt: read the thread again and look for it. The mark is on disk before the POST is opened, so that a crash in between
// leaves a question and never a second reply.
import { type Failure, failure } from '../../contract/codes.ts';
import { topicsOf } from '../changes.ts';
import type { Detail, StoredOutgoing } from '../records.ts';
import { baselineOf, findMatch, type Match } from './match.ts';
import { createOutcomes } from './outcomes.ts';
import type { StepParts } from './parts.ts';
import { createTicketSteps } from './ticket-steps.ts';
import { ask, confirm, mark, notSeen, recover, reject } from './transitions.ts';

/** The steps of every row. */
export function createSteps(parts: StepParts) {
  const { clock, outbox, remote, absorb } = parts;
  const creation = createTicketSteps(parts, save);
  const { later, notSent, notRead, wasRead } = createOutcomes(parts, save);
  // outcomes of a POST that could not be written down yet
  const unwritten = new Map<string, StoredOutgoing>();

  /** Commits, unless a person decided otherwise while the network was slow. */
  function save(row: StoredOutgoing, expected: StoredOutgoing): boolean {
    if (expected.state === 'sending') unwritten.set(row.id, row);
    const saved = outbox.transaction(() => {
      const now = outbox.get(row.id);
      // a new ticket may have been taken back, changed and queued again meanwhile
      if (now?.state !== expected.state || now.queuedAt !== expected.queuedAt) return false;
      outbox.put(row);
      return true;
    });
    unwritten.delete(row.id);
    parts.tell('outbox', ...topicsOf([row.ticketId]));
    return saved;
  }

  function claimedByOthers(row: StoredOutgoing): Set<string> {
    return new Set(outbox.claimed(row.ticketId).filter((id) => id !== row.messageId));
  }

  /** A reply that HostUp shows has arrived. */
  function lookFor(row: StoredOutgoing, { messages }: Detail): Match {
    const match = findMatch(row, messages, claimedByOthers(row));
    if (match.kind === 'found') save(confirm(row, match.message.id, clock.now(), match.byText), row);
    return match;
  }

  /** A failure before the POST: the key is refused, the ticket is not there, or simply later. */
  function hold(row: StoredOutgoing, reason: Failure): void {
    if (reason.code === 'not_found' || reason.code === 'forbidden') save(reject(row, reason), row);
    else later(row, reason);
  }

  async function sendQueued(row: StoredOutgoing): Promise<void> {
    const read = await remote.thread(row.ticketId);
    if (!read.ok) return hold(row, read);
    wasRead(row);
    absorb.detail(read.value);
    // an earlier attempt that a person sent again may have arrived after all
    if (lookFor(row, read.value).kind === 'found') return;
    if (read.value.summary.status === 'closed' && !(await reopened(row))) return;
    await post(row, read.value);
  }

  /** True when the ticket is open now. */
  async function reopened(row: StoredOutgoing): Promise<boolean> {
    if (!row.reopen) {
      save(reject(row, failure('ticket_closed')), row);
      return false;
    }
    const answer = await remote.reopen(row.ticketId);
    if (answer.ok) {
      absorb.detail(answer.value);
      return true;
    }
    if (answer.applied === 'refused') save(reject(row, answer.failure), row);
    else hold(row, answer.failure);
    return false;
  }

  async function post(row: StoredOutgoing, detail: Detail): Promise<void> {
    const marked = mark(row, baselineOf(row, detail.messages), clock.now(), remote.skew());
    if (!save(marked, row)) return;
    const answer = await remote.reply(row.ticketId, row.text, row.encrypted);
    if (!answer.ok) return notSent(marked, row, answer);
    save(confirm(marked, answer.value.id, clock.now()), marked);
    absorb.ownMessage(answer.value);
    parts.tell(...topicsOf([row.ticketId]));
  }

  async function reconcile(row: StoredOutgoing): Promise<void> {
    const read = await remote.thread(row.ticketId);
    if (!read.ok) return notRead(row, read);
    wasRead(row);
    absorb.detail(read.value);
    const match = lookFor(row, read.value);
    if (match.kind === 'found') return;
    save(match.kind === 'several' ? ask(row) : notSeen(row, clock.now()), row);
  }

  return {
    /** One step; the row says which. */
    async advance(row: StoredOutgoing): Promise<void> {
      // nobody is sending it: its outcome could not be written down
      if (row.state === 'sending') return void save(unwritten.get(row.id) ?? recover(row, clock.now()), row);
      if (row.create) return creation.advance(row);
      if (row.state === 'queued') return sendQueued(row);
      if (row.state === 'unknown') return reconcile(row);
    },
    /** Looks for replies in doubt in a conversation that was just read. */
    review(detail: Detail): void {
      for (const row of outbox.ofTicket(detail.summary.id)) {
        if (row.state === 'needs-user' || row.state === 'unknown') lookFor(row, detail);
      }
    },
  };
}
