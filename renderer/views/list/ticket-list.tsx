// The list of tickets: draws the rows in sight, keeps the keyboard on one of them whatever scrolls or arrives.
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { TicketRow } from '../../../electron/contract/model.ts';
import { useStores, useText } from '../../ui/context.ts';
import { moveActive, rangeInSight, rowHeight, scrollToRow } from '../../ui/list-window.ts';
import { spotAt } from '../../ui/popover.ts';
import { openTicket } from '../commands/actions.ts';
import { spotForMenu } from '../commands/menu-spot.ts';
import { TicketOption } from './ticket-option.tsx';
import { focusOption, optionAt, useFollow } from './use-follow.ts';
import { useSelecting } from './use-selecting.ts';

export function TicketList() {
  const stores = useStores();
  const text = useText();
  const { tickets, screen } = stores;
  const box = useRef<HTMLDivElement>(null);
  const pressed = useRef<string | null>(null);
  const scrolled = useSignal({ top: 0, height: 800 });
  const total = tickets.total.value ?? 0;
  const active = Math.min(screen.active.value, Math.max(0, total - 1));
  const range = useComputed(() => {
    const count = tickets.total.value ?? 0;
    return rangeInSight(scrolled.value.top, scrolled.value.height, count);
  }).value;

  const measure = () => {
    if (box.current !== null) {
      scrolled.value = { top: box.current.scrollTop, height: box.current.clientHeight };
    }
  };

  useLayoutEffect(() => {
    const observer = new ResizeObserver(measure);
    if (box.current !== null) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    box.current?.scrollTo({ top: 0 });
    measure();
  }, [tickets.filter.value]);
  useLayoutEffect(() => tickets.want(range.first, range.last), [range.first, range.last, total]);
  useFollow(box.current, active);
  const wished = screen.wish.value?.place === 'list';
  useEffect(() => {
    if (wished && total > 0 && screen.grantFocus('list')) moveTo(active);
  });

  function moveTo(index: number): void {
    screen.setActive(index);
    const element = box.current;
    if (element === null) return;
    element.scrollTop = scrollToRow(index, element.scrollTop, element.clientHeight);
    measure();
    if (optionAt(element, index) === null) requestAnimationFrame(() => focusOption(element, index));
    else focusOption(element, index);
  }

  const select = useSelecting(active, moveTo);

  function open(index: number, row: TicketRow): void {
    screen.setActive(index);
    openTicket(stores, row.id);
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
    const next = moveActive(event.key, active, total, scrolled.value.height);
    if (next === null) return;
    event.preventDefault();
    moveTo(next);
  }

  /** The ticket that the button went down on is meant, also where the list has moved until it comes up. */
  function onClick(event: MouseEvent): void {
    const id = pressed.current;
    pressed.current = null;
    const index = id === null ? indexAt(event.target) : tickets.indexOf(id);
    const row = index === null ? undefined : tickets.row(index);
    if (index === null || row === undefined) return;
    if (!select.onClick(event, index)) open(index, row);
  }

  function onContextMenu(event: MouseEvent): void {
    const index = indexAt(event.target);
    const row = index === null ? undefined : tickets.row(index);
    event.preventDefault();
    if (index === null || row === undefined) return;
    screen.setActive(index);
    const selected = stores.selection.rows.peek();
    const rows = selected.has(row.id) ? [...selected.values()] : [row];
    const byKey = event.button !== 2;
    const at = byKey ? spotForMenu() : spotAt(event.clientX, event.clientY);
    screen.showMenu({ rows, at, first: null });
  }

  const rows = [];
  if (total > 0 && active < range.first) rows.push(active);
  for (let index = range.first; index <= range.last; index += 1) rows.push(index);
  if (total > 0 && active > range.last) rows.push(active);

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
      onPointerDown={(event) => {
        pressed.current = tickets.row(indexAt(event.target) ?? -1)?.id ?? null;
      }}
      onClick={onClick}
      onContextMenu={onContextMenu}
      onFocusIn={(event) => screen.setActive(indexAt(event.target) ?? active)}
    >
      <div class="list-all" role="presentation" style={{ height: `${total * rowHeight}px` }}>
        {rows.map((index) => (
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

const indexAt = (target: EventTarget | null): number | null => {
  const option = target instanceof Element ? target.closest('[role=option]') : null;
  return option === null ? null : Number(option.getAttribute('aria-posinset')) - 1;
};
