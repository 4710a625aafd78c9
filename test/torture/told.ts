// Keeps account of what staff wrote and what the customer was told: each reply once, alone or in one summary, and
// none that was in front of her eyes or answered already.
import type { Announcement, CacheStore, Notifier } from '../../electron/core/ports.ts';
import type { LedgerEntry } from '../../electron/core/records.ts';
import type { DemoApi } from '../../electron/demo/api.ts';

type Reply = {
  readonly id: string;
  readonly ticketId: string;
  answeredAt: number | null;
  /** the program had read the customer's answer when it last announced anything */
  seenAnswered: boolean;
};

type ToldParts = {
  readonly api: () => DemoApi;
  readonly truth: () => number;
  readonly cache: () => CacheStore | null;
  /** the ticket in front of the customer's eyes */
  readonly front: () => string | null;
  /** when the program last read this conversation whole, by the true time */
  readonly readAt: (ticketId: string) => number;
  readonly complain: (what: string) => void;
};

export function createTold(parts: ToldParts) {
  const open = new Map<string, Reply>();
  /** message id → the notification that told of it */
  const told = new Map<string, string>();
  const shown: Announcement[] = [];
  let count = 0;
  let notices = 0;

  function judge(reply: Reply, { outcome, why, noticeId }: LedgerEntry): void {
    const inFront = parts.front() === reply.ticketId;
    if (outcome === 'not-shown') {
      const because = (why === 'in-front' && inFront) || (why === 'answered' && reply.answeredAt !== null);
      if (!because) parts.complain(`${reply.id} was not announced because of "${why}"`);
    } else {
      if (inFront) parts.complain(`${reply.id} was announced although it was in front`);
      if (reply.seenAnswered) parts.complain(`${reply.id} was announced although it was answered`);
      if (noticeId === null) parts.complain(`${reply.id} was announced by no notification`);
    }
  }

  /** A notification and the ledger must tell of the same replies, and none of a reply told before. */
  function checkNotice(cache: CacheStore, { id, title }: Announcement): void {
    const entries = cache.ledgerByNotice(id);
    const said = Number(/^(\d+) new replies/.exec(title)?.[1] ?? 1);
    if (entries.length !== said) parts.complain(`${id} tells of ${said}, the ledger of ${entries.length}`);
    for (const { messageId } of entries) {
      const before = told.get(messageId);
      if (before !== undefined && before !== id) parts.complain(`${messageId} was announced twice`);
      told.set(messageId, id);
    }
  }

  return {
    notifier: {
      async show(announcement: Announcement) {
        shown.push(announcement);
        notices += 1;
        for (const reply of open.values())
          reply.seenAnswered = reply.answeredAt !== null && reply.answeredAt < parts.readAt(reply.ticketId);
        return 'shown';
      },
      withdraw: () => {},
      inPage: () => [],
    } satisfies Notifier,

    /** Staff writes now. */
    staffWrites(ticketId: string): void {
      count += 1;
      const { id } = parts.api().staffReply(ticketId, `Svar ${count}: vi har åtgärdat felet.`);
      open.set(id, { id, ticketId, answeredAt: null, seenAnswered: false });
    },
    /** The customer writes, here or elsewhere: what staff wrote before needs no announcement any more. */
    customerWrote(ticketId: string): void {
      for (const reply of open.values()) if (reply.ticketId === ticketId) reply.answeredAt ??= parts.truth();
    },
    /** Judges what was decided since the last time; to be called before anything changes in front of the eyes. */
    judge(): void {
      const cache = parts.cache();
      if (!cache) return;
      for (const announcement of shown.splice(0)) checkNotice(cache, announcement);
      for (const reply of open.values()) {
        const entry = cache.ledgerOf(reply.id);
        if (!entry) continue;
        open.delete(reply.id);
        judge(reply, entry);
      }
    },
    /** Everything was looked at: nothing may be open. */
    finish(): void {
      this.judge();
      for (const { id } of open.values()) parts.complain(`${id} was never announced`);
      open.clear();
    },
    counts: () => ({ replies: count, notices }),
  };
}
