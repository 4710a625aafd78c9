// Writes what the API said about one conversation into the cache. Used by sync and by the outbox,
// which never call each other.
import { bestEffort } from '../best-effort.ts';
import type { CacheStore, Clock, Log } from '../ports.ts';
import type { Detail, StoredMessage } from '../records.ts';
import { excerpt } from '../text/excerpt.ts';
import { toPlain } from '../text/plain.ts';
import { mergeDetail, sameMessage, sameSummary } from './merge.ts';

const allMessages = 1_000_000;
const excerptLength = 160;

export type Absorb = {
  /** one transaction; answers true when something a page shows has changed */
  detail(detail: Detail): boolean;
  /** a message of ours that a 201 answered, before the next read of the thread */
  ownMessage(message: StoredMessage): void;
  /** 404 or 403 on a conversation: it stays readable and is marked gone */
  gone(ticketId: string): void;
};

type AbsorbParts = {
  readonly cache: CacheStore;
  readonly clock: Clock;
  /** when this account was first looked at (epoch ms, server clock) */
  readonly floor: () => number;
  /** false: the text of encrypted messages is not kept here */
  readonly keepEncrypted: () => boolean;
};

/** Each method is one transaction; throws StoreError. */
export function createAbsorb({ cache, clock, floor, keepEncrypted }: AbsorbParts): Absorb {
  /** An empty text stands for "there is one, but not here"; null is what the API does not show at all. */
  const kept = (message: StoredMessage): StoredMessage =>
    message.encrypted && message.body !== null && !keepEncrypted() ? { ...message, body: '' } : message;

  return {
    detail: (told) =>
      cache.transaction(() => {
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
        cache.putTicket(change.ticket);
        cache.putMessages(news);
        cache.removeMessages(change.removed);
        return news.length > 0 || change.removed.length > 0 || !sameSummary(old, detail.summary);
      }),

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
export const telling = (absorb: Absorb, read: (ticketId: string) => void): Absorb => ({
  ...absorb,
  detail(detail) {
    const changed = absorb.detail(detail);
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
