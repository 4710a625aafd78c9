// The attachment that a download fetches, as the cache knows it.
import type { Attachment } from '../../contract/model.ts';
import type { CacheStore } from '../ports.ts';
import type { Source } from './entry.ts';

/** Null: its message is not known, or not of that ticket. */
export function attachmentOf(
  cache: Pick<CacheStore, 'message'>,
  { ticketId, messageId, attachmentId }: Source,
): Attachment | null {
  const message = cache.message(messageId);
  if (message?.ticketId !== ticketId) return null;
  return message.attachments.find(({ id }) => id === attachmentId) ?? null;
}
