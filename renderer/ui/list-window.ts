// The arithmetic of a list that draws only the rows in sight. All numbers are rows or pixels.
export const rowHeight = 80;
const overscan = 6;

export type Range = { readonly first: number; readonly last: number };

/** The rows to draw: those in sight and a few around them. */
export function rangeInSight(top: number, height: number, total: number): Range {
  const first = Math.max(0, Math.floor(top / rowHeight) - overscan);
  const last = Math.min(total - 1, Math.ceil((top + height) / rowHeight) + overscan);
  return { first: Math.min(first, Math.max(0, total - 1)), last };
}

/** Where the keyboard goes from a row; null for keys that do not move it. */
export function moveActive(key: string, active: number, total: number, height: number): number | null {
  const page = Math.max(1, Math.floor(height / rowHeight) - 1);
  const to: Record<string, number> = {
    ArrowDown: active + 1,
    j: active + 1,
    ArrowUp: active - 1,
    k: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: total - 1,
  };
  const next = to[key];
  return next === undefined || total === 0 ? null : Math.min(total - 1, Math.max(0, next));
}

/** How far to scroll so that a row is wholly in sight; the present position if it is. */
export function scrollToRow(index: number, top: number, height: number): number {
  const rowTop = index * rowHeight;
  if (rowTop < top) return rowTop;
  if (rowTop + rowHeight > top + height) return rowTop + rowHeight - height;
  return top;
}
