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

/** What the button went down on: that is meant, also where the list has moved until something comes of it. */
type Press = { readonly id: string; readonly onBox: boolean };

type Meant = { readonly index: number; readonly row: TicketRow; readonly onBox: boolean };

/** @param selects takes a click that is meant for selecting, and answers whether it was */
export function usePointer(selects: (event: MouseEvent, index: number, onBox: boolean) => boolean): Pointer {
  const stores = useStores();
  const { tickets, screen, selection } = stores;
  const pressed = useRef<Press | null>(null);

  function pressAt(target: EventTarget | null): Press | null {
    const index = indexAt(target);
    const row = index === null ? undefined : tickets.row(index);
    if (row === undefined) return null;
    return { id: row.id, onBox: target instanceof Element && target.closest('.tick') !== null };
  }

  /** One press is one click or one menu; what comes without one, as from a key, is meant for where it happens. */
  function take(event: MouseEvent, byButton: boolean): Meant | null {
    const press = (byButton ? pressed.current : null) ?? pressAt(event.target);
    pressed.current = null;
    const index = press === null ? null : tickets.indexOf(press.id);
    const row = index === null ? undefined : tickets.row(index);
    return press === null || index === null || row === undefined ? null : { index, row, onBox: press.onBox };
  }

  return {
    onPointerDown(event) {
      pressed.current = pressAt(event.target);
    },
    onClick(event) {
      const meant = take(event, true);
      if (meant === null || selects(event, meant.index, meant.onBox)) return;
      screen.setActive(meant.index);
      openTicket(stores, meant.row.id);
    },
    onContextMenu(event) {
      event.preventDefault();
      const byKey = event.button !== 2;
      const meant = take(event, !byKey);
      if (meant === null) return;
      const { index, row } = meant;
      screen.setActive(index);
      const selected = selection.rows.peek();
      const rows = selected.has(row.id) ? [...selected.values()] : [row];
      const at = byKey ? spotForMenu() : spotAt(event.clientX, event.clientY);
      screen.showMenu({ rows, at, first: null });
    },
  };
}
