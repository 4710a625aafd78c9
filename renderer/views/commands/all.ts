// The one registry of what the page can do: keys, the menus and every list of actions read it.
import type { Stores } from '../../stores/stores.ts';
import type { ActionName } from '../../ui/keys.ts';
import type { Command, TicketCommand } from './command.ts';
import { meantTickets } from './meant-tickets.ts';
import { pageCommands } from './page-commands.ts';
import { ticketCommands } from './ticket-commands.ts';

/** What is done with tickets, done with those that are meant now. */
const onMeant = ({ name, allowed, run }: TicketCommand): Command => ({
  name,
  allowed(stores) {
    const rows = meantTickets(stores);
    return rows.length > 0 && allowed(stores, rows);
  },
  run: (stores) => run(stores, meantTickets(stores)),
});

export const commands: readonly Command[] = [...pageCommands, ...ticketCommands.map(onMeant)];

/** Does it if it can be done now; answers whether it could. */
export function runCommand(stores: Stores, name: ActionName): boolean {
  const command = commands.find((one) => one.name === name);
  if (command?.allowed(stores) !== true) return false;
  command.run(stores);
  return true;
}
