// The part of the fake program for several tickets at once: the user's own marks, marking read, closing.
import { failure, success } from '../../electron/contract/codes.ts';
import type { Handlers } from '../../electron/contract/transport.ts';
import type { Program } from './program-world.ts';

export function createMarkHandlers(
  program: Program,
  close: (ticketId: string) => ReturnType<Handlers['ticket.close']>,
): Pick<Handlers, 'tickets.mark' | 'tickets.markRead' | 'tickets.close'> {
  const known = (ids: readonly string[]) => program.world.tickets.filter(({ row }) => ids.includes(row.id));
  const told = (ids: readonly string[]) => program.changed('tickets', ...ids.map((id) => `ticket:${id}`));

  return {
    'tickets.mark': ({ ticketIds, snooze, pinned, muted, hidden }) => {
      const tickets = known(ticketIds);
      if (tickets.length === 0) return failure('not_found');
      for (const ticket of tickets) {
        const { row } = ticket;
        ticket.row = {
          ...row,
          pinned: pinned ?? row.pinned,
          muted: muted ?? row.muted,
          hidden: hidden ?? row.hidden,
          snoozedUntil: snooze === undefined ? row.snoozedUntil : (snooze?.until ?? null),
        };
      }
      told(ticketIds);
      return success(null);
    },
    'tickets.markRead': ({ ticketIds }) => {
      for (const ticket of known(ticketIds)) {
        ticket.row = { ...ticket.row, unread: false };
        ticket.messages = ticket.messages.map((message) => ({ ...message, unread: false }));
      }
      told(ticketIds);
      return success(null);
    },
    'tickets.close': async ({ ticketIds }) => {
      const results = [];
      for (const ticketId of ticketIds) {
        const refused = program.world.refuseClosing.get(ticketId);
        const answer = refused ?? (await close(ticketId));
        results.push({ ticketId, failure: answer.ok ? null : answer });
      }
      return success({ results });
    },
  };
}
