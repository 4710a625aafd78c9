// What the fake program has told of, one of each kind, and its test notification.
import { success } from '../../electron/contract/codes.ts';
import { fates, type Told } from '../../electron/contract/told.ts';
import type { Handlers } from '../../electron/contract/transport.ts';
import { hour, minute } from './program-fixtures.ts';
import type { Program, World } from './program-world.ts';

/** One of each kind, and then so many more. */
export function tellOfAll(world: World, now: number, more: number): void {
  world.told = Array.from({ length: fates.length + more }, (_, index): Told => {
    const ticket = world.tickets[index % world.tickets.length];
    if (!ticket) throw new Error('no tickets');
    const { id: ticketId, accountId, number, subject } = ticket.row;
    const fate = fates[index] ?? 'shown';
    return {
      messageId: `told-${index}`,
      accountId,
      ticketId,
      number,
      subject,
      fate,
      at: now - 4 * minute - index * 7 * hour,
    };
  });
}

export function createToldHandlers(program: Program): Pick<Handlers, 'notices.told' | 'notices.test'> {
  const { world } = program;
  return {
    'notices.told': ({ limit }) =>
      success({ told: world.told.slice(0, limit), more: world.told.length > limit }),
    'notices.test': () => {
      world.notices.push({
        id: `test${world.notices.length}`,
        accountId: null,
        ticketId: null,
        title: 'A test',
        text: 'This is how it looks.',
        at: program.now(),
      });
      program.changed('notices');
      return success({ outcome: world.testBecomes });
    },
  };
}
