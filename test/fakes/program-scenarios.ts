// The states that tests and screenshots look at, by name: each changes the ordinary world a little.
import { failure } from '../../electron/contract/codes.ts';
import type { TicketRow } from '../../electron/contract/model.ts';
import { longNames, threeAccounts, troubledAccounts } from './program-accounts.ts';
import { makeDownload } from './program-downloads.ts';
import { makeMessage, minute, onlyAccount, paragraph } from './program-fixtures.ts';
import { outgoingScenarios } from './program-outgoing.ts';
import { manyTickets } from './program-tickets.ts';
import { tellOfAll } from './program-told.ts';
import type { World } from './program-world.ts';

type Change = (world: World, now: number) => void;

const session =
  (change: Partial<World['session']>): Change =>
  (world) => {
    world.session = { ...world.session, ...change };
  };
const connection =
  (change: (now: number) => Partial<World['connection']>): Change =>
  (world, now) => {
    world.connection = { ...world.connection, ...change(now) };
  };

export const scenarios: Record<string, Change> = {
  normal: () => {},
  told: (world, now) => tellOfAll(world, now, 89),
  downloads: ({ files }) => {
    files.downloads = [
      makeDownload({ id: 'dl_3' }),
      makeDownload({
        id: 'dl_2',
        attachmentId: 'tatt_9',
        state: 'broken',
        reason: failure('connection_lost'),
      }),
      makeDownload({
        id: 'dl_1',
        messageId: null,
        attachmentId: null,
        filename: '149943 VPS unreachable since the reboot.pdf',
        place: '~/Downloads/149943 VPS unreachable since the reboot.pdf',
        state: 'done',
        received: 84_211,
        total: 84_211,
      }),
    ];
  },
  'first-run': session({ state: 'first-run', keyIn: 'none' }),
  'first-run-no-keychain': session({
    state: 'first-run',
    keyIn: 'none',
    durable: false,
    problem: failure('keychain_missing'),
  }),
  connecting: session({ state: 'connecting', keyIn: 'none' }),
  starting: session({ state: 'starting' }),
  'keychain-locked': session({ state: 'keychain-locked', problem: failure('keychain_locked') }),
  'signed-out': (world, now) => {
    session({ state: 'signed-out', problem: failure('unauthorized', { status: 401 }) })(world, now);
    connection(() => ({ state: 'signed-out' }))(world, now);
  },
  accounts: threeAccounts,
  'accounts-troubles': troubledAccounts,
  'accounts-long': longNames,
  demo: session({ demo: true, keyIn: 'none' }),
  'not-durable': session({ durable: false, keyIn: 'memory' }),
  'read-only': session({ canWrite: false }),
  warnings: session({
    warnings: [
      { code: 'store_broken', at: 0 },
      { code: 'store_full', at: 0 },
    ],
  }),
  offline: connection((now) => ({
    state: 'offline',
    checkedAt: now - 25 * minute,
    problem: failure('offline'),
  })),
  error: connection((now) => ({
    state: 'error',
    checkedAt: now - 6 * minute,
    problem: failure('bad_answer', { status: 502, requestId: 'req_01hx7c9k2m' }),
  })),
  paused: connection((now) => ({
    state: 'paused',
    problem: failure('rate_limited', { status: 429, retryAt: now + 42 * minute }),
  })),
  'first-sync': connection(() => ({ state: 'syncing', checkedAt: null, progress: { done: 18, of: 46 } })),
  empty: (world) => {
    world.tickets = [];
    world.drafts.clear();
  },
  'nothing-needs-you': (world) => {
    world.tickets = world.tickets.filter(({ row }) => row.turn !== 'you' && !row.needsUser);
    world.quickTicket = null;
  },
  marked: (world, now) => {
    const [first, second, third, fourth] = world.tickets;
    const mark = (ticket: typeof first, change: Partial<TicketRow>) => {
      if (ticket !== undefined) ticket.row = { ...ticket.row, ...change };
    };
    mark(first, { pinned: true });
    mark(second, { muted: true, snoozedUntil: now + 20 * 60 * minute });
    mark(third, { hidden: true });
    mark(fourth, { pinned: true, snoozedUntil: 'reply' });
  },
  'no-history': (world) => {
    world.noHistory = true;
  },
  unreadable: (world) => {
    world.unreadable = ['akeriet', 'studio'];
  },
  many: (world, now) => {
    world.tickets = manyTickets(now, 10_000);
  },
  long: (world, now) => {
    const first = world.tickets[0];
    if (first === undefined) return;
    for (let index = 0; index < 30; index += 1) {
      first.messages.splice(
        -1,
        0,
        makeMessage({
          id: `tmsg_long${index}`,
          sentAt: now - 25 * minute + index * 20_000,
          sender: index % 2 === 0 ? 'staff' : 'customer',
          senderName: index % 2 === 0 ? 'Kim Lindqvist' : 'Alva Berg',
          blocks: [
            paragraph(`Message ${index + 1} of a long conversation about a server that would not start.`),
          ],
        }),
      );
    }
  },
  ...outgoingScenarios,
  notices: (world, now) => {
    world.notices = [
      {
        id: 'n1',
        accountId: onlyAccount,
        ticketId: 'tkt_invoice',
        title: 'Örjan Åkerström answered #149921',
        text: 'Hej! Vi ser två transaktioner. Vilken faktura gäller det?',
        at: now - 3 * minute,
      },
      {
        id: 'n2',
        accountId: onlyAccount,
        ticketId: 'tkt_vps',
        title: 'Kim Lindqvist answered #149943',
        text: 'We restarted the node; can you confirm that app-01 answers on SSH now?',
        at: now - minute,
      },
    ];
  },
};
