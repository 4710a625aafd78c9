// The user's marks on a ticket: what they mean and how they change. Pure.
import type { SnoozedUntil } from '../../contract/model.ts';
import type { Snooze, StoredMark, StoredMessage } from '../records.ts';

export type MarkChange = {
  readonly pinned?: boolean | undefined;
  readonly muted?: boolean | undefined;
  readonly hidden?: boolean | undefined;
  readonly snooze?: Snooze | null | undefined;
};

/** The marks after a change; what the change leaves out stays as it was. */
export function marked(old: StoredMark | null, ticketId: string, change: MarkChange): StoredMark {
  return {
    ticketId,
    pinned: change.pinned ?? old?.pinned ?? false,
    muted: change.muted ?? old?.muted ?? false,
    hidden: change.hidden ?? old?.hidden ?? false,
    snooze: change.snooze === undefined ? (old?.snooze ?? null) : change.snooze,
  };
}

/** @param messages the newest that are known, oldest first; @param fetched whether the conversation is known at all */
export function snoozeOf(until: SnoozedUntil, messages: readonly StoredMessage[], fetched: boolean): Snooze {
  return { until, fetched, lastStaffId: lastStaff(messages)?.id ?? null };
}

/** What the row shows: null once its time has come. */
export function snoozedUntil(mark: StoredMark | undefined, now: number): SnoozedUntil | null {
  const until = mark?.snooze?.until;
  if (until === undefined) return null;
  return until === 'reply' || until > now ? until : null;
}

/** Whether staff has said something since. Of a conversation that was not known then, only what is new counts. */
export function isAnswered(snooze: Snooze, messages: readonly StoredMessage[]): boolean {
  const last = lastStaff(messages);
  if (!last) return false;
  return snooze.fetched ? last.id !== snooze.lastStaffId : last.unread;
}

const lastStaff = (messages: readonly StoredMessage[]): StoredMessage | undefined =>
  messages.findLast(({ sender }) => sender === 'staff');
