// The part of the fake program about accounts: adding, changing and ending one, and the state with three of them.
import { type Account, accountColours, isSameName } from '../../electron/contract/account.ts';
import { failure, success } from '../../electron/contract/codes.ts';
import type { Notice, Session, TicketRow } from '../../electron/contract/model.ts';
import type { Handlers } from '../../electron/contract/transport.ts';
import {
  customer,
  type FakeTicket,
  hour,
  makeMessage,
  makeOutgoing,
  makeRow,
  makeTicket,
  minute,
  onlyAccount,
  paragraph,
} from './program-fixtures.ts';
import type { Program, World } from './program-world.ts';

const makeAccount = (change: Partial<Account> = {}): Account => ({
  id: onlyAccount,
  name: '',
  colour: 'blue',
  state: 'signed-in',
  canWrite: true,
  keyIn: 'keychain',
  durable: true,
  problem: null,
  ...change,
});

/** A single account is in the state that the whole is in. */
export function sessionOf({ session }: World): Session {
  const { state, canWrite, keyIn, durable, problem } = session;
  if (state === 'first-run') return { ...session, accounts: [] };
  const [only, second] = session.accounts;
  if (second !== undefined) return session;
  const its = state === 'connecting' ? ('starting' as const) : state;
  return { ...session, accounts: [{ ...makeAccount(only), state: its, canWrite, keyIn, durable, problem }] };
}

export function createAccountHandlers(
  program: Program,
): Pick<Handlers, 'account.add' | 'account.change' | 'account.signOut'> {
  const { world } = program;
  const isNameTaken = (name: string, id: string | null) =>
    name !== '' && sessionOf(world).accounts.some((one) => one.id !== id && isSameName(one.name, name));
  const has = (accountId: string) => sessionOf(world).accounts.some(({ id }) => id === accountId);
  function become(accounts: Account[]): Session {
    world.session = { ...world.session, accounts };
    program.changed('session', 'tickets', 'outbox', 'connection');
    return sessionOf(world);
  }

  return {
    'account.add': async ({ apiKey, name }) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      if (world.session.demo || world.session.keyIn === 'run') return failure('refused');
      if (world.usedKeys.includes(apiKey)) return failure('key_in_use');
      if (isNameTaken(name, null)) return failure('name_in_use');
      if (apiKey !== world.goodKey) return world.badKey;
      world.usedKeys.push(apiKey);
      const { accounts } = sessionOf(world);
      const taken = accounts.map(({ colour }) => colour);
      const colour = accountColours.find((free) => !taken.includes(free)) ?? 'blue';
      return success(become([...accounts, makeAccount({ id: `acc${accounts.length + 1}`, name, colour })]));
    },
    'account.change': ({ accountId, name, colour }) => {
      if (!has(accountId)) return failure('not_found');
      if (isNameTaken(name ?? '', accountId)) return failure('name_in_use');
      const changed = sessionOf(world).accounts.map((account) =>
        account.id === accountId
          ? { ...account, name: name ?? account.name, colour: colour ?? account.colour }
          : account,
      );
      return success(become(changed));
    },
    'account.signOut': ({ accountId }) => {
      if (!has(accountId)) return failure('not_found');
      const left = sessionOf(world).accounts.filter(({ id }) => id !== accountId);
      world.tickets = world.tickets.filter(({ row }) => row.accountId !== accountId);
      world.outgoing = world.outgoing.filter((row) => row.accountId !== accountId);
      for (const id of [...world.drafts.keys()])
        if (id.startsWith(`${accountId}/`) || left.length === 0) world.drafts.delete(id);
      if (left.length === 0)
        world.session = { ...world.session, state: 'first-run', keyIn: 'none', demo: false };
      return success(become(left));
    },
  };
}

/** A new key for one of the accounts; it ends the demo. */
export async function renewKey({ world, changed }: Program, apiKey: string, accountId: string) {
  await new Promise((resolve) => setTimeout(resolve, 30));
  if (apiKey !== world.goodKey) return world.badKey;
  const accounts = sessionOf(world).accounts.map((account) =>
    account.id === accountId ? { ...account, state: 'signed-in' as const, problem: null } : account,
  );
  const keyIn = world.session.durable ? ('keychain' as const) : ('memory' as const);
  const whole = { state: 'signed-in', problem: null, demo: false, keyIn } as const;
  world.session = { ...world.session, ...(accounts.length > 1 ? {} : whole), accounts };
  world.connections.delete(accountId);
  changed('session', 'tickets', 'outbox', 'connection');
  return success(sessionOf(world));
}

/** The account whose connection is told of as that of all. */
export const worstOf = ({ connections }: World): string => [...connections.keys()][0] ?? '';

/** Three customers of an agency; the key of the last one was refused. Each has the ticket number 150210. */
export function threeAccounts(world: World, now: number): void {
  const names = { bageriet: 'Bageriet', akeriet: 'Åkeri & Söner AB', studio: 'Studio Nord' };
  const refused = failure('unauthorized', { status: 401, requestId: 'req_studio' });
  world.session = {
    ...world.session,
    accounts: [
      makeAccount({ id: 'bageriet', name: names.bageriet, colour: 'blue' }),
      makeAccount({ id: 'akeriet', name: names.akeriet, colour: 'green' }),
      makeAccount({
        id: 'studio',
        name: names.studio,
        colour: 'amber',
        state: 'signed-out',
        problem: refused,
      }),
    ],
  };
  world.connections = new Map([['studio', { state: 'signed-out', checkedAt: null, problem: refused }]]);
  world.tickets = [
    ...world.tickets.map((ticket) => moved(ticket, 'bageriet')),
    ticketOf('akeriet', now - 9 * minute, {
      number: '150210',
      subject: 'Mejl till orderadressen studsar',
      departmentSlug: 'hosting',
      departmentName: 'Webbhotell',
      unread: true,
    }),
    ticketOf('akeriet', now - 5 * hour, {
      number: '149990',
      subject: 'Förnya akeri-och-soner.se',
      status: 'customer_reply',
      turn: 'hostup',
      departmentSlug: 'billing',
      departmentName: 'Fakturering',
    }),
    ticketOf('bageriet', now - 50 * minute, { number: '150210', subject: 'Kassan når inte databasen' }),
    ticketOf('studio', now - 2 * hour, { number: '150210', subject: 'Portfolio site shows a blank page' }),
    ticketOf('studio', now - 30 * hour, {
      number: '149702',
      subject: 'SSH key for a new colleague',
      status: 'closed',
      turn: 'none',
    }),
  ];
  world.drafts = new Map([...world.drafts].map(([id, draft]) => [`bageriet/${id}`, draft]));
  world.outgoing = [
    makeOutgoing(now, {
      id: 'out-akeriet',
      accountId: 'akeriet',
      ticketId: 'akeriet/tkt_150210',
      ticketNumber: '150210',
      subject: 'Mejl till orderadressen studsar',
      text: 'Det gäller bara adresser på outlook.com.',
      reason: failure('offline'),
    }),
  ];
  world.quickTicket = 'akeriet/tkt_150210';
  world.notices = [noticeOf(now)];
}

/** One cannot be reached, one may only be read, one is signed out. */
export function troubledAccounts(world: World, now: number): void {
  const [bageriet, akeriet, studio] = world.session.accounts;
  if (bageriet === undefined || akeriet === undefined || studio === undefined) return;
  world.session = { ...world.session, accounts: [bageriet, { ...akeriet, canWrite: false }, studio] };
  const offline = { state: 'offline', checkedAt: now - 25 * minute, problem: failure('offline') } as const;
  world.connections = new Map([['bageriet', offline], ...world.connections]);
}

/** Names as long as they may be, and one that was given none. */
export function longNames(world: World): void {
  const names = [
    'Bostadsrättsföreningen Strandpromenaden 14–22 i Sundbyberg',
    'Åkeriföreningens förvaltningsaktiebolag Nordvästra Dalarna',
    '',
  ];
  const accounts = world.session.accounts.map((one, at) => ({ ...one, name: names[at] ?? '' }));
  world.session = { ...world.session, accounts };
}

const noticeOf = (now: number): Notice => ({
  id: 'n-akeriet',
  accountId: 'akeriet',
  ticketId: 'akeriet/tkt_150210',
  title: 'Mejl till orderadressen studsar · Åkeri & Söner AB',
  text: 'Vi har lagt till en SPF-post. Kan ni prova igen?',
  at: now - 2 * minute,
});

const moved = (ticket: FakeTicket, accountId: string): FakeTicket => ({
  ...ticket,
  row: { ...ticket.row, id: `${accountId}/${ticket.row.id}`, accountId },
});

function ticketOf(accountId: string, at: number, change: Partial<TicketRow> & { number: string }) {
  const id = `tkt_${change.number}`;
  const row = makeRow(at + 4 * minute, {
    id: `${accountId}/${id}`,
    accountId,
    lastActivityAt: at,
    turnSince: at,
    preview: { sender: 'staff', name: 'Örjan', text: 'Kan ni prova igen?', encrypted: false },
    ...change,
  });
  return makeTicket(row, {
    messages: [
      makeMessage({
        id,
        sentAt: at - hour,
        ...customer,
        opening: true,
        blocks: [paragraph(row.subject ?? '')],
      }),
      makeMessage({
        id: `${id}_answer`,
        sentAt: at,
        senderName: 'Örjan Åkerström',
        blocks: [paragraph('Kan ni prova igen?')],
      }),
    ],
  });
}
