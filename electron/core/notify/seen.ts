// What was read here, or is known to have been read elsewhere, is news no more.
import type { CacheStore } from '../ports.ts';

/** Marks messages of a ticket as seen, up to that one (null: all); answers whether there were any. Throws StoreError. */
export function markSeen(cache: CacheStore, ticketId: string, upTo: string | null): boolean {
  const ticket = cache.ticket(ticketId);
  if (!ticket || ticket.unread === 0) return false;
  const seen = cache.markRead(ticketId, upTo);
  cache.putTicket({ ...ticket, unread: Math.max(0, ticket.unread - seen.length) });
  return seen.length > 0;
}
