// The older call's ticket: nearly every field a string, `replies[]`, status and priority as the back office spells
// them, text as HTML. The page names the fields but none of their values; a client must expect others.
import { account } from './data/account.ts';
import { departments } from './data/departments.ts';
import { textToHtml } from './html.ts';
import type { TicketRecord } from './record.ts';
import { staffMember } from './staff-texts.ts';
import type { DemoLinkedService, DemoMask, DemoMessage, DemoPriority, DemoStatus } from './types.ts';
import { toMessage } from './wire.ts';

type Times = 'iso' | 'sql';

const statuses: Record<DemoStatus, string> = {
  open: 'Open',
  answered: 'Answered',
  customer_reply: 'Client-Reply',
  in_progress: 'In-Progress',
  on_hold: 'On Hold',
  closed: 'Closed',
  unknown: 'Escalated-L2',
};
const priorities: Record<DemoPriority, string> = {
  low: '0',
  medium: '1',
  high: '2',
  urgent: 'Urgent',
  critical: 'Critical',
};
const senders = { customer: 'Client', staff: 'Admin', automation: 'Automatic' } as const;

/** @param times how the older call writes times */
export function toOlderTicket(record: TicketRecord, mask: DemoMask, times: Times): Record<string, unknown> {
  const created = time(record.createdAt, times);
  const changed = time(record.updatedAt, times);
  const department = departments.find(({ slug }) => slug === record.departmentSlug);
  const departmentTitle = record.departmentName ?? '';
  const isClosed = record.status === 'closed';
  return {
    id: olderId(record.id),
    parent_id: '0',
    date: created,
    lastreply: time(record.lastMessageAt, times),
    lastupdate: changed,
    lastedit: '',
    editby: '',
    ticket_number: record.number,
    acc_hash: olderId(`${record.id}hash`),
    dept_id: String(department ? departments.indexOf(department) + 1 : 0),
    client_id: account.clientId,
    creator_id: account.clientId,
    name: textToHtml(record.requesterName ?? ''),
    email: account.email,
    cc: record.ccEmails.join(', '),
    bcc: '',
    subject: textToHtml(record.subject ?? ''),
    body: textToHtml(record.body ?? ''),
    status: statuses[record.status],
    priority: priorities[record.priority],
    flags: 0,
    tags: [record.departmentSlug],
    admin_read: '1',
    client_read: record.status === 'answered' ? '0' : '1',
    type: 'Client',
    request_type: 'General',
    senderip: '203.0.113.24',
    escalated: '0',
    sla_id: '0',
    start_date: created,
    resolve_date: isClosed ? changed : '',
    owner_id: '0',
    metadata: [],
    brand_id: '1',
    deadline: '',
    deptname: departmentTitle,
    viewtime: '',
    share: '0',
    share_tag: '',
    client_group: '0',
    status_color: isClosed ? '888888' : '2f6fde',
    org_deptname: departmentTitle,
    from: 'client',
    subscriptions: [],
    owner: owner(record),
    replies: record.messages.map((message) => olderReply(toMessage(message, mask), times)),
    attachments: record.attachments.map(({ filename }) => filename ?? ''),
    notes: [],
    number: record.number,
    linkedServices: record.linkedServices.map((service) => olderService(record, service, times)),
  };
}

function owner(record: TicketRecord): Record<string, string> {
  const name = record.messages.findLast(({ sender }) => sender === 'staff')?.senderName;
  if (!name) return { id: '0', username: '', firstname: '', lastname: '', email: '', status: '' };
  return staffMember(name);
}

function olderReply(message: DemoMessage, times: Times): Record<string, unknown> {
  const isCustomer = message.sender === 'customer';
  return {
    id: olderId(message.id),
    ticket_id: olderId(message.ticketId),
    replier_id: isCustomer ? account.clientId : '0',
    name: textToHtml(message.senderName ?? ''),
    email: isCustomer ? account.email : '',
    date: time(message.sentAt, times),
    lastedit: '',
    editby: '',
    body: textToHtml(message.body ?? ''),
    status: 'Sent',
    type: senders[message.sender],
    flags: 0,
    senderip: '',
    rating: '0',
    rate_date: '',
    from: isCustomer ? 'client' : 'staff',
    gravatar: '',
  };
}

function olderService(record: TicketRecord, service: DemoLinkedService, times: Times) {
  const { status = '', nextDueAt = '', hostname = '' } = service.details ?? {};
  return {
    id: olderId(service.serviceId ?? record.id),
    ticketNumber: record.number,
    clientId: account.clientId,
    serviceType: service.serviceType,
    serviceId: service.serviceId ?? '',
    serviceName: service.serviceName ?? '',
    metadata: {
      status: String(status),
      nextDue: time(String(nextDueAt) || null, times),
      hostname: String(hostname),
    },
    aiSummary: '',
    aiHelpful: '',
    createdAt: time(record.createdAt, times),
    updatedAt: time(record.updatedAt, times),
  };
}

function time(iso: string | null, times: Times): string {
  if (iso === null) return '';
  return times === 'iso' ? iso : iso.slice(0, 19).replace('T', ' ');
}

/** The older call numbers everything; any stable number does. */
function olderId(id: string): string {
  let hash = 7;
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) % 999_999_937;
  return String(hash);
}
