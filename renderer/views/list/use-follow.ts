// Keeps the keyboard and the eye on the same ticket while rows come and go.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useStores } from '../../ui/context.ts';
import { rowHeight } from '../../ui/list-window.ts';
import { focusOption } from '../../ui/options.ts';

/** @param box the list that scrolls @param active the row that has the keyboard */
export function useFollow(box: HTMLElement | null, active: number): void {
  const { tickets, screen } = useStores();
  const pages = tickets.pages.value;
  const seen = useRef<{ pages: unknown; filter: unknown; active: string | null; top: string | null }>(null);
  const topIndex = Math.floor((box?.scrollTop ?? 0) / rowHeight);

  useLayoutEffect(() => {
    const before = seen.current;
    if (before !== null && before.pages !== pages && before.filter === tickets.filter.peek()) {
      const moved = before.active === null ? null : tickets.indexOf(before.active);
      if (moved !== null && moved !== active) {
        const hadFocus = box?.contains(document.activeElement) ?? false;
        screen.setActive(moved);
        if (hadFocus && box !== null) {
          requestAnimationFrame(() => focusOption(box, moved));
        }
      }
      const top = before.top === null ? null : tickets.indexOf(before.top);
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
