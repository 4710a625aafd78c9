// Writes what the API said about one conversation into the cache. Used by sync and by the outbox,
// which never call each other.
import { bestEffort } from '../best-effort.ts';
import { pause } from '../pause.ts';
import type { CacheStore, Clock, Log } from '../ports.ts';
import type { Detail, StoredMessage } from '../records.ts';
import { excerpt } from '../text/excerpt.ts';
import { toPlain } from '../text/plain.ts';
import { mergeDetail, sameMessage, sameSummary } from './merge.ts';
import { portionsOf } from './portions.ts';

const allMessages = 1_000_000;
const excerptLength = 160;
/** As few as these are kept at once. */
const fewMessages = 100;

export type Absorb = {
  /** one transaction; answers true when something a page shows has changed */
  detail(detail: Detail): boolean;
  /** a message of ours that a 201 answered, before the next read of the thread */
  ownMessage(message: StoredMessage): void;
  /** 404 or 403 on a conversation: it stays readable and is marked gone */
  gone(ticketId: string): void;
};

/** For those who read conversations nobody asked for: they can wait. */
export type PatientAbsorb = Absorb & {
  /**
   * Like `detail`, but where a long conversation was never read, its messages are kept a few at a time, with everything
   * else in between. Until the last of it, the ticket counts as never read: after a kill it is read again. Another read
   * that comes to its end meanwhile knows more, and this one ends; then the answer is false.
   */
  patiently(detail: Detail): Promise<boolean>;
};

type AbsorbParts = {
  readonly cache: CacheStore;
  readonly clock: Clock;
  /** when this account was first looked at (epoch ms, server clock) */
  readonly floor: () => number;
  /** false: the text of encrypted messages is not kept here */
  readonly keepEncrypted: () => boolean;
};

/** Each method is one transaction but for the patient one; throws StoreError. */
export function createAbsorb({ cache, clock, floor, keepEncrypted }: AbsorbParts): PatientAbsorb {
  /** An empty text stands for "there is one, but not here"; null is what the API does not show at all. */
  const kept = (message: StoredMessage): StoredMessage =>
    message.encrypted && message.body !== null && !keepEncrypted() ? { ...message, body: '' } : message;

  /** What the answer changes: `news` are the messages that are not kept as they are. */
  function changesOf(told: Detail) {
    const detail = { ...told, messages: told.messages.map(kept) };
    const id = detail.summary.id;
    const old = cache.ticket(id);
    const known = cache.messages(id, allMessages);
    const change = mergeDetail(old, known, detail, {
      now: clock.now(),
      floor: floor(),
      excerpt: (body) => excerpt(toPlain(body), excerptLength),
    });
    const before = new Map(known.map((message) => [message.id, message]));
    const news = change.messages.filter((message) => !sameMessage(before.get(message.id), message));
    return { ...change, old, news };
  }

  const detail = (told: Detail): boolean =>
    cache.transaction(() => {
      const { ticket, old, news, removed } = changesOf(told);
      cache.putTicket(ticket);
      cache.putMessages(news);
      cache.removeMessages(removed);
      return news.length > 0 || removed.length > 0 || !sameSummary(old, told.summary);
    });

  const wasNeverRead = (ticketId: string): boolean => cache.ticket(ticketId)?.fetchedAt === null;

  /** Lets others have their turn; one of them may read the conversation, too. */
  async function isOvertaken(ticketId: string): Promise<boolean> {
    await pause(clock);
    return !wasNeverRead(ticketId);
  }

  return {
    detail,
    async patiently(told) {
      const { id } = told.summary;
      if (told.messages.length <= fewMessages || !wasNeverRead(id)) return detail(told);
      if (await isOvertaken(id)) return false;
      // unread ones come last, with their ticket: they are told once, and whether they are news can still be told
      const early = changesOf(told).news.filter(({ unread }) => !unread);
      for (const portion of portionsOf(early)) {
        if (await isOvertaken(id)) return false;
        // whether encrypted texts are kept may have been decided anew meanwhile
        cache.putMessages(portion.map(kept));
        await pause(clock);
        // what was noted for the index does not heap up, and the log of the database is emptied now and then
        cache.catchUpSearch();
      }
      return (await isOvertaken(id)) ? false : detail(told);
    },

    ownMessage: (message) =>
      cache.transaction(() => {
        const ticket = cache.ticket(message.ticketId);
        const position = cache.messages(message.ticketId, 1).at(-1)?.position ?? 0;
        cache.putMessages([{ ...kept(message), position: position + 1 }]);
        if (!ticket) return;
        cache.putTicket({
          ...ticket,
          turn: ticket.status === 'closed' ? 'none' : 'hostup',
          turnSince: ticket.turn === 'hostup' ? ticket.turnSince : message.sentAt,
          lastMessageAt: message.sentAt ?? ticket.lastMessageAt,
          lastSender: message.sender,
          lastName: message.senderName,
          lastText:
            message.encrypted || message.body === null ? null : excerpt(toPlain(message.body), excerptLength),
          lastEncrypted: message.encrypted,
          // what the list says next differs from this, so the conversation is read again
          detailStamp: null,
        });
      }),

    gone: (ticketId) =>
      cache.transaction(() => {
        const ticket = cache.ticket(ticketId);
        if (ticket && ticket.goneAt === null) cache.putTicket({ ...ticket, goneAt: clock.now() });
      }),
  };
}

/** The same, telling of each conversation that was read. */
export const telling = (absorb: PatientAbsorb, read: (ticketId: string) => void): PatientAbsorb => ({
  ...absorb,
  detail(detail) {
    const changed = absorb.detail(detail);
    read(detail.summary.id);
    return changed;
  },
  async patiently(detail) {
    const changed = await absorb.patiently(detail);
    read(detail.summary.id);
    return changed;
  },
});

/** The same, for work that must go on whatever state the cache is in: what it misses, the next look brings. */
export function forgiving(absorb: Absorb, log: Log): Absorb {
  return {
    detail(detail) {
      let changed = false;
      bestEffort(log, 'absorb', () => {
        changed = absorb.detail(detail);
      });
      return changed;
    },
    ownMessage: (message) => bestEffort(log, 'absorb', () => absorb.ownMessage(message)),
    gone: (ticketId) => bestEffort(log, 'absorb', () => absorb.gone(ticketId)),
  };
}
