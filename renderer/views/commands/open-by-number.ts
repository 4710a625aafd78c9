// The way to a ticket of which only the number is known.
import { limits } from '../../../electron/contract/calls.ts';
import { sayFailure } from '../../stores/say-failure.ts';
import type { Stores } from '../../stores/stores.ts';
import { accountOf, toldAccount } from '../accounts/account-name.ts';
import { openTicket, showView } from './go.ts';

/** Opens the conversation of the ticket with that number, also one that only HostUp knows. */
export async function openByNumber(stores: Stores, number: string): Promise<void> {
  if (await isAmbiguous(stores, number)) return chooseByNumber(stores, number);
  const found = await stores.tickets.openByNumber(number);
  if ('ticketId' in found) {
    openTicket(stores, found.ticketId);
    const name = toldAccount(stores, accountOf(found.ticketId));
    if (name !== null) stores.screen.say(stores.words.peek().text.accounts.foundIn(name));
  } else sayFailure(stores, found);
}

/** Each account numbers its own tickets, so that several can hold the same. */
async function isAmbiguous({ accounts, client }: Stores, number: string): Promise<boolean> {
  if (!accounts.several.peek() || accounts.chosen.peek() !== null) return false;
  const found = await client.call('tickets.list', {
    view: 'all',
    query: number,
    offset: 0,
    limit: limits.accounts,
  });
  return found.ok && found.value.rows.filter((row) => row.number === number).length > 1;
}

/** Lists the tickets with that number, of which nobody but the user knows which one is meant. */
function chooseByNumber(stores: Stores, number: string): void {
  showView(stores, 'all');
  stores.tickets.setSearch(number);
  stores.screen.wishFocus('list');
  stores.screen.say(stores.words.peek().text.accounts.sameNumber(number));
}
