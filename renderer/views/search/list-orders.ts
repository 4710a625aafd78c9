// The orders that the list can have now, for the menu of the list and for the palette.
import { type Sort, sorts } from '../../../electron/contract/values.ts';
import type { Stores } from '../../stores/stores.ts';

export type Order = {
  readonly name: Sort | 'match';
  readonly chosen: boolean;
  choose(): void;
};

/** The best match comes first, in a search alone. */
export function ordersNow({ tickets }: Pick<Stores, 'tickets'>): Order[] {
  const { sort, query } = tickets.filter.value;
  const usual = query === '' ? 'activity' : 'match';
  const names = query === '' ? sorts : (['match', ...sorts] as const);
  return names.map((name) => ({
    name,
    chosen: name === (sort ?? usual),
    choose: () => tickets.sortBy(name === usual || name === 'match' ? null : name),
  }));
}
