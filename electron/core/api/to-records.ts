// From the API's tickets and messages to our rows. Pure; which messages are unread is for the merge to say.
import type { Detail, StoredMessage, Summary } from '../records.ts';
import type { ApiMessage, ApiSummary, ApiTicket } from './schemas.ts';

/** A ticket without its conversation. */
export function toSummary(ticket: ApiSummary): Summary {
  const { linkedServices, ...rest } = ticket;
  return { ...rest, services: linkedServices };
}

/** The opening text is message 0, the API's messages follow in its own order. */
export function toDetail(ticket: ApiTicket): Detail {
  const { body, attachments, messages, messageCount, ...rest } = ticket;
  const summary = toSummary({ ...rest, messageCount: messageCount ?? 1 + messages.length });
  return {
    summary,
    messages: [
      openingOf(summary, body, attachments),
      ...messages.map((message, index) => toStoredMessage({ ...message, ticketId: summary.id }, index + 1)),
    ],
  };
}

/** `position` is the place in the API's order, where the opening text is 0. */
export const toStoredMessage = (message: ApiMessage, position: number): StoredMessage => ({
  ...message,
  position,
  opening: false,
  unread: false,
});

const openingId = (ticketId: string): string => `opening:${ticketId}`;

/** The ticket's own text as its first message. */
export const openingOf = (
  summary: Summary,
  body: string | null,
  attachments: StoredMessage['attachments'],
): StoredMessage => ({
  id: openingId(summary.id),
  ticketId: summary.id,
  position: 0,
  sentAt: summary.createdAt,
  body,
  sender: 'customer',
  senderName: summary.requesterName,
  encrypted: false,
  attachments,
  opening: true,
  unread: false,
});
