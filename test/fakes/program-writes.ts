// The part of the fake program that writes: drafts, replies, new tickets, closing.
import { failure, success } from '../../electron/contract/codes.ts';
import type { Outgoing } from '../../electron/contract/model.ts';
import type { Handlers } from '../../electron/contract/transport.ts';
import { sessionOf } from './program-accounts.ts';
import { makeMessage, makeOutgoing, makeRow, makeTicket, paragraph } from './program-fixtures.ts';
import type { Program } from './program-world.ts';

type WriteName =
  | 'ticket.create'
  | 'ticket.close'
  | 'ticket.reopen'
  | 'draft.save'
  | 'draft.get'
  | 'reply.send'
  | Extract<keyof Handlers, `outbox.${string}`>;

export const tooVague = failure('invalid_request', {
  status: 422,
  requestId: 'req_422',
  fields: [{ pointer: '/subject', detail: 'The subject is too vague.', code: 'invalid' }],
});
export const notThere = failure('not_found', { status: 404, requestId: 'req_404' });

export function createWriteHandlers(program: Program): Pick<Handlers, WriteName> {
  const { world } = program;
  const texts = new Map<string, string>();
  const find = (id: string) => world.tickets.find(({ row }) => row.id === id);

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

  return {
    'ticket.create': (input) => {
      const known = world.outgoing.find(({ id }) => id === input.id);
      if (known !== undefined && known.state !== 'rejected') return success({ outgoing: known });
      const { id: _, replaces, ...fields } = input;
      const { accounts } = sessionOf(world);
      const { account } = input;
      if (!accounts.some(({ id }) => id === account)) return failure('not_found');
      world.forms.set(input.id, fields);
      const draft = `${account}/new`;
      if (replaces === undefined || world.drafts.get(draft)?.text === replaces) world.drafts.delete(draft);
      const state = world.delivery;
      const newId = `tkt_${input.id.slice(0, 8)}`;
      const row = makeRow(program.now(), {
        id: accounts.length === 1 ? newId : `${account}/${newId}`,
        accountId: account,
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
        accountId: account,
        ticketId: state === 'sent' ? row.id : `new:${input.id}`,
        ticketNumber: state === 'sent' ? row.number : '',
        subject: input.subject,
        priority: input.priority,
        text: input.message,
        state,
        reason: state === 'rejected' ? tooVague : state === 'queued' ? failure('offline') : null,
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
    'draft.save': ({ ticketId, text, encrypted, seenUpTo = null }) => {
      if (text === '' && !encrypted) world.drafts.delete(ticketId);
      else world.drafts.set(ticketId, { text, encrypted, savedAt: program.now(), seenUpTo });
      program.changed('tickets', `ticket:${ticketId}`);
      return success(null);
    },
    'draft.get': ({ ticketId }) => success(world.drafts.get(ticketId) ?? null),
    'reply.send': ({ id, ticketId, text, encrypted, reopen }) => {
      const known = world.outgoing.find((reply) => reply.id === id);
      if (known !== undefined) {
        const older = (known.text ?? texts.get(id)) !== text || known.encrypted !== encrypted;
        return success({ outgoing: known, older });
      }
      const ticket = find(ticketId);
      if (ticket === undefined) return notThere;
      if (reopen) setStatus(ticketId, 'open');
      const outgoing = makeOutgoing(program.now(), {
        id,
        accountId: ticket.row.accountId,
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
      return success({ outgoing, older: false });
    },
    'outbox.list': () => success(unsentOf(world.outgoing)),
    'outbox.get': ({ id }) => {
      const outgoing = world.outgoing.find((other) => other.id === id);
      return outgoing === undefined ? notThere : success(outgoing);
    },
    'outbox.sendAgain': ({ id }) => {
      move(id, { state: 'queued' });
      settleLater(id);
      return success(null);
    },
    'outbox.checkAgain': () => success(null),
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
        seenUpTo: null,
      };
      world.outgoing = world.outgoing.filter((other) => other.id !== id);
      if (reply.kind === 'reply') world.drafts.set(reply.ticketId, draft);
      program.changed('outbox', 'tickets', `ticket:${reply.ticketId}`);
      return success(draft);
    },
    'outbox.editTicket': ({ id }) => {
      const fields = world.forms.get(id);
      if (world.outgoing.some((other) => other.id === id && other.state === 'queued'))
        move(id, { state: 'rejected', reason: null, nextAttemptAt: null });
      return fields === undefined ? failure('conflict') : success(fields);
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
  };
}

export const unsentOf = (list: readonly Outgoing[]): Outgoing[] =>
  list.filter(({ state }) => state !== 'sent' && state !== 'discarded');
