// From the kept record to the answers of v2.
import type { TicketRecord } from './record.ts';
import type { DemoMask, DemoMessage, DemoTicket, DemoTicketSummary } from './types.ts';

const masked = '********';

/** Summaries carry no body, attachments or messages (page of the list call). */
export function toSummary(record: TicketRecord): DemoTicketSummary {
  return {
    id: record.id,
    number: record.number,
    subject: record.subject,
    status: record.status,
    priority: record.priority,
    departmentSlug: record.departmentSlug,
    departmentName: record.departmentName,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    lastMessageAt: record.lastMessageAt,
    ccEmails: record.ccEmails,
    requesterName: record.requesterName,
    messageCount: messageCount(record),
    linkedServices: record.linkedServices,
  };
}

/** The ticket in full (page "Create support ticket"). */
export function toTicket(record: TicketRecord, mask: DemoMask): DemoTicket {
  return {
    ...toSummary(record),
    body: record.body,
    attachments: record.attachments,
    messages: record.messages.map((message) => toMessage(message, mask)),
  };
}

/** @param mask how the body of an encrypted message comes back */
export function toMessage(message: DemoMessage, mask: DemoMask): DemoMessage {
  if (!message.encrypted || mask === 'plain' || message.body === null) return message;
  return { ...message, body: mask === 'null' ? null : masked };
}

/** The opening text counts: a new ticket has messageCount 1 and no messages (page of the create call). */
export function messageCount(record: TicketRecord): number {
  return 1 + record.messages.length;
}
