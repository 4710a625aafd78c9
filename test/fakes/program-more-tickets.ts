// More tickets of the invented customer: Swedish, long, critical, closed, gone, never fetched, unavailable.
import {
  attachment,
  customer,
  day,
  type FakeTicket,
  hour,
  makeMessage,
  makeRow,
  makeTicket,
  paragraph,
  words,
} from './program-fixtures.ts';

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
