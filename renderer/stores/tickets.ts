// The ticket list: which one is shown, its rows, and the way to a ticket of which only the number is known.
import type { ReadonlySignal } from '@preact/signals';
import type { Failure } from '../../electron/contract/codes.ts';
import type { Client } from '../../electron/contract/transport.ts';
import type { Changes } from './changes.ts';
import type { Later } from './later.ts';
import type { SettingsStore } from './settings.ts';
import { createTicketFilter, type TicketFilter } from './ticket-filter.ts';
import { createTicketPages, type TicketPages } from './ticket-pages.ts';

export type TicketsStore = TicketFilter &
  TicketPages & {
    openByNumber(number: string): Promise<{ ticketId: string } | Failure>;
  };

/**
 * @param account the only one whose tickets are shown; null: all
 * @param settings keep the order of the views
 */
export function createTickets(
  client: Client,
  changes: Changes,
  later: Later,
  account: ReadonlySignal<string | null>,
  settings: SettingsStore,
): TicketsStore {
  const filter = createTicketFilter(later, account, settings);
  return {
    ...filter,
    ...createTicketPages(client, changes, filter.filter),
    async openByNumber(number) {
      const answer = await client.call('tickets.openByNumber', {
        number,
        ...(account.peek() === null ? {} : { account: account.peek() ?? '' }),
      });
      return answer.ok ? answer.value : answer;
    },
  };
}
