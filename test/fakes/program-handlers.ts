// What the fake program answers to each call. A missing one is a compile error.
import { type Input, limits } from '../../electron/contract/calls.ts';
import { failure, success } from '../../electron/contract/codes.ts';
import type { Block, Draft, Outgoing, Session } from '../../electron/contract/model.ts';
import type { Settings } from '../../electron/contract/settings.ts';
import type { Handlers } from '../../electron/contract/transport.ts';
import { createAccountHandlers, renewKey, sessionOf, worstOf } from './program-accounts.ts';
import { createFileHandlers } from './program-files.ts';
import { type FakeTicket, toTicket } from './program-fixtures.ts';
import { isIn, listOf } from './program-list.ts';
import { createMarkHandlers } from './program-marks.ts';
import { createServiceHandlers } from './program-services.ts';
import { createStatsHandlers } from './program-stats.ts';
import { createToldHandlers } from './program-told.ts';
import type { Program } from './program-world.ts';
import { createWriteHandlers, notThere, unsentOf } from './program-writes.ts';

export function createHandlers(program: Program): Handlers {
  const { world } = program;
  const find = (id: string) => world.tickets.find(({ row }) => row.id === id);
  const rows = () =>
    world.tickets
      .map(({ row }) => ({ ...row, hasDraft: world.drafts.has(row.id) }))
      .sort((a, b) => (b.lastActivityAt ?? 0) - (a.lastActivityAt ?? 0));
  const nothing = () => success(null);
  function become(change: Partial<Session>): Session {
    world.session = { ...world.session, ...change };
    program.changed('session', 'tickets', 'outbox');
    return sessionOf(world);
  }

  const writes = createWriteHandlers(program);

  return {
    ...writes,
    ...createMarkHandlers(program, (ticketId) => writes['ticket.close']({ ticketId }, { id: 'page' })),
    ...createStatsHandlers(program),
    ...createFileHandlers(program),
    ...createServiceHandlers(program),
    ...createAccountHandlers(program),
    ...createToldHandlers(program),
    'session.get': () => success(sessionOf(world)),
    'session.connect': async ({ apiKey, accountId }) => {
      if (accountId !== undefined) return renewKey(program, apiKey, accountId);
      const before = world.session;
      if (before.state !== 'signed-in') become({ state: 'connecting', problem: null });
      await new Promise((resolve) => setTimeout(resolve, 30));
      if (apiKey !== world.goodKey) {
        become(before);
        return world.badKey;
      }
      const keyIn = before.durable ? 'keychain' : 'memory';
      return success(become({ state: 'signed-in', problem: null, demo: false, keyIn }));
    },
    'session.demo': () => success(become({ state: 'signed-in', demo: true, keyIn: 'none' })),
    'session.signOut': () => {
      world.drafts.clear();
      world.outgoing = [];
      return success(become({ state: 'first-run', demo: false, keyIn: 'none' }));
    },
    'session.retryKeychain': () => success(sessionOf(world)),
    'session.dismissWarnings': () => {
      world.session = { ...world.session, warnings: [] };
      return success(null);
    },
    'connection.get': ({ account }) =>
      success({ ...world.connection, ...world.connections.get(account ?? worstOf(world)) }),
    'sync.now': () => {
      world.connection = { ...world.connection, checkedAt: program.now() };
      program.changed('connection');
      return success(null);
    },
    'tickets.counts': ({ account }) => {
      const all = rows().filter(({ accountId }) => account === undefined || accountId === account);
      const list = all.filter(({ hidden }) => !hidden);
      const of = (view: Input<'tickets.list'>['view']) =>
        list.filter((row) => isIn(view, row, program.now())).length;
      const names = new Map(
        list.map((row) => [row.departmentSlug, row.departmentName ?? row.departmentSlug]),
      );
      return success({
        needsYou: of('needs-you'),
        waiting: of('waiting'),
        open: of('open'),
        closed: of('closed'),
        unread: list.filter(({ unread }) => unread).length,
        unsent: unsentOf(world.outgoing).length,
        drafts: of('drafts'),
        snoozed: of('snoozed'),
        hidden: all.length - list.length,
        conversations: all.length,
        unfetched: world.unfetched,
        accounts: sessionOf(world)
          .accounts.filter(({ id }) => account === undefined || id === account)
          .map(({ id }) => {
            const its = list.filter(({ accountId }) => accountId === id);
            return {
              id,
              needsYou: its.filter((row) => isIn('needs-you', row, program.now())).length,
              unread: its.filter(({ unread }) => unread).length,
            };
          }),
        departments: [...names].map(([slug, name]) => ({
          slug,
          name,
          count: list.filter((row) => row.departmentSlug === slug && isIn('open', row, program.now())).length,
        })),
      });
    },
    'tickets.list': (input) => {
      const found = listOf(rows(), input, program.now());
      const rowsOfPage = found.slice(input.offset, input.offset + input.limit);
      const leftOut = (input.query ?? '').split(/\s+/).length - limits.searchWords;
      return success({ total: found.length, rows: rowsOfPage, ...(leftOut > 0 ? { leftOut } : {}) });
    },
    'tickets.departments': () => success(world.departments),
    'tickets.openByNumber': ({ number, account }) => {
      const ticket = world.tickets.find(
        ({ row }) => row.number === number && (account === undefined || row.accountId === account),
      );
      return ticket === undefined ? notThere : success({ ticketId: ticket.row.id });
    },
    'thread.get': ({ ticketId, limit }) => {
      const ticket = find(ticketId);
      return ticket === undefined
        ? notThere
        : success(toThread(ticket, limit, world.drafts.get(ticketId) ?? null, world.outgoing));
    },
    'thread.open': ({ ticketId }) => (find(ticketId) === undefined ? notThere : success(null)),
    'thread.markRead': ({ ticketId }) => {
      const ticket = find(ticketId);
      if (ticket === undefined) return notThere;
      ticket.messages = ticket.messages.map((message) => ({ ...message, unread: false }));
      ticket.row = { ...ticket.row, unread: false };
      program.changed('tickets', `ticket:${ticketId}`);
      return success(null);
    },
    'message.reveal': ({ ticketId, messageId }) => {
      const blocks: Block[] | undefined = find(ticketId)?.secrets.get(messageId);
      return blocks === undefined ? notThere : success({ text: 'the secret', blocks });
    },
    'notices.list': () => success(world.notices),
    'notices.open': ({ id }) => {
      const notice = world.notices.find((other) => other.id === id);
      world.notices = world.notices.filter((other) => other.id !== id);
      program.changed('notices');
      if (notice !== undefined) program.show(notice.ticketId);
      return success(null);
    },
    'notices.dismiss': ({ id }) => {
      world.notices = world.notices.filter((other) => other.id !== id);
      program.changed('notices');
      return success(null);
    },
    'settings.get': () => success(world.settings),
    'settings.set': (change) => {
      world.settings = { ...world.settings, ...(change as Partial<Settings>) };
      program.changed('settings');
      return success(world.settings);
    },
    'clipboard.copy': (given) => {
      world.copied?.push(given);
      return world.copied === null ? failure('refused') : success(null);
    },
    'diagnostics.get': () => success({ text: 'program: HostUp Support 0.1.0' }),
    'link.open': ({ href }) => (href.includes('blocked') ? failure('blocked_link') : success(null)),
    'window.looking': nothing,
    'window.main': nothing,
    'window.quick': nothing,
    'quick.get': () => success({ ticketId: world.quickTicket }),
    'window.close': nothing,
  };
}

function toThread(ticket: FakeTicket, limit: number, draft: Draft | null, outgoing: readonly Outgoing[]) {
  const { row, messages } = ticket;
  return {
    ticket: toTicket(ticket),
    messages: messages.slice(-limit),
    earlier: Math.max(0, messages.length - limit),
    outgoing: outgoing.filter((reply) => reply.ticketId === row.id && reply.state !== 'discarded'),
    draft,
  };
}
