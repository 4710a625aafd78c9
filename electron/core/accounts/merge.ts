// A window of several sorted lists shown as one, without reading them: where the window begins in each is found by
// comparing single places, and only the window itself is read. Pure.

/** What a row is sorted by, first things first, each ascending; of equal ones the earlier list comes first. */
export type SortKey = readonly number[];

export type SortedList = {
  readonly total: number;
  /** keys of the rows from `offset` on, at most `limit` */
  keys(offset: number, limit: number): readonly SortKey[];
};

export type Piece = { readonly offset: number; readonly limit: number };
export type Window = {
  /** what to read of each list */
  readonly pieces: readonly Piece[];
  /** from which list each row of the window comes; in each list's own order */
  readonly order: readonly number[];
};

export function windowOf(lists: readonly SortedList[], offset: number, limit: number): Window {
  const starts = startsOf(lists, offset);
  const keys = lists.map((list, index) => list.keys(starts[index] ?? 0, limit));
  const taken = lists.map(() => 0);
  const order: number[] = [];
  while (order.length < limit) {
    const next = smallest(keys.map((own, index) => own[taken[index] ?? 0]));
    if (next < 0) break;
    taken[next] = (taken[next] ?? 0) + 1;
    order.push(next);
  }
  return {
    order,
    pieces: lists.map((_, index) => ({ offset: starts[index] ?? 0, limit: taken[index] ?? 0 })),
  };
}

/**
 * How many of each list come before `offset`. Each round looks at one place per list, so far ahead that the list whose
 * place holds the smallest key has all rows up to there before `offset`, however the others go on.
 */
function startsOf(lists: readonly SortedList[], offset: number): number[] {
  const starts = lists.map(() => 0);
  let left = Math.min(
    offset,
    lists.reduce((sum, { total }) => sum + total, 0),
  );
  while (left > 0) {
    const rest = lists.map(({ total }, index) => total - (starts[index] ?? 0));
    const open = rest.filter((count) => count > 0).length;
    const ahead = Math.max(1, Math.floor(left / open));
    const steps = rest.map((count) => Math.min(ahead, count));
    const places = lists.map((list, index) => {
      const step = steps[index] ?? 0;
      return step > 0 ? list.keys((starts[index] ?? 0) + step - 1, 1)[0] : undefined;
    });
    const first = smallest(places);
    const step = steps[first];
    // the list became shorter meanwhile
    if (step === undefined) break;
    starts[first] = (starts[first] ?? 0) + step;
    left -= step;
  }
  return starts;
}

/** Which of these is first; -1: there is none. */
function smallest(keys: readonly (SortKey | undefined)[]): number {
  let found = -1;
  let least: SortKey | undefined;
  for (const [index, key] of keys.entries()) {
    if (!key || (least && compare(key, least) >= 0)) continue;
    found = index;
    least = key;
  }
  return found;
}

function compare(a: SortKey, b: SortKey): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}
