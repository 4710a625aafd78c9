// A reply on its way. Queued: read the thread (an earlier attempt may be in it), reopen, commit the mark, post. In doubt:
// read the thread again and look for it. The mark is on disk before the POST is opened, so that a crash in between leaves
// a question and never a second reply.
import { type Failure, failure } from '../../contract/codes.ts';
import { topicsOf } from '../changes.ts';
import type { Detail, StoredOutgoing } from '../records.ts';
import { baselineOf, findMatch, type Match } from './match.ts';
import { createOutcomes } from './outcomes.ts';
import type { Save, StepParts } from './parts.ts';
import { ask, confirm, mark, notSeen, reject } from './transitions.ts';

/** The steps of rows that answer a ticket. @param save commits the next row in the place of the one before */
export function createReplySteps(parts: StepParts, save: Save) {
  const { clock, outbox, remote, absorb } = parts;
  const { later, notSent, notRead, wasRead } = createOutcomes(parts, save);

  /** A reply that HostUp shows has arrived. */
  function lookFor(row: StoredOutgoing, { messages }: Detail): Match {
    const claimedByOthers = outbox.claimed(row.ticketId).filter((id) => id !== row.messageId);
    const match = findMatch(row, messages, new Set(claimedByOthers));
    if (match.kind === 'found') save(confirm(row, match.message.id, clock.now(), match.byText), row);
    return match;
  }

  /** A failure before the POST: the key is refused, the ticket is not there, or simply later. */
  function hold(row: StoredOutgoing, reason: Failure): void {
    if (reason.code === 'not_found' || reason.code === 'forbidden') save(reject(row, reason), row);
    else later(row, reason);
  }

  /** True when the ticket is open now. */
  async function reopened(row: StoredOutgoing): Promise<boolean> {
    const answer = row.reopen ? await remote.reopen(row.ticketId) : refusedAsClosed;
    if (answer.ok) absorb.detail(answer.value);
    else if (answer.applied === 'refused') save(reject(row, answer.failure), row);
    else hold(row, answer.failure);
    return answer.ok;
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

  return {
    async send(row: StoredOutgoing): Promise<void> {
      const read = await remote.thread(row.ticketId);
      if (!read.ok) return hold(row, read);
      wasRead(row);
      absorb.detail(read.value);
      // an earlier attempt that a person sent again may have arrived after all
      if (lookFor(row, read.value).kind === 'found') return;
      if (read.value.summary.status === 'closed' && !(await reopened(row))) return;
      await post(row, read.value);
    },
    async reconcile(row: StoredOutgoing): Promise<void> {
      const read = await remote.thread(row.ticketId);
      if (!read.ok) return notRead(row, read);
      wasRead(row);
      absorb.detail(read.value);
      const match = lookFor(row, read.value);
      if (match.kind === 'found') return;
      save(match.kind === 'several' ? ask(row) : notSeen(row, clock.now()), row);
    },
    lookFor,
  };
}

/** Nobody wanted it to be opened for this reply. */
const refusedAsClosed = { ok: false, applied: 'refused', failure: failure('ticket_closed') } as const;
