// Ends snoozes: when staff replies, and when their time has come, by the account's clock.
import type { Topic } from '../../contract/events.ts';
import { bestEffort } from '../best-effort.ts';
import { ticketTopic } from '../changes.ts';
import type { CacheStore, Clock, Log, OutboxStore } from '../ports.ts';
import type { StoredMark } from '../records.ts';
import { isAnswered, snoozedUntil } from './rules.ts';

/** Milliseconds: looks this often at least, because a timer does not count the time that the machine slept. */
const longestWait = 60_000;
/** Staff's latest message is among so many. */
export const recentMessages = 200;

export type Snoozes = {
  start(): void;
  stop(): void;
  /** a conversation was read */
  review(ticketId: string): void;
  /** a mark was changed */
  arm(): void;
};

/** One account's snoozes; nothing ends before `start`. */
export function createSnoozes(parts: {
  readonly cache: Pick<CacheStore, 'messages'>;
  readonly drafts: Pick<OutboxStore, 'mark' | 'marks' | 'putMark' | 'transaction'>;
  readonly clock: Clock;
  readonly tell: (...topics: Topic[]) => void;
  readonly log: Log;
}): Snoozes {
  const { cache, drafts, clock, tell } = parts;
  let cancel = () => {};
  let running = false;

  function end(marks: readonly StoredMark[]): void {
    if (marks.length === 0) return;
    drafts.transaction(() => {
      for (const mark of marks) drafts.putMark({ ...mark, snooze: null });
    });
    tell('tickets', ...marks.map(({ ticketId }) => ticketTopic(ticketId)));
  }

  const answered = ({ ticketId, snooze }: StoredMark): boolean =>
    snooze !== null && isAnswered(snooze, cache.messages(ticketId, recentMessages));

  function tick(): void {
    bestEffort(parts.log, 'snooze', () =>
      end(drafts.marks().filter((mark) => mark.snooze && snoozedUntil(mark, clock.now()) === null)),
    );
    arm();
  }

  function arm(): void {
    cancel();
    if (!running) return;
    let next = Number.POSITIVE_INFINITY;
    bestEffort(parts.log, 'snooze', () => {
      for (const { snooze } of drafts.marks())
        if (snooze && snooze.until !== 'reply') next = Math.min(next, snooze.until);
    });
    if (next === Number.POSITIVE_INFINITY) return;
    const left = next - clock.now();
    // one whose time is over could not be ended just now
    cancel = clock.after(left > 0 ? Math.min(longestWait, left) : longestWait, tick);
  }

  return {
    start() {
      running = true;
      // the program may have ended between the reply and the end of its snooze
      bestEffort(parts.log, 'snooze', () => end(drafts.marks().filter(answered)));
      tick();
    },
    stop() {
      running = false;
      cancel();
    },
    review: (ticketId) =>
      bestEffort(parts.log, 'snooze', () => {
        const mark = drafts.mark(ticketId);
        if (mark && answered(mark)) end([mark]);
      }),
    arm,
  };
}
