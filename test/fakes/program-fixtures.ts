// The tickets of an invented customer, in every shape the page must be able to show. Times are relative to `now`.
import type {
  Attachment,
  Block,
  Message,
  Outgoing,
  Service,
  Span,
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

export function makeRow(now: number, change: Partial<TicketRow> & { id: string; number: string }): TicketRow {
  return {
    subject: 'VPS unreachable since the reboot',
    status: 'answered',
    priority: 'medium',
    departmentSlug: 'vps',
    departmentName: 'VPS',
    createdAt: now - hour,
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
    kind: 'reply',
    ticketNumber: '149943',
    subject: 'VPS unreachable since the reboot',
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

const customer = { sender: 'customer', senderName: 'Alva Berg' } as const;
const attachment = (id: string, filename: string | null, mimeType: string | null): Attachment => ({
  id,
  filename,
  extension: filename?.split('.').at(-1) ?? null,
  mimeType,
  downloadUrl: `/api/v2/support/attachments/${id}`,
});

/** The ticket that most tests look at: own, automatic, encrypted and new messages, and a linked service. */
export function serverTicket(now: number): FakeTicket {
  const at = (minutes: number) => now - minutes * minute;
  const row = makeRow(now, {
    id: 'tkt_vps',
    number: '149943',
    createdAt: at(35),
    unread: true,
    serviceName: 'app-01',
    preview: {
      sender: 'staff',
      name: 'Kim Lindqvist',
      text: 'We restarted the node; can you confirm that app-01 answers on SSH now?',
      encrypted: false,
    },
  });
  return makeTicket(row, {
    services: [
      {
        serviceType: 'vps',
        serviceId: 'svc_1',
        serviceName: 'app-01',
        details: {
          planName: 'VPS XS',
          status: 'active',
          ipAddress: '192.0.2.10',
          hostname: 'app-01.example.se',
          nextDueAt: '2026-12-01',
          autoRenew: true,
        },
      },
    ],
    firstReplyAfter: 27 * minute,
    messages: [
      makeMessage({
        id: 'tkt_vps',
        sentAt: at(35),
        ...customer,
        opening: true,
        blocks: [
          paragraph('app-01 does not answer since this morning’s reboot.'),
          {
            kind: 'code',
            text: 'ping 192.0.2.10\n4 packets transmitted, 0 received, 100% packet loss, time 4093ms',
          },
        ],
        attachments: [attachment('tatt_1', 'console-app-01.png', 'image/png')],
      }),
      makeMessage({
        id: 'tmsg_auto',
        sentAt: at(35) + 9_000,
        sender: 'automation',
        senderName: null,
        blocks: [paragraph('We have received your ticket. Someone answers as soon as possible.')],
      }),
      makeMessage({ id: 'tmsg_01hx7c9', sentAt: at(26), ...customer, encrypted: true, blocks: null }),
      makeMessage({
        id: 'tmsg_staff1',
        sentAt: at(4),
        unread: true,
        blocks: [
          paragraph(
            'We restarted the node. Can you confirm that ',
            { kind: 'code', text: 'app-01' },
            ' answers on SSH now? If not, send the root password as an ',
            { kind: 'strong', text: 'encrypted' },
            ' reply and I will look at the console.',
          ),
          {
            kind: 'list',
            ordered: true,
            items: [
              [words('Try ssh from another network.')],
              [words('Look at the rescue console in the panel.')],
            ],
          },
          paragraph('More about it: ', {
            kind: 'link',
            text: 'how to reach the console',
            href: 'https://support.hostup.example/console',
            host: 'support.hostup.example',
          }),
        ],
      }),
    ],
    secrets: new Map([['tmsg_01hx7c9', [paragraph('The old root password was Tr0ub4dor&3')]]]),
  });
}

/** Other tickets of the same customer: Swedish, long, critical, closed, gone, never fetched, unavailable. */
export function otherTickets(now: number): FakeTicket[] {
  const invoice = makeTicket(
    makeRow(now, {
      id: 'tkt_invoice',
      number: '149921',
      subject: 'Betalning dras två gånger för samma faktura',
      departmentSlug: 'billing',
      departmentName: 'Fakturering',
      unread: true,
      turnSince: now - 2 * hour,
      lastActivityAt: now - 2 * hour,
      createdAt: now - 26 * hour,
      hasDraft: true,
      preview: {
        sender: 'staff',
        name: 'Örjan',
        text: 'Hej! Vi ser två transaktioner. Vilken faktura gäller det?',
        encrypted: false,
      },
    }),
    {
      messages: [
        makeMessage({
          id: 'tkt_invoice',
          sentAt: now - 26 * hour,
          ...customer,
          opening: true,
          blocks: [paragraph('Hej! Kortet har dragits två gånger för samma faktura.')],
          attachments: [
            attachment('tatt_2', 'kontoutdrag-november.pdf', 'application/pdf'),
            attachment('tatt_3', null, null),
          ],
        }),
        makeMessage({
          id: 'tmsg_orjan',
          sentAt: now - 2 * hour,
          senderName: 'Örjan Åkerström',
          unread: true,
          blocks: [
            paragraph('Hej! Vi ser två transaktioner. Vilken faktura gäller det?'),
            { kind: 'quote', spans: [words('Hej! Kortet har dragits två gånger för samma faktura.')] },
          ],
        }),
      ],
    },
  );
  const mail = makeTicket(
    makeRow(now, {
      id: 'tkt_mail',
      number: '149877',
      subject: 'Mail to gmail.com bounces',
      departmentSlug: 'hosting',
      departmentName: 'Web hosting',
      status: 'customer_reply',
      turn: 'hostup',
      turnSince: now - 19 * hour,
      lastActivityAt: now - 19 * hour,
      serviceName: 'example.com',
      preview: {
        sender: 'customer',
        name: 'Alva Berg',
        text: 'SPF is updated now, could you check again?',
        encrypted: false,
      },
    }),
    {
      messages: [
        makeMessage({
          id: 'tkt_mail',
          sentAt: now - 20 * hour,
          ...customer,
          opening: true,
          blocks: [paragraph('Mail to gmail.com comes back with 550 5.7.26.')],
        }),
        makeMessage({
          id: 'tmsg_mail2',
          sentAt: now - 19 * hour,
          ...customer,
          blocks: [paragraph('SPF is updated now, could you check again?')],
        }),
      ],
    },
  );
  const database = makeTicket(
    makeRow(now, {
      id: 'tkt_db',
      number: '149870',
      subject:
        'Production database is read-only after the storage maintenance last night and the failover replica will not start either',
      priority: 'critical',
      status: 'in_progress',
      turn: 'hostup',
      turnSince: now - 22 * hour,
      lastActivityAt: now - 22 * hour,
      serviceName: 'app-02',
      needsUser: true,
      unsent: 1,
      preview: { sender: 'customer', name: 'Alva Berg', text: null, encrypted: true },
    }),
    {
      cc: ['drift@example.se', 'jour@example.se'],
      messages: [
        makeMessage({
          id: 'tkt_db',
          sentAt: now - 23 * hour,
          ...customer,
          opening: true,
          blocks: [paragraph('ERROR 1290: running with --read-only.')],
        }),
        makeMessage({
          id: 'tmsg_db2',
          sentAt: now - 22.5 * hour,
          senderName: null,
          encrypted: true,
          blocks: null,
          available: false,
        }),
        makeMessage({
          id: 'tmsg_db3',
          sentAt: now - 22 * hour,
          senderName: null,
          blocks: null,
          available: false,
        }),
      ],
    },
  );
  const domain = makeTicket(
    makeRow(now, {
      id: 'tkt_domain',
      number: '149802',
      subject: 'Flytta domän exempel.se',
      departmentSlug: 'domains',
      departmentName: 'Domäner och certifikat',
      status: 'open',
      turn: 'hostup',
      turnSince: now - 3 * day,
      lastActivityAt: now - 3 * day,
      priority: 'low',
      preview: { sender: 'customer', name: null, text: null, encrypted: true },
    }),
    { fetchedAt: null },
  );
  const gone = makeTicket(
    makeRow(now, {
      id: 'tkt_gone',
      number: '149700',
      subject: null,
      gone: true,
      turn: 'hostup',
      status: 'on_hold',
      turnSince: now - 12 * day,
      lastActivityAt: now - 12 * day,
      preview: { sender: 'staff', name: 'Kim', text: 'Merged with another ticket.', encrypted: false },
    }),
    {
      messages: [
        makeMessage({
          id: 'tmsg_gone',
          sentAt: now - 12 * day,
          blocks: [paragraph('Merged with another ticket.')],
        }),
      ],
    },
  );
  const closed = makeTicket(
    makeRow(now, {
      id: 'tkt_php',
      number: '149650',
      subject: 'PHP 8.4 on web hosting?',
      status: 'closed',
      turn: 'none',
      turnSince: null,
      departmentSlug: 'hosting',
      departmentName: 'Web hosting',
      lastActivityAt: now - 400 * day,
      preview: {
        sender: 'staff',
        name: 'Kim',
        text: 'It is available under PHP settings.',
        encrypted: false,
      },
    }),
    {
      messages: [
        makeMessage({
          id: 'tkt_php',
          sentAt: now - 401 * day,
          ...customer,
          opening: true,
          blocks: [paragraph('Is PHP 8.4 available?')],
        }),
        makeMessage({
          id: 'tmsg_php',
          sentAt: now - 400 * day,
          blocks: [paragraph('It is available under PHP settings.')],
        }),
      ],
    },
  );
  return [invoice, mail, database, domain, gone, closed];
}

/** Many tickets that differ in number and subject only, newest first. */
export function manyTickets(now: number, count: number): FakeTicket[] {
  return Array.from({ length: count }, (_, index) =>
    makeTicket(
      makeRow(now, {
        id: `tkt_${index}`,
        number: String(200_000 - index),
        subject: `Question number ${index + 1}`,
        turn: index % 3 === 0 ? 'you' : 'hostup',
        turnSince: now - index * minute,
        lastActivityAt: now - index * minute,
        preview: { sender: 'staff', name: 'Kim', text: `Answer to question ${index + 1}`, encrypted: false },
      }),
      { messages: [makeMessage({ id: `tmsg_${index}`, sentAt: now - index * minute })] },
    ),
  );
}
