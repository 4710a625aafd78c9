// The pointer on the rows of the list: it opens one, selects, or opens the menu of one.
import { useRef } from 'preact/hooks';
import type { TicketRow } from '../../../electron/contract/model.ts';
import { useStores } from '../../ui/context.ts';
import { indexAt } from '../../ui/options.ts';
import { spotAt } from '../../ui/popover.ts';
import { openTicket } from '../commands/go.ts';
import { spotForMenu } from '../commands/menu-spot.ts';

type Pointer = {
  onPointerDown(event: MouseEvent): void;
  onClick(event: MouseEvent): void;
  onContextMenu(event: MouseEvent): void;
};

/** @param selects takes a click that is meant for selecting, and answers whether it was */
export function usePointer(selects: (event: MouseEvent, index: number) => boolean): Pointer {
  const stores = useStores();
  const { tickets, screen, selection } = stores;
  /** the ticket that the button went down on: it is meant, also where the list has moved until the button comes up */
  const pressed = useRef<string | null>(null);

  function rowAt(index: number | null): { index: number; row: TicketRow } | null {
    const row = index === null ? undefined : tickets.row(index);
    return index === null || row === undefined ? null : { index, row };
  }

  return {
    onPointerDown(event) {
      pressed.current = rowAt(indexAt(event.target))?.row.id ?? null;
    },
    onClick(event) {
      const id = pressed.current;
      pressed.current = null;
      const meant = rowAt(id === null ? indexAt(event.target) : tickets.indexOf(id));
      if (meant === null || selects(event, meant.index)) return;
      screen.setActive(meant.index);
      openTicket(stores, meant.row.id);
    },
    onContextMenu(event) {
      event.preventDefault();
      const meant = rowAt(indexAt(event.target));
      if (meant === null) return;
      const { index, row } = meant;
      screen.setActive(index);
      const selected = selection.rows.peek();
      const rows = selected.has(row.id) ? [...selected.values()] : [row];
      const byKey = event.button !== 2;
      const at = byKey ? spotForMenu() : spotAt(event.clientX, event.clientY);
      screen.showMenu({ rows, at, first: null });
    },
  };
}
