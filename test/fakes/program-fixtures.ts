// Makes rows, messages and replies with ordinary values, of which a test changes the ones it is about.
import type {
  Attachment,
  Block,
  Message,
  Outgoing,
  Service,
  Span,
  Ticket,
  TicketRow,
} from '../../electron/contract/model.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export const words = (text: string): Span => ({ kind: 'text', text });
export const paragraph = (...spans: (string | Span)[]): Block => ({
  kind: 'paragraph',
  spans: spans.map((span) => (typeof span === 'string' ? words(span) : span)),
});

/** A conversation as the fake program keeps it. */
export type FakeTicket = {
  row: TicketRow;
  services: Service[];
  cc: string[];
  requesterName: string | null;
  fetchedAt: number | null;
  firstReplyAfter: number | null;
  messages: Message[];
  /** texts of encrypted messages, by message id */
  secrets: Map<string, Block[]>;
};

/** As the page is told of it. */
export const toTicket = ({ row, messages, ...ticket }: FakeTicket): Ticket => ({
  ...row,
  requesterName: ticket.requesterName,
  ccEmails: ticket.cc,
  services: ticket.services,
  messageCount: messages.length,
  fetchedAt: ticket.fetchedAt,
  firstReplyAfter: ticket.firstReplyAfter,
});

/** The id of the account that is there unless a scenario says otherwise. */
export const onlyAccount = 'acc';

export function makeRow(now: number, change: Partial<TicketRow> & { id: string; number: string }): TicketRow {
  return {
    accountId: onlyAccount,
    subject: 'VPS unreachable since the reboot',
    status: 'answered',
    priority: 'medium',
    departmentSlug: 'vps',
    departmentName: 'VPS',
    createdAt: (change.lastActivityAt ?? now) - hour,
    lastActivityAt: now - 4 * minute,
    turn: 'you',
    turnSince: now - 4 * minute,
    unread: false,
    gone: false,
    preview: null,
    serviceName: null,
    hasDraft: false,
    unsent: 0,
    needsUser: false,
    pinned: false,
    muted: false,
    hidden: false,
    snoozedUntil: null,
    ...change,
  };
}

export function makeMessage(change: Partial<Message> & { id: string; sentAt: number | null }): Message {
  return {
    sender: 'staff',
    senderName: 'Kim Lindqvist',
    encrypted: false,
    blocks: [paragraph('Hello.')],
    available: true,
    attachments: [],
    opening: false,
    unread: false,
    ...change,
  };
}

export function makeTicket(row: TicketRow, change: Partial<Omit<FakeTicket, 'row'>> = {}): FakeTicket {
  return {
    row,
    services: [],
    cc: [],
    requesterName: 'Alva Berg',
    fetchedAt: row.lastActivityAt,
    firstReplyAfter: null,
    messages: [],
    secrets: new Map(),
    ...change,
  };
}

export function makeOutgoing(
  now: number,
  change: Partial<Outgoing> & { id: string; ticketId: string },
): Outgoing {
  return {
    accountId: onlyAccount,
    kind: 'reply',
    ticketNumber: '149943',
    subject: 'VPS unreachable since the reboot',
    priority: null,
    state: 'queued',
    encrypted: false,
    text: 'Still no answer on SSH.',
    queuedAt: now - 2 * minute,
    sentAt: null,
    messageId: null,
    reason: null,
    nextAttemptAt: null,
    ...change,
  };
}

/** Who the customer is in every ticket. */
export const customer = { sender: 'customer', senderName: 'Alva Berg' } as const;

export const attachment = (id: string, filename: string | null, mimeType: string | null): Attachment => ({
  id,
  filename,
  extension: filename?.split('.').at(-1) ?? null,
  mimeType,
  downloadUrl: `/api/v2/support/attachments/${id}`,
});
