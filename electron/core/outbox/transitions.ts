// Pure: the states of a reply or new ticket and the only ways between them. Each answers the next row. No way leads from
// "nobody knows" back to "queued" without a person: there is no idempotency key, and a second POST is a second reply.
import { type Code, type Failure, failure } from '../../contract/codes.ts';
import type { Baseline, StoredOutgoing } from '../records.ts';

/** Reads of the thread after an uncertain send, milliseconds after the mark. */
const readTimes = [0, 2_000, 5_000, 15_000, 60_000, 120_000] as const;
/** Never ask the person before this much time (milliseconds) and this many complete reads. */
const askAfter = 120_000;
const enoughReads = 2;
/** Milliseconds between later reads. */
const pauseAfter = 15_000;
/** Failed reads in a row after which the person is asked all the same: some minutes of trying. */
const mostFailedReads = 8;
/** Milliseconds to the next read after a failed one, at first. */
const firstFailedPause = 5_000;
/** Milliseconds to the next attempt at most, first and ever. */
const firstBackOff = 2_000;
const longestBackOff = 300_000;

/** Trying again will not make the conversation readable. */
const closedOff: ReadonlySet<Code> = new Set(['not_found', 'forbidden']);

/** HostUp was not reached, or not with this key. */
const unreached: ReadonlySet<Code> = new Set(['offline', 'timeout', 'connection_lost', 'unauthorized']);

/** A composed reply or new ticket, not sent yet. */
export function queue(row: Omit<StoredOutgoing, keyof typeof fresh>): StoredOutgoing {
  return { ...fresh, ...row };
}
const fresh = {
  state: 'queued' as const,
  attempts: 0,
  presses: 0,
  markedAt: null,
  skew: 0,
  nextAttemptAt: null,
  baseline: null,
  reads: 0,
  reason: null,
  messageId: null,
  confirmedAt: null,
};

/** Certainly not applied: wait, then try again. @param random 0 ≤ x < 1, of the back-off */
export function wait(row: StoredOutgoing, reason: Failure, now: number, random: number): StoredOutgoing {
  const ceiling = Math.min(longestBackOff, firstBackOff * 2 ** Math.min(row.attempts + row.reads, 8));
  const pause = Math.max(1_000, ceiling * random);
  return {
    ...row,
    state: 'queued',
    reason,
    // a failed read before the POST counts towards the back-off
    reads: row.reads + 1,
    nextAttemptAt: Math.max(now + pause, reason.retryAt ?? 0),
  };
}

/** HostUp answers again: what waited only because it did not is due at once. A pause that was asked for goes on. */
export function hurry(row: StoredOutgoing): StoredOutgoing {
  const waits = row.state === 'queued' && row.nextAttemptAt !== null;
  if (!waits || row.reason === null || !unreached.has(row.reason.code)) return row;
  return { ...row, reads: 0, nextAttemptAt: null };
}

/** Committed before the POST is opened. */
export function mark(row: StoredOutgoing, baseline: Baseline, now: number, skew: number): StoredOutgoing {
  return {
    ...row,
    state: 'sending',
    attempts: row.attempts + 1,
    markedAt: now,
    skew,
    baseline,
    reads: 0,
    reason: null,
    nextAttemptAt: null,
  };
}

/**
 * HostUp has it, under this id. Text that must not lie around is forgotten.
 * @param certain false: another message may have been taken for it, so its text stays to be had for a while
 */
export function confirm(row: StoredOutgoing, messageId: string, at: number, certain = true): StoredOutgoing {
  return {
    ...row,
    state: 'sent',
    messageId,
    confirmedAt: at,
    reason: null,
    nextAttemptAt: null,
    text: row.encrypted && certain ? '' : row.text,
  };
}

/** HostUp read it and said no: it is the person's again. */
export function reject(row: StoredOutgoing, reason: Failure): StoredOutgoing {
  return { ...row, state: 'rejected', reason, nextAttemptAt: null };
}

/** A person is changing it: it does not go out, and nobody has refused it. */
export function hold(row: StoredOutgoing): StoredOutgoing {
  return { ...row, state: 'rejected', reason: null, nextAttemptAt: null };
}

/** Nobody knows whether it arrived: look, do not send. */
export function doubt(row: StoredOutgoing, reason: Failure | null, now: number): StoredOutgoing {
  return { ...row, state: 'unknown', reason, reads: 0, nextAttemptAt: now };
}

/** After a complete read that did not show it. */
export function notSeen(before: StoredOutgoing, now: number): StoredOutgoing {
  const reads = before.reads + 1;
  const row = { ...before, reads };
  // only a salvage leaves such a row: there was no sending to wait for
  if (row.markedAt === null) return ask(row);
  const age = now - row.markedAt;
  // a clock that was set back tells no age: then reads, one each pause, stand for the time
  if (age < 0 && (reads - 1) * pauseAfter >= askAfter) return ask(row);
  if (age < 0) return { ...row, nextAttemptAt: now + pauseAfter };
  if (age >= askAfter && reads >= enoughReads) return ask(row);
  const next = readTimes.find((time) => time > age) ?? age + pauseAfter;
  return { ...row, nextAttemptAt: Math.max(now + 1_000, row.markedAt + next) };
}

/**
 * The thread could not be read: look again, ever later, and then ask. The count of complete reads stays.
 * @param failures reads in a row that failed. Time alone must not ask: a machine that slept has tried once.
 */
export function unread(
  row: StoredOutgoing,
  reason: Failure,
  now: number,
  random: number,
  failures: number,
): StoredOutgoing {
  const isOld = row.markedAt === null || now - row.markedAt >= askAfter;
  if (failures >= mostFailedReads || (isOld && closedOff.has(reason.code))) return ask(row, reason);
  const ceiling = Math.min(longestBackOff, firstFailedPause * 2 ** (failures - 1));
  const pause = (ceiling * (1 + random)) / 2;
  return { ...row, reason, nextAttemptAt: Math.max(now + pause, reason.retryAt ?? 0) };
}

/** Looking has not found it: a person must say. @param reason why nothing could be seen; null: it is not there */
export function ask(row: StoredOutgoing, reason: Failure | null = null): StoredOutgoing {
  const wasSalvaged = row.reason?.code === 'store_broken';
  return { ...row, state: 'needs-user', reason: wasSalvaged ? row.reason : reason, nextAttemptAt: null };
}

/** A person pressed "Send again". */
export function sendAgain(row: StoredOutgoing): StoredOutgoing {
  return { ...row, state: 'queued', presses: row.presses + 1, reads: 0, reason: null, nextAttemptAt: null };
}

/** A person pressed "Check again". */
export function checkAgain(row: StoredOutgoing, now: number): StoredOutgoing {
  return { ...row, state: 'unknown', nextAttemptAt: now };
}

/** A person threw it away, or took it back into the composer. That it was there stays known, not what it said. */
export function discard(row: StoredOutgoing, now: number): StoredOutgoing {
  const create = row.create && {
    ...row.create,
    subject: '',
    message: '',
    ccEmails: [],
    criticalReason: null,
    service: null,
  };
  return { ...row, create, state: 'discarded', text: '', confirmedAt: now, nextAttemptAt: null };
}

/** Nobody is sending it, so it was caught between the mark and the answer, and may have been applied. */
export function recover(row: StoredOutgoing, now: number): StoredOutgoing {
  return row.state === 'sending' ? doubt(row, failure('connection_lost'), now) : row;
}

/** True when no later reply of the ticket may go out before this one has ended. */
export function holdsBack(row: StoredOutgoing): boolean {
  return row.state !== 'sent' && row.state !== 'discarded' && row.state !== 'rejected';
}

/** True while it may have arrived without our knowing which message it became. */
export const isInDoubt = (row: StoredOutgoing): boolean => holdsBack(row) && row.markedAt !== null;
