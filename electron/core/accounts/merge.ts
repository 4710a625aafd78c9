// A window of several sorted lists shown as one. Only what the lists are sorted by is read up to the window. Pure.

/** A place in a list: which row, and what it is sorted by, first things first, each ascending. */
export type Place = { readonly ref: number; readonly key: readonly number[] };

/**
 * Which rows are in the window, and of which list; of equal ones those of the earlier list come first.
 * @param lists each sorted, and at least as long as the window reaches, or whole
 */
export function windowOf(
  lists: readonly (readonly Place[])[],
  offset: number,
  limit: number,
): { readonly list: number; readonly ref: number }[] {
  const next = lists.map(() => 0);
  const found: { list: number; ref: number }[] = [];
  for (let passed = 0; found.length < limit; passed += 1) {
    let first = -1;
    let least: Place | undefined;
    for (let list = 0; list < lists.length; list += 1) {
      const place = lists[list]?.[next[list] ?? 0];
      if (!place || (least && !isBefore(place.key, least.key))) continue;
      first = list;
      least = place;
    }
    if (!least) break;
    next[first] = (next[first] ?? 0) + 1;
    if (passed >= offset) found.push({ list: first, ref: least.ref });
  }
  return found;
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  for (let index = 0; index < a.length; index += 1) {
    const [one, other] = [a[index] ?? 0, b[index] ?? 0];
    if (one !== other) return one < other;
  }
  return false;
}
