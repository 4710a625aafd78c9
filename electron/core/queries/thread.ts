// One conversation as the page shows it: messages as harmless blocks, replies on their way, the draft.
import { failure, type Result, success } from '../../contract/codes.ts';
import type { Block, Message, Thread } from '../../contract/model.ts';
import { isMasked } from '../outbox/match.ts';
import type { CacheStore, OutboxStore } from '../ports.ts';
import type { StoredMessage, StoredOutgoing } from '../records.ts';
import { toBlocks } from '../text/blocks.ts';
import { marksOf, toOutgoing, toTicket } from './rows.ts';

/** Confirmed replies stay visible as a receipt this long. */
const receiptFor = 7 * 24 * 3_600_000;

export function threadOf(
  cache: CacheStore,
  outbox: OutboxStore,
  ticketId: string,
  limit: number,
  now: number,
): Result<Thread> {
  const ticket = cache.ticket(ticketId);
  if (!ticket) return failure('not_found');
  const messages = cache.messages(ticketId, limit);
  const draft = outbox.draft(ticketId);
  return success({
    ticket: toTicket(ticket, marksOf(outbox)),
    messages: messages.map(toMessage),
    earlier: Math.max(0, cache.countMessages(ticketId) - messages.length),
    outgoing: outbox
      .ofTicket(ticketId)
      .filter((row) => isShown(row, now))
      .map((row) => toOutgoing(row, ticket)),
    draft: draft && { text: draft.text, encrypted: draft.encrypted, savedAt: draft.savedAt },
  });
}

function isShown(row: StoredOutgoing, now: number): boolean {
  if (row.state === 'discarded') return false;
  return row.state !== 'sent' || now - (row.confirmedAt ?? 0) < receiptFor;
}

function toMessage(message: StoredMessage): Message {
  const { id, sentAt, sender, senderName, encrypted, attachments, opening, unread } = message;
  const available = message.body !== null && !(encrypted && isMasked(message.body));
  return {
    id,
    sentAt,
    sender,
    senderName,
    encrypted,
    opening,
    unread,
    available,
    blocks: encrypted || message.body === null ? null : blocksOf(message.body),
    attachments: attachments.map((attachment) => ({ ...attachment })),
  };
}

/** Parsing is pure, and a thread is asked again after every change: the last few bodies are kept parsed. */
const parsed = new Map<string, Block[]>();
const mostParsed = 500;
function blocksOf(body: string): Block[] {
  const known = parsed.get(body);
  if (known) return known;
  const blocks = toBlocks(body);
  if (parsed.size >= mostParsed) parsed.delete(parsed.keys().next().value ?? '');
  parsed.set(body, blocks);
  return blocks;
}
