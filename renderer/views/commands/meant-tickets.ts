// The tickets that are meant by what is done with tickets. What is selected is always meant. Else a key means the row
// that has the keyboard, because the mark of the row stands where one presses it. The palette covers the list and offers
// what the conversation can do in the same breath (replying, its lock): there the open conversation is meant before the
// row, so that all its entries are about one ticket.
import type { TicketRow } from '../../../electron/contract/model.ts';
import type { Stores } from '../../stores/stores.ts';

/** What a key or a menu means: the row with the keyboard before the open conversation. */
export const meantTickets = (stores: Stores): readonly TicketRow[] =>
  selected(stores) ?? only(rowWithKeyboard(stores) ?? openTicket(stores));

/** What the palette means: the open conversation before the row with the keyboard. */
export const ticketsOfPalette = (stores: Stores): readonly TicketRow[] =>
  selected(stores) ?? only(openTicket(stores) ?? rowWithKeyboard(stores));

function selected({ selection }: Stores): readonly TicketRow[] | null {
  const rows = [...selection.rows.peek().values()];
  return rows.length > 0 ? rows : null;
}

function rowWithKeyboard({ tickets, screen }: Stores): TicketRow | undefined {
  const inList = document.activeElement?.closest('.list') !== null;
  return inList ? tickets.row(screen.active.peek()) : undefined;
}

const openTicket = ({ thread }: Stores): TicketRow | undefined => thread.value.peek()?.ticket;
const only = (row: TicketRow | undefined): readonly TicketRow[] => (row === undefined ? [] : [row]);
