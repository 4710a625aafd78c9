// Sorted and filtered views of the tickets, computed again only after a change, and pages found by binary search.
import type { TicketRecord } from './record.ts';
import type { DemoOrder } from './types.ts';
import type { World } from './world.ts';

/** The place of a ticket in the order: ascending `key`, then ascending id. */
export interface Place {
  key: number;
  id: string;
}

export interface Filter {
  status: string | null;
  departmentSlug: string | null;
}

export interface Listing {
  /** The tickets that follow `after` (or the first ones); one more than `limit` tells that there are more. */
  page: (filter: Filter, after: Place | null, limit: number) => TicketRecord[];
  placeOf: (record: TicketRecord) => Place;
}

const keys: Record<DemoOrder, (record: TicketRecord) => number> = {
  recent: (record) => -record.changedAt,
  oldest: (record) => record.changedAt,
  number: (record) => -(Number(record.number) || 0),
  shuffled: (record) => record.rank,
};

/** @param order of every list it answers */
export function createListing(world: World, order: DemoOrder): Listing {
  const placeOf = (record: TicketRecord): Place => ({ key: keys[order](record), id: record.id });
  let seen = -1;
  let sorted: TicketRecord[] = [];
  const filtered = new Map<string, TicketRecord[]>();

  const refresh = (): void => {
    if (seen === world.revision()) return;
    const present = new Set(world.records());
    // Keeping the old order makes the sort of an almost sorted list cheap.
    const kept = sorted.filter((record) => present.delete(record));
    sorted = [...kept, ...present].sort((a, b) => compare(placeOf(a), placeOf(b)));
    filtered.clear();
    seen = world.revision();
  };

  const rows = (filter: Filter): TicketRecord[] => {
    refresh();
    const name = `${filter.status ?? ''} ${filter.departmentSlug ?? ''}`;
    const known = filtered.get(name);
    if (known) return known;
    const chosen = sorted.filter((record) => matches(record, filter));
    filtered.set(name, chosen);
    return chosen;
  };

  return {
    placeOf,
    page(filter, after, limit) {
      const all = rows(filter);
      const start = after ? firstAfter(all, after, placeOf) : 0;
      return all.slice(start, start + limit);
    },
  };
}

function matches(record: TicketRecord, filter: Filter): boolean {
  if (filter.status !== null && record.status !== filter.status) return false;
  return filter.departmentSlug === null || record.departmentSlug === filter.departmentSlug;
}

function compare(a: Place, b: Place): number {
  if (a.key !== b.key) return a.key - b.key;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

function firstAfter(rows: TicketRecord[], after: Place, placeOf: (record: TicketRecord) => Place): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row && compare(placeOf(row), after) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
