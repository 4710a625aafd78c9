// Pure: old rows + what the API says → new rows. Decides what is unread and what is news; touches no store.
import type { Turn } from '../../contract/model.ts';
import type { Detail, StoredMessage, StoredTicket, Summary } from '../records.ts';
import { turnByList, turnByTalk } from './turn.ts';

/** What must differ before a conversation is fetched again: each message and each change of state changes one of these. */
function stampOf(summary: Summary): string {
  return [summary.messageCount, summary.updatedAt, summary.lastMessageAt, summary.status].join('|');
}

/** A list entry over what was cached. */
export function mergeSummary(old: StoredTicket | null, summary: Summary): StoredTicket {
  const base = old ?? unfetched;
  const merged = { ...base, ...summary, stamp: stampOf(summary), goneAt: null };
  return old && old.stamp === merged.stamp ? merged : { ...merged, ...turnByList(old, summary) };
}

const unfetched = {
  detailStamp: null,
  fetchedAt: null,
  turn: 'none' as Turn,
  turnSince: null,
  firstStaffAt: null,
  lastSender: null,
  lastName: null,
  lastText: null,
  lastEncrypted: false,
  announcedUpTo: null,
  unread: 0,
};

/** True when a list entry says nothing that is not cached already, so that nothing need be written. */
export function sameSummary(old: StoredTicket | null, summary: Summary): boolean {
  if (!old || old.goneAt !== null) return false;
  return hasSame<Summary>(old, summary);
}

/** True when a message is cached as it is, so that nothing need be written. */
export const sameMessage = (old: StoredMessage | undefined, message: StoredMessage): boolean =>
  old !== undefined && hasSame(old, message);

/** Long texts are compared as they are: writing them out as JSON first would take longer than all the rest. */
function hasSame<T extends object>(old: T, next: T): boolean {
  return (Object.keys(next) as (keyof T)[]).every(
    (key) => old[key] === next[key] || JSON.stringify(old[key]) === JSON.stringify(next[key]),
  );
}

type DetailChange = {
  readonly ticket: StoredTicket;
  readonly messages: readonly StoredMessage[];
  readonly removed: readonly string[];
};

/**
 * A whole conversation over what was cached.
 * @param floor staff messages up to this time (epoch ms, server clock) were there before us and are no news
 * @param excerpt one line of a body for the list
 */
export function mergeDetail(
  old: StoredTicket | null,
  known: readonly StoredMessage[],
  detail: Detail,
  options: { readonly now: number; readonly floor: number; readonly excerpt: (body: string) => string },
): DetailChange {
  const before = new Map(known.map((message) => [message.id, message]));
  const isNews = newsIn(old, known, detail.messages, options.floor);
  const messages = detail.messages.map((message) => ({
    ...message,
    unread: before.get(message.id)?.unread ?? isNews(message),
  }));
  const latestStaffAt = messages.reduce(
    (latest, { sender, sentAt }) => (sender === 'staff' ? Math.max(latest, sentAt ?? 0) : latest),
    options.floor,
  );
  const seen = Math.min(latestStaffAt, latestOf(detail.summary));
  const stamp = stampOf(detail.summary);
  const merged = {
    ...(old ?? unfetched),
    ...detail.summary,
    stamp,
    detailStamp: stamp,
    goneAt: null,
    fetchedAt: options.now,
    announcedUpTo: Math.max(old?.announcedUpTo ?? 0, seen),
    firstStaffAt: messages.find((m) => m.sender === 'staff')?.sentAt ?? null,
    unread: messages.filter((m) => m.unread).length,
    ...lastOf(messages, options.excerpt),
  };
  const kept = new Set(messages.map((message) => message.id));
  return {
    ticket: { ...merged, ...turnByTalk(old, detail.summary, ({ id }) => before.has(id), messages) },
    messages,
    removed: known.filter((message) => !kept.has(message.id)).map((message) => message.id),
  };
}

/**
 * Tells staff messages that came since the conversation was read. What stands behind all that was read is one, whatever
 * its time says, and so is one of the very time of the last one; else only what is later than the floor, because
 * HostUp may put older messages in or number them anew.
 */
function newsIn(
  old: StoredTicket | null,
  known: readonly StoredMessage[],
  messages: readonly StoredMessage[],
  firstFloor: number,
) {
  const floor = old?.announcedUpTo ?? firstFloor;
  const wasRead = old?.fetchedAt != null;
  const last = messages.find(({ id }) => id === known.at(-1)?.id);
  return ({ sender, sentAt, position }: StoredMessage): boolean => {
    if (sender !== 'staff') return false;
    if (!wasRead || !last) return sentAt === null ? wasRead : sentAt > floor;
    return sentAt === null || sentAt >= floor || position > last.position;
  };
}

/** No message is later than this: a wrong time in one field must not hide every reply to come. */
function latestOf({ lastMessageAt, updatedAt }: Summary): number {
  return lastMessageAt ?? updatedAt ?? Number.POSITIVE_INFINITY;
}

function lastOf(messages: readonly StoredMessage[], excerpt: (body: string) => string) {
  const last = messages.findLast((m) => m.sender !== 'automation') ?? messages.at(-1);
  const text = last && !last.encrypted && last.body !== null ? excerpt(last.body) : null;
  return {
    lastSender: last?.sender ?? null,
    lastName: last?.senderName ?? null,
    lastText: text,
    lastEncrypted: last?.encrypted ?? false,
  };
}
