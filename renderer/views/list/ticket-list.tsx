// The list of tickets: draws the rows in sight, keeps the keyboard on one of them whatever scrolls or arrives.
import { useEffect } from 'preact/hooks';
import { useStores, useText } from '../../ui/context.ts';
import { moveActive, type Range, rowHeight } from '../../ui/list-window.ts';
import { indexAt } from '../../ui/options.ts';
import { openTicket } from '../commands/go.ts';
import { TicketOption } from './ticket-option.tsx';
import { useFollow } from './use-follow.ts';
import { useListWindow } from './use-list-window.ts';
import { usePointer } from './use-pointer.ts';
import { useSelecting } from './use-selecting.ts';

export function TicketList() {
  const stores = useStores();
  const text = useText();
  const { tickets, screen } = stores;
  const { box, total, range, height, measure, focusRow } = useListWindow();
  const active = Math.min(screen.active.value, Math.max(0, total - 1));
  useFollow(box.current, active);
  const wished = screen.wish.value?.place === 'list';
  useEffect(() => {
    if (wished && total > 0 && screen.grantFocus('list')) moveTo(active);
  });
  const select = useSelecting(active, moveTo);
  const pointer = usePointer(select.onClick);

  function moveTo(index: number): void {
    screen.setActive(index);
    focusRow(index);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (select.onKeyDown(event)) event.preventDefault();
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      const row = tickets.row(active);
      if (row === undefined) return;
      openTicket(stores, row.id);
      screen.wishFocus('conversation');
      return;
    }
    const next = moveActive(event.key, active, total, height());
    if (next === null) return;
    event.preventDefault();
    moveTo(next);
  }

  return (
    <div
      ref={box}
      class={stores.selection.rows.value.size > 0 ? 'list selecting' : 'list'}
      role="listbox"
      aria-multiselectable="true"
      aria-label={text.tickets}
      tabIndex={-1}
      onScroll={measure}
      onKeyDown={onKeyDown}
      onFocusIn={(event) => screen.setActive(indexAt(event.target) ?? active)}
      {...pointer}
    >
      <div class="list-all" role="presentation" style={{ height: `${total * rowHeight}px` }}>
        {rowsToDraw(range, active, total).map((index) => (
          <TicketOption
            key={index}
            index={index}
            total={total}
            row={tickets.row(index)}
            active={index === active}
          />
        ))}
      </div>
    </div>
  );
}

/**
 * Those in sight, and the one with the keyboard wherever it is. An element is of a place, not of a ticket: one that is
 * moved or taken out would lose the keyboard.
 */
function rowsToDraw({ first, last }: Range, active: number, total: number): number[] {
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  if (total > 0 && active < first) rows.unshift(active);
  if (total > 0 && active > last) rows.push(active);
  return rows;
}
