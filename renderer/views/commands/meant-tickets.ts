// The tickets that a key means: what is selected, else the row with the keyboard, else the open conversation.
import type { TicketRow } from '../../../electron/contract/model.ts';
import type { Stores } from '../../stores/stores.ts';

export function meantTickets(stores: Stores): readonly TicketRow[] {
  const selected = [...stores.selection.rows.peek().values()];
  if (selected.length > 0) return selected;
  const inList = document.activeElement?.closest('.list') !== null;
  const row = inList ? stores.tickets.row(stores.screen.active.peek()) : undefined;
  const open = stores.thread.value.peek();
  return row !== undefined ? [row] : open === null ? [] : [open.ticket];
}
