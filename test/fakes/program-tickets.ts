// The tickets of an invented customer, in every shape the page must be able to show. Times are relative to `now`.
import {
  attachment,
  customer,
  type FakeTicket,
  makeMessage,
  makeRow,
  makeTicket,
  minute,
  paragraph,
  words,
} from './program-fixtures.ts';

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
