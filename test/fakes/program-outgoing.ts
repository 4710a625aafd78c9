// The states of the fake program in which replies and new tickets are on their way.
import { failure } from '../../electron/contract/codes.ts';
import { makeOutgoing, minute, onlyAccount } from './program-fixtures.ts';
import type { World } from './program-world.ts';
import { tooVague } from './program-writes.ts';

type Change = (world: World, now: number) => void;

function withOutgoing(state: 'queued' | 'sending' | 'unknown' | 'needs-user' | 'rejected'): Change {
  return (world, now) => {
    world.outgoing = [
      makeOutgoing(now, {
        id: `out-${state}`,
        ticketId: 'tkt_vps',
        state,
        reason:
          state === 'rejected'
            ? failure('ticket_closed', { status: 409, requestId: 'req_closed' })
            : state === 'queued'
              ? failure('offline')
              : null,
        nextAttemptAt: state === 'queued' ? now + 2 * minute : null,
      }),
    ];
    const first = world.tickets[0];
    if (first !== undefined && (state === 'needs-user' || state === 'rejected')) {
      first.row = { ...first.row, needsUser: true, unsent: 1 };
    }
  };
}

export const outgoingScenarios: Record<string, Change> = {
  queued: withOutgoing('queued'),
  sending: withOutgoing('sending'),
  unknown: withOutgoing('unknown'),
  'needs-user': withOutgoing('needs-user'),
  rejected: withOutgoing('rejected'),
  recovered: (world, now) => {
    withOutgoing('needs-user')(world, now);
    world.outgoing = world.outgoing.map((reply) => ({ ...reply, reason: failure('store_broken') }));
  },
  'waiting-tickets': (world, now) => {
    const ticket = { kind: 'create', ticketNumber: '', reason: failure('offline') } as const;
    world.forms.set('new-critical', {
      account: onlyAccount,
      departmentSlug: 'vps',
      subject: 'Hela webbplatsen är nere',
      message: 'Inget svarar sedan 09:40.',
      priority: 'critical',
      ccEmails: ['jour@example.se'],
      criticalReason: 'Butiken tar inte emot ordrar.',
      service: null,
    });
    world.outgoing = [
      makeOutgoing(now, {
        ...ticket,
        id: 'new-critical',
        ticketId: 'new:new-critical',
        subject: 'Hela webbplatsen är nere',
        priority: 'critical',
        text: 'Inget svarar sedan 09:40.',
        nextAttemptAt: now + 2 * minute,
      }),
      makeOutgoing(now, {
        ...ticket,
        id: 'new-plain',
        ticketId: 'new:new-plain',
        subject: 'Fråga om en domän',
        priority: 'medium',
        text: 'Kan jag flytta den till er?',
        nextAttemptAt: now + 2 * minute,
      }),
    ];
  },
  'refused-ticket': (world, now) => {
    const fields = {
      departmentSlug: 'vps',
      subject: 'Hjälp',
      message: 'app-01 svarar inte.',
      priority: 'high' as const,
      ccEmails: ['drift@example.se', 'jour@example.se'],
      criticalReason: null,
      service: { serviceType: 'vps' as const, serviceId: 'vps_app01' },
    };
    world.forms.set('new-refused', { ...fields, account: onlyAccount });
    world.outgoing = [
      makeOutgoing(now, {
        id: 'new-refused',
        kind: 'create',
        ticketId: 'new:new-refused',
        ticketNumber: '',
        subject: fields.subject,
        priority: fields.priority,
        text: fields.message,
        state: 'rejected',
        reason: tooVague,
      }),
    ];
  },
  unsent: (world, now) => {
    const states = ['needs-user', 'rejected', 'queued', 'unknown'] as const;
    world.outgoing = states.map((state, index) =>
      makeOutgoing(now, {
        id: `out-${state}`,
        ticketId: index === 3 ? 'tkt_invoice' : 'tkt_db',
        ticketNumber: index === 3 ? '149921' : '149870',
        subject:
          index === 3 ? 'Betalning dras två gånger för samma faktura' : 'Production database is read-only',
        state,
        encrypted: index === 2,
        text: index === 2 ? null : 'The replica log is attached to the panel now.',
        reason:
          state === 'rejected' ? failure('ticket_closed', { status: 409, requestId: 'req_closed' }) : null,
      }),
    );
  },
  'refused-reply': (world, now) => {
    world.outgoing = [
      makeOutgoing(now, {
        id: 'out-refused',
        ticketId: 'tkt_vps',
        state: 'rejected',
        reason: failure('invalid_request', {
          status: 422,
          requestId: 'req_422',
          detail: 'The reply could not be stored.',
          fields: [{ pointer: '', detail: 'Attachments are not taken in this department.', code: '' }],
        }),
      }),
    ];
  },
  'several-alerts': (world, now) => {
    const create = { kind: 'create', ticketNumber: '', priority: 'medium' } as const;
    world.outgoing = [
      makeOutgoing(now, { id: 'doubt-1', ticketId: 'tkt_vps', state: 'needs-user' }),
      makeOutgoing(now, {
        id: 'doubt-2',
        ticketId: 'tkt_db',
        ticketNumber: '149870',
        subject: 'Production database is read-only after the failover, and the replica log does not say why',
        state: 'needs-user',
        encrypted: true,
        text: null,
      }),
      makeOutgoing(now, {
        ...create,
        id: 'new-waits',
        ticketId: 'new:new-waits',
        subject: 'Fråga om en domän',
        text: 'Kan jag flytta den till er?',
        reason: failure('offline'),
      }),
    ];
  },
};
