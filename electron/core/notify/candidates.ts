// What is to be known of messages before it can be decided whether they are told.
import type { CacheStore } from '../ports.ts';
import type { StoredMessage } from '../records.ts';
import { comesThrough } from './quiet-hours.ts';
import type { Candidate } from './rules.ts';

export type CandidateParts = {
  readonly cache: CacheStore;
  /** the user wants to hear nothing of this ticket */
  readonly muted: (ticketId: string) => boolean;
  /** ids of the messages that went out from here; null: one may have arrived that is not known yet */
  readonly sentFromHere: (ticketId: string) => readonly string[] | null;
  /** when the quiet hours end that there are now; null: there are none */
  readonly quietUntil: () => number | null;
};

/** What is to be known of a ticket is read once, however many of its messages are to be told. */
export function candidatesOf(messages: readonly StoredMessage[], parts: CandidateParts): Candidate[] {
  const known = new Map<string, ReturnType<typeof about>>();
  const isQuiet = parts.quietUntil() !== null;
  return messages.flatMap((message) => {
    const ticketId = message.ticketId;
    const { ticket, ours, muted } = known.get(ticketId) ?? about(ticketId, parts);
    known.set(ticketId, { ticket, ours, muted });
    if (!ticket) return [];
    const quiet = isQuiet && !comesThrough(ticket.priority);
    return [{ message, ticket, answered: isAnswered(message, ours, parts.cache), muted, quiet }];
  });
}

const about = (ticketId: string, { cache, sentFromHere, muted }: CandidateParts) => ({
  ticket: cache.ticket(ticketId),
  ours: sentFromHere(ticketId),
  muted: muted(ticketId),
});

/** Who answers elsewhere has read it there. A reply from here proves nothing: the two may have crossed. */
const isAnswered = (
  { ticketId, position }: StoredMessage,
  ours: readonly string[] | null,
  cache: CacheStore,
): boolean => ours !== null && cache.customersAfter(ticketId, position).some((id) => !ours.includes(id));
