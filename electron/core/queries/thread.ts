// One conversation as the page shows it: messages as harmless blocks, replies on their way, the draft.
import { failure, type Result, success } from '../../contract/codes.ts';
import type { Block, Message, Thread } from '../../contract/model.ts';
import { isMasked } from '../outbox/match.ts';
import type { CacheStore, OutboxStore } from '../ports.ts';
import type { StoredMessage, StoredOutgoing } from '../records.ts';
import { toBlocks } from '../text/blocks.ts';
import { marksOf, toDraft, toOutgoing, toTicket } from './rows.ts';

/** Confirmed replies stay visible as a receipt this long. */
const receiptFor = 7 * 24 * 3_600_000;

const mostParsed = 500;

/** What a conversation is read from. */
export type ThreadParts = {
  readonly id: string;
  readonly cache: CacheStore;
  readonly drafts: OutboxStore;
  readonly readBlocks: ReadBlocks;
};

/** @param limit newest messages to show; @param now epoch ms */
export function threadOf(
  { id, cache, drafts: outbox, readBlocks }: ThreadParts,
  ticketId: string,
  limit: number,
  now: number,
): Result<Thread> {
  const ticket = cache.ticket(ticketId);
  if (!ticket) return failure('not_found');
  const messages = cache.messages(ticketId, limit);
  const draft = outbox.draft(ticketId);
  return success({
    ticket: toTicket(id, ticket, marksOf(outbox, now)),
    messages: messages.map((message) => toMessage(message, readBlocks)),
    earlier: Math.max(0, cache.countMessages(ticketId) - messages.length),
    outgoing: outbox
      .ofTicket(ticketId)
      .filter((row) => isShown(row, now))
      .map((row) => toOutgoing(id, row, ticket)),
    draft: draft && toDraft(draft),
  });
}

function isShown(row: StoredOutgoing, now: number): boolean {
  if (row.state === 'discarded') return false;
  return row.state !== 'sent' || now - (row.confirmedAt ?? 0) < receiptFor;
}

/** A message as the page shows it. The text of an encrypted one stays here until it is asked for. */
export function toMessage(message: StoredMessage, readBlocks: ReadBlocks): Message {
  const { id, sentAt, sender, senderName, encrypted, attachments, opening, unread } = message;
  // an empty text of an encrypted message is one that is not kept here and can be asked for
  const available = message.body !== null && !(encrypted && message.body !== '' && isMasked(message.body));
  return {
    id,
    sentAt,
    sender,
    senderName,
    encrypted,
    opening,
    unread,
    available,
    blocks: encrypted || message.body === null ? null : readBlocks(message.body),
    attachments: attachments.map((attachment) => ({ ...attachment })),
  };
}

export type ReadBlocks = (body: string) => Block[];

/**
 * Parsing is pure, and a thread is asked again after every change, so the last few bodies are kept parsed.
 * One per account: what was read with it ends with it.
 */
export function createReadBlocks(): ReadBlocks {
  const parsed = new Map<string, Block[]>();
  return (body) => {
    const known = parsed.get(body);
    if (known) return known;
    const blocks = toBlocks(body);
    if (parsed.size >= mostParsed) parsed.delete(parsed.keys().next().value ?? '');
    parsed.set(body, blocks);
    return blocks;
  };
}
