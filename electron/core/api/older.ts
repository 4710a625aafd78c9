// The older call's ticket (page "Get support ticket details") as a Detail. Its page names fields but no values, and
// nearly every field is a string, so everything but the number is optional here. Bodies stay as they came (HTML):
// core/text reads them like any other, and decoding them twice would turn a quoted "&lt;br&gt;" into markup.
import * as v from 'valibot';
import type { Priority, Sender, Status } from '../../contract/model.ts';
import type { Detail, StoredMessage, Summary } from '../records.ts';
import { toPlain } from '../text/plain.ts';
import { plainRecord } from './plain.ts';
import { parseTime } from './time.ts';
import { openingOf } from './to-records.ts';

// "string" on the page, yet numbers turn up where back offices are written in PHP.
const loose = v.pipe(
  v.nullish(v.union([v.string(), v.pipe(v.number(), v.finite(), v.transform(String))]), ''),
  v.transform((value) => value.trim()),
);
const required = v.pipe(loose, v.minLength(1), v.maxLength(180));

const ReplySchema = v.object({
  id: required,
  replier_id: loose,
  name: loose,
  date: loose,
  body: v.nullish(v.string(), null),
  type: loose,
  from: loose,
});
const ServiceSchema = v.object({
  serviceType: loose,
  serviceId: loose,
  serviceName: loose,
  metadata: v.nullish(v.union([v.array(v.unknown()), v.record(v.string(), v.unknown())])),
});
const OlderTicketSchema = v.object({
  ticket_number: loose,
  number: loose,
  client_id: loose,
  name: loose,
  cc: loose,
  subject: loose,
  body: v.nullish(v.string(), null),
  status: loose,
  priority: loose,
  date: loose,
  lastreply: loose,
  lastupdate: loose,
  dept_id: loose,
  deptname: loose,
  replies: v.nullish(v.array(ReplySchema), []),
  linkedServices: v.nullish(v.array(ServiceSchema), []),
});
type OlderTicket = v.InferOutput<typeof OlderTicketSchema>;
type OlderReply = v.InferOutput<typeof ReplySchema>;

export const OlderAnswerSchema = v.pipe(
  v.object({ data: v.object({ ticket: OlderTicketSchema }) }),
  v.check(({ data }) => numberOf(data.ticket) !== ''),
  v.transform(({ data }) => toDetail(data.ticket)),
);

const numberOf = (ticket: OlderTicket): string => (ticket.ticket_number || ticket.number).slice(0, 180);

function toDetail(ticket: OlderTicket): Detail {
  const summary = toSummary(ticket);
  const replies = ticket.replies.map((reply, index) => toMessage(reply, ticket, index + 1));
  return { summary, messages: [openingOf(summary, ticket.body, []), ...replies] };
}

// The number serves as id: v2 takes it wherever it takes an id, and the older call knows tickets by nothing else.
function toSummary(ticket: OlderTicket): Summary {
  const number = numberOf(ticket);
  return {
    id: number,
    number,
    subject: toPlain(ticket.subject) || null,
    status: statuses.get(letters(ticket.status)) ?? 'unknown',
    priority: priorities.get(letters(ticket.priority)) ?? 'unknown',
    departmentSlug: slug(ticket.deptname) || ticket.dept_id,
    departmentName: toPlain(ticket.deptname) || null,
    createdAt: parseTime(ticket.date),
    updatedAt: parseTime(ticket.lastupdate) ?? parseTime(ticket.lastreply),
    lastMessageAt: parseTime(ticket.lastreply) ?? parseTime(ticket.date),
    ccEmails: ticket.cc.split(/[,;\s]+/).filter((address) => address !== ''),
    requesterName: toPlain(ticket.name) || null,
    messageCount: 1 + ticket.replies.length,
    services: ticket.linkedServices.map(({ serviceType, serviceId, serviceName, metadata }) => ({
      serviceType,
      serviceId: serviceId || null,
      serviceName: serviceName || null,
      // An empty object of PHP arrives as an empty list.
      details: metadata && !Array.isArray(metadata) ? plainRecord(metadata) : null,
    })),
  };
}

function toMessage(reply: OlderReply, ticket: OlderTicket, position: number): StoredMessage {
  return {
    id: reply.id,
    ticketId: numberOf(ticket),
    position,
    sentAt: parseTime(reply.date),
    body: reply.body,
    sender: senderOf(reply, ticket),
    senderName: toPlain(reply.name) || null,
    encrypted: false,
    attachments: [],
    opening: false,
    unread: false,
  };
}

function senderOf(reply: OlderReply, ticket: OlderTicket): Sender {
  const named = senders.get(letters(reply.type)) ?? senders.get(letters(reply.from));
  if (named) return named;
  const isOwn = reply.replier_id !== '' && reply.replier_id !== '0' && reply.replier_id === ticket.client_id;
  return isOwn ? 'customer' : 'unknown';
}

/** "Client-Reply", "client_reply" and "CLIENT REPLY" are one word. */
const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
const slug = (text: string): string =>
  toPlain(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const statuses: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['open', 'open'],
  ['new', 'open'],
  ['answered', 'answered'],
  ['clientreply', 'customer_reply'],
  ['customerreply', 'customer_reply'],
  ['inprogress', 'in_progress'],
  ['onhold', 'on_hold'],
  ['hold', 'on_hold'],
  ['closed', 'closed'],
]);
const priorities: ReadonlyMap<string, Priority> = new Map<string, Priority>([
  ['0', 'low'],
  ['1', 'medium'],
  ['2', 'high'],
  ['low', 'low'],
  ['medium', 'medium'],
  ['normal', 'medium'],
  ['high', 'high'],
  ['urgent', 'urgent'],
  ['critical', 'critical'],
]);
const senders: ReadonlyMap<string, Sender> = new Map<string, Sender>([
  ['client', 'customer'],
  ['customer', 'customer'],
  ['contact', 'customer'],
  ['unregistered', 'customer'],
  ['admin', 'staff'],
  ['staff', 'staff'],
  ['automatic', 'automation'],
  ['automation', 'automation'],
  ['system', 'automation'],
]);

/** A ticket that only the older call knows has its number for an id. */
export const isOlderId = (ticketId: string): boolean => /^\d+$/.test(ticketId);
