// One conversation as the page shows it: messages as harmless blocks, replies on their way, the draft.
import { failure, type Result, success } from '../../contract/codes.ts';
import type { Block, Message, Thread } from '../../contract/model.ts';
import { isMasked } from '../outbox/match.ts';
import { createTimedPace } from '../pause.ts';
import type { CacheStore, Clock, OutboxStore } from '../ports.ts';
import type { StoredMessage, StoredOutgoing } from '../records.ts';
import { toBlocks } from '../text/blocks.ts';
import { marksOf, toDraft, toOutgoing, toTicket } from './rows.ts';

/** Confirmed replies stay visible as a receipt this long. */
const receiptFor = 7 * 24 * 3_600_000;

/** Characters of messages that are kept parsed: as many as a page asks for of the longest conversations. */
const mostKept = 4_000_000;
/** Milliseconds of work after which others have their turn. */
const atOnce = 5;

/** What a conversation is read from. */
export type ThreadParts = {
  readonly id: string;
  readonly cache: CacheStore;
  readonly drafts: OutboxStore;
  readonly readBlocks: ReadBlocks;
};

/**
 * All of it is as it was when it was asked for, however long the reading of its texts takes.
 * @param limit newest messages to show
 */
export async function threadOf(
  { id, cache, drafts: outbox, readBlocks }: ThreadParts,
  ticketId: string,
  limit: number,
  clock: Clock,
): Promise<Result<Thread>> {
  const now = clock.now();
  const pace = createTimedPace(clock, atOnce);
  const ticket = cache.ticket(ticketId);
  if (!ticket) return failure('not_found');
  // a long one that comes in is kept a little at a time, and must not look whole while half of it is here
  const isHere = ticket.fetchedAt !== null;
  const messages = isHere ? cache.messages(ticketId, limit) : [];
  const draft = outbox.draft(ticketId);
  const rest = {
    ticket: toTicket(id, ticket, marksOf(outbox, now)),
    earlier: isHere ? Math.max(0, cache.countMessages(ticketId) - messages.length) : 0,
    outgoing: outbox
      .ofTicket(ticketId)
      .filter((row) => isShown(row, now))
      .map((row) => toOutgoing(id, row, ticket)),
    draft: draft && toDraft(draft),
  };
  return success({ ...rest, messages: await allShown(messages, readBlocks, pace) });
}

async function allShown(
  messages: readonly StoredMessage[],
  readBlocks: ReadBlocks,
  pace: () => Promise<void> | undefined,
): Promise<Message[]> {
  const shown: Message[] = [];
  for (const message of messages) {
    await pace();
    shown.push(toMessage(message, readBlocks));
  }
  return shown;
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
 * Parsing is pure, and a thread is asked again after every change, so the latest bodies are kept parsed.
 * One per account: what was read with it ends with it.
 */
export function createReadBlocks(): ReadBlocks {
  const parsed = new Map<string, Block[]>();
  let kept = 0;
  return (body) => {
    const known = parsed.get(body);
    if (known) return known;
    const blocks = toBlocks(body);
    parsed.set(body, blocks);
    kept += body.length;
    for (const oldest of parsed.keys()) {
      if (kept <= mostKept) break;
      parsed.delete(oldest);
      kept -= oldest.length;
    }
    return blocks;
  };
}
