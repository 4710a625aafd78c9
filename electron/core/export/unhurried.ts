// Long conversations a part at a time: between two parts, everybody else has their turn.
import { createPace, pause } from '../pause.ts';
import type { CacheStore, Clock } from '../ports.ts';
import type { StoredMessage, StoredTicket } from '../records.ts';

/** Characters that are read between two moments in which others may have their turn: a few milliseconds' worth. */
const charactersAtOnce = 8_000;
/** Messages that are read from the database, or handed to a page, at once. */
export const messagesAtOnce = 50;

/** Does the work for each message, in their order. */
export async function inTurns<T>(
  messages: readonly StoredMessage[],
  clock: Clock,
  work: (message: StoredMessage) => T,
): Promise<T[]> {
  const pace = createPace(clock, charactersAtOnce);
  const done: T[] = [];
  for (const message of messages) {
    done.push(work(message));
    await pace(message.body?.length ?? 0);
  }
  return done;
}

/** The newest messages, oldest first. */
export async function newestMessages(
  cache: Pick<CacheStore, 'messages'>,
  ticketId: string,
  most: number,
  clock: Clock,
): Promise<StoredMessage[]> {
  let part = cache.messages(ticketId, Math.min(most, messagesAtOnce));
  const parts = [part];
  // a part that is not full was the last one
  for (let left = most - messagesAtOnce; left > 0 && part.length === messagesAtOnce; left -= part.length) {
    await pause(clock);
    part = cache.messages(ticketId, Math.min(left, messagesAtOnce), part[0]?.id);
    parts.unshift(part);
  }
  return parts.flat();
}

/** Whether what was said in the ticket is here, as far as the list knows of it. */
export const isWhole = ({ fetchedAt, goneAt, detailStamp, stamp }: StoredTicket): boolean =>
  fetchedAt !== null && (goneAt !== null || detailStamp === stamp);
