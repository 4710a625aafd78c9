// The list of tickets: draws the rows in sight, keeps the keyboard on one of them whatever scrolls or arrives.
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useStores, useText } from '../ui/context.ts';
import { moveActive, rangeInSight, rowHeight, scrollToRow } from '../ui/list-window.ts';
import { openTicket } from './actions.ts';
import { TicketOption } from './ticket-option.tsx';

export function TicketList() {
  const stores = useStores();
  const text = useText();
  const { tickets, screen } = stores;
  const box = useRef<HTMLDivElement>(null);
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

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
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

  function onClick(event: MouseEvent): void {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    const index = Number(option?.getAttribute('aria-posinset') ?? 0) - 1;
    const row = index < 0 ? undefined : tickets.row(index);
    if (row === undefined) return;
    screen.setActive(index);
    openTicket(stores, row.id);
  }

  const rows = [];
  if (total > 0 && active < range.first) rows.push(active);
  for (let index = range.first; index <= range.last; index += 1) rows.push(index);
  if (total > 0 && active > range.last) rows.push(active);

  return (
    <div
      ref={box}
      class="list"
      role="listbox"
      aria-label={text.tickets}
      tabIndex={-1}
      onScroll={measure}
      onKeyDown={onKeyDown}
      onClick={onClick}
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

/** Keeps the keyboard and the eye on the same ticket when rows come and go above it. */
function useFollow(box: HTMLElement | null, active: number): void {
  const { tickets, screen } = useStores();
  const pages = tickets.pages.value;
  const seen = useRef<{ pages: unknown; filter: unknown; active: string | null; top: string | null }>(null);
  const topIndex = Math.floor((box?.scrollTop ?? 0) / rowHeight);

  useLayoutEffect(() => {
    const before = seen.current;
    if (before !== null && before.pages !== pages && before.filter === tickets.filter.peek()) {
      const moved = before.active === null ? null : indexOf(pages, before.active);
      if (moved !== null && moved !== active) {
        const hadFocus = box?.contains(document.activeElement) ?? false;
        screen.setActive(moved);
        if (hadFocus && box !== null) {
          requestAnimationFrame(() => focusOption(box, moved));
        }
      }
      const top = before.top === null ? null : indexOf(pages, before.top);
      if (box !== null && box.scrollTop > 0 && top !== null && top !== topIndex) {
        box.scrollTop += (top - topIndex) * rowHeight;
      }
    }
    seen.current = {
      pages,
      filter: tickets.filter.peek(),
      active: tickets.row(active)?.id ?? before?.active ?? null,
      top: tickets.row(topIndex)?.id ?? null,
    };
  });
}

function indexOf(pages: ReadonlyMap<number, readonly { readonly id: string }[]>, id: string): number | null {
  for (const [page, rows] of pages) {
    const at = rows.findIndex((row) => row.id === id);
    if (at !== -1) return page * 100 + at;
  }
  return null;
}

const optionAt = (box: HTMLElement, index: number) =>
  box.querySelector<HTMLElement>(`[aria-posinset="${index + 1}"]`);

const focusOption = (box: HTMLElement, index: number) => optionAt(box, index)?.focus({ preventScroll: true });
