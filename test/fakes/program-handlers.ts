// What the fake program answers to each call. A missing one is a compile error.
import type { Input } from '../../electron/contract/calls.ts';
import { failure, success } from '../../electron/contract/codes.ts';
import type { Block, Outgoing, TicketRow } from '../../electron/contract/model.ts';
import type { Handlers } from '../../electron/contract/transport.ts';
import type { Program } from './program.ts';
import {
  type FakeTicket,
  makeMessage,
  makeOutgoing,
  makeRow,
  makeTicket,
  paragraph,
} from './program-fixtures.ts';

const notThere = failure('not_found', { status: 404, requestId: 'req_404' });

const views: Record<Input<'tickets.list'>['view'], (row: TicketRow) => boolean> = {
  'needs-you': (row) => !row.gone && (row.turn === 'you' || row.needsUser),
  waiting: (row) => row.turn === 'hostup',
  open: (row) => row.status !== 'closed' && !row.gone,
  closed: (row) => row.status === 'closed',
  all: () => true,
  drafts: (row) => row.hasDraft,
};

export function createHandlers(program: Program): Handlers {
  const { world } = program;
  const find = (id: string) => world.tickets.find(({ row }) => row.id === id);
  const rows = () =>
    world.tickets
      .map(({ row }) => ({ ...row, hasDraft: world.drafts.has(row.id) }))
      .sort((a, b) => (b.lastActivityAt ?? 0) - (a.lastActivityAt ?? 0));
  const unsent = () => world.outgoing.filter(({ state }) => state !== 'sent' && state !== 'discarded');
  const nothing = () => success(null);

  function move(id: string, change: Partial<Outgoing>): Outgoing | null {
    const at = world.outgoing.findIndex((reply) => reply.id === id);
    const known = world.outgoing[at];
    if (known === undefined) return null;
    const next = { ...known, ...change };
    world.outgoing[at] = next;
    program.changed('outbox', `ticket:${next.ticketId}`);
    return next;
  }

  /** HostUp stores the reply and it becomes a message. */
  function deliver(id: string): void {
    const sentAt = program.now();
    const reply = move(id, { state: 'sent', sentAt, messageId: `tmsg_${id.slice(0, 8)}`, reason: null });
    const ticket = reply === null ? undefined : find(reply.ticketId);
    if (reply === null || ticket === undefined) return;
    ticket.messages.push(
      makeMessage({
        id: reply.messageId ?? id,
        sentAt,
        sender: 'customer',
        senderName: ticket.requesterName,
        encrypted: reply.encrypted,
        blocks: reply.encrypted ? null : [paragraph(reply.text ?? '')],
      }),
    );
    const text = reply.encrypted ? null : reply.text;
    ticket.row = {
      ...ticket.row,
      status: 'customer_reply',
      turn: 'hostup',
      turnSince: sentAt,
      lastActivityAt: sentAt,
      preview: { sender: 'customer', name: ticket.requesterName, text, encrypted: reply.encrypted },
    };
    program.changed('tickets', 'outbox', `ticket:${ticket.row.id}`);
  }

  function settleLater(id: string): void {
    if (world.delivery === 'sent') setTimeout(() => deliver(id), 40);
    else if (world.delivery === 'rejected') {
      move(id, {
        state: 'rejected',
        reason: failure('ticket_closed', { status: 409, requestId: 'req_closed' }),
      });
    } else move(id, { state: world.delivery });
  }

  function setStatus(ticketId: string, status: 'closed' | 'open') {
    const ticket = find(ticketId);
    if (ticket === undefined) return notThere;
    ticket.row = {
      ...ticket.row,
      status,
      turn: status === 'closed' ? 'none' : 'hostup',
      turnSince: program.now(),
    };
    program.changed('tickets', `ticket:${ticketId}`);
    return success(null);
  }

  const texts = new Map<string, string>();
  return {
    'session.get': () => success(world.session),
    'session.connect': ({ apiKey }) => {
      if (apiKey !== world.goodKey) return world.badKey;
      world.session = { ...world.session, state: 'signed-in', problem: null };
      program.changed('session', 'tickets');
      return success(world.session);
    },
    'session.demo': () => {
      world.session = { ...world.session, state: 'signed-in', demo: true };
      program.changed('session', 'tickets');
      return success(world.session);
    },
    'session.signOut': () => {
      world.session = { ...world.session, state: 'first-run' };
      program.changed('session', 'tickets');
      return success(world.session);
    },
    'session.retryKeychain': () =>
      world.session.state === 'keychain-locked' ? failure('keychain_locked') : success(world.session),
    'session.dismissWarnings': () => {
      world.session = { ...world.session, warnings: [] };
      return success(null);
    },
    'connection.get': () => success(world.connection),
    'sync.now': () => {
      world.connection = { ...world.connection, checkedAt: program.now() };
      program.changed('connection');
      return success(null);
    },
    'tickets.counts': () => {
      const list = rows();
      const of = (view: Input<'tickets.list'>['view']) => list.filter(views[view]).length;
      const names = new Map(
        list.map((row) => [row.departmentSlug, row.departmentName ?? row.departmentSlug]),
      );
      return success({
        needsYou: of('needs-you'),
        waiting: of('waiting'),
        open: of('open'),
        closed: of('closed'),
        unread: list.filter(({ unread }) => unread).length,
        unsent: unsent().length,
        drafts: of('drafts'),
        departments: [...names].map(([slug, name]) => ({
          slug,
          name,
          count: list.filter((row) => row.departmentSlug === slug && views.open(row)).length,
        })),
      });
    },
    'tickets.list': ({ view, department, query, offset, limit }) => {
      const found = rows().filter(
        (row) =>
          views[view](row) &&
          (department === undefined || row.departmentSlug === department) &&
          (query === undefined || `${row.number} ${row.subject}`.toLowerCase().includes(query.toLowerCase())),
      );
      return success({ total: found.length, rows: found.slice(offset, offset + limit) });
    },
    'tickets.departments': () => success(world.departments),
    'tickets.openByNumber': ({ number }) => {
      const ticket = world.tickets.find(({ row }) => row.number === number);
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
    'ticket.create': (input) => {
      const state = world.delivery === 'sent' ? 'sent' : world.delivery;
      const row = makeRow(program.now(), {
        id: `tkt_${input.id.slice(0, 8)}`,
        number: '150001',
        subject: input.subject,
        departmentSlug: input.departmentSlug,
        status: 'open',
        turn: 'hostup',
        createdAt: program.now(),
        lastActivityAt: program.now(),
      });
      const outgoing = makeOutgoing(program.now(), {
        id: input.id,
        kind: 'create',
        ticketId: row.id,
        ticketNumber: row.number,
        subject: input.subject,
        text: input.message,
        state,
        reason:
          state === 'rejected'
            ? failure('invalid_request', {
                status: 422,
                requestId: 'req_422',
                fields: [{ pointer: '/subject', detail: 'The subject is too vague.', code: 'invalid' }],
              })
            : null,
      });
      world.outgoing = [...world.outgoing.filter(({ id }) => id !== input.id), outgoing];
      if (state === 'sent') {
        const opening = { sender: 'customer', senderName: 'Alva Berg', opening: true } as const;
        const blocks = [paragraph(input.message)];
        world.tickets.unshift(
          makeTicket(row, {
            messages: [makeMessage({ id: row.id, sentAt: program.now(), ...opening, blocks })],
          }),
        );
      }
      program.changed('tickets', 'outbox');
      return success({ outgoing });
    },
    'ticket.close': ({ ticketId }) => setStatus(ticketId, 'closed'),
    'ticket.reopen': ({ ticketId }) => setStatus(ticketId, 'open'),
    'draft.save': ({ ticketId, text, encrypted }) => {
      if (text === '' && !encrypted) world.drafts.delete(ticketId);
      else world.drafts.set(ticketId, { text, encrypted, savedAt: program.now() });
      program.changed('tickets', `ticket:${ticketId}`);
      return success(null);
    },
    'draft.get': ({ ticketId }) => success(world.drafts.get(ticketId) ?? null),
    'reply.send': ({ id, ticketId, text, encrypted, reopen }) => {
      const known = world.outgoing.find((reply) => reply.id === id);
      if (known !== undefined) return success({ outgoing: known });
      const ticket = find(ticketId);
      if (ticket === undefined) return notThere;
      if (reopen) setStatus(ticketId, 'open');
      const outgoing = makeOutgoing(program.now(), {
        id,
        ticketId,
        ticketNumber: ticket.row.number,
        subject: ticket.row.subject,
        encrypted,
        text: encrypted ? null : text,
        queuedAt: program.now(),
      });
      texts.set(id, text);
      world.outgoing.push(outgoing);
      world.drafts.delete(ticketId);
      program.changed('outbox', 'tickets', `ticket:${ticketId}`);
      settleLater(id);
      return success({ outgoing });
    },
    'outbox.list': () => success(unsent()),
    'outbox.sendAgain': ({ id }) => {
      move(id, { state: 'queued' });
      settleLater(id);
      return success(null);
    },
    'outbox.checkAgain': nothing,
    'outbox.discard': ({ id }) => {
      move(id, { state: 'discarded' });
      program.changed('tickets', 'outbox');
      return success(null);
    },
    'outbox.edit': ({ id }) => {
      const reply = world.outgoing.find((other) => other.id === id);
      if (reply === undefined) return notThere;
      const draft = {
        text: reply.text ?? texts.get(id) ?? '',
        encrypted: reply.encrypted,
        savedAt: program.now(),
      };
      world.outgoing = world.outgoing.filter((other) => other.id !== id);
      if (reply.kind === 'reply') world.drafts.set(reply.ticketId, draft);
      program.changed('outbox', 'tickets', `ticket:${reply.ticketId}`);
      return success(draft);
    },
    'outbox.reopenAndSend': ({ id }) => {
      const reply = move(id, { state: 'queued', reason: null });
      if (reply !== null) setStatus(reply.ticketId, 'open');
      world.delivery = 'sent';
      settleLater(id);
      return success(null);
    },
    'outbox.text': ({ id }) => {
      const reply = world.outgoing.find((other) => other.id === id);
      return success({ text: reply?.text ?? texts.get(id) ?? '' });
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
    'notices.test': () => {
      const id = `test${world.notices.length}`;
      world.notices.push({
        id,
        ticketId: null,
        title: 'A test',
        text: 'This is how it looks.',
        at: program.now(),
      });
      program.changed('notices');
      return success(null);
    },
    'settings.get': () => success(world.settings),
    'settings.set': ({ language, theme }) => {
      world.settings = {
        language: language ?? world.settings.language,
        theme: theme ?? world.settings.theme,
      };
      program.changed('settings');
      return success(world.settings);
    },
    'link.open': ({ href }) => (href.includes('blocked') ? failure('blocked_link') : success(null)),
    'window.looking': nothing,
    'window.main': nothing,
    'window.quick': nothing,
    'quick.get': () => success({ ticketId: world.quickTicket }),
    'window.close': nothing,
  };
}

function toThread(
  ticket: FakeTicket,
  limit: number,
  draft: { text: string; encrypted: boolean; savedAt: number } | null,
  outgoing: readonly Outgoing[],
) {
  const { row, messages } = ticket;
  return {
    ticket: {
      ...row,
      requesterName: ticket.requesterName,
      ccEmails: ticket.cc,
      services: ticket.services,
      messageCount: messages.length,
      fetchedAt: ticket.fetchedAt,
      firstReplyAfter: ticket.firstReplyAfter,
    },
    messages: messages.slice(-limit),
    earlier: Math.max(0, messages.length - limit),
    outgoing: outgoing.filter((reply) => reply.ticketId === row.id && reply.state !== 'discarded'),
    draft,
  };
}
