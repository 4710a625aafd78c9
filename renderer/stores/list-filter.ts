// What narrows and orders the list, as plain values, and what they ask of the program.
import type { Input, View } from '../../electron/contract/calls.ts';
import type { Priority, Status } from '../../electron/contract/model.ts';
import type { Sort } from '../../electron/contract/values.ts';

/** The views of the page: those of the program, and the tickets that the user has hidden here. */
export type ListView = View | 'hidden';

/** Several values of one group widen, several groups narrow. */
export type Narrowing = {
  readonly unread: boolean;
  readonly statuses: readonly Status[];
  readonly priorities: readonly Priority[];
  /** slugs */
  readonly departments: readonly string[];
  /** names */
  readonly services: readonly string[];
};

export const groups = ['statuses', 'priorities', 'departments', 'services'] as const;
export type Group = (typeof groups)[number];

export type Filter = {
  /** the only one whose tickets are shown; null: all */
  readonly account: string | null;
  readonly view: ListView;
  /** one that the view itself is about; it stands above the departments of `narrowing` */
  readonly department: string | null;
  readonly narrowing: Narrowing;
  readonly query: string;
  /** null: the usual order, which is the best match in a search and else the latest activity */
  readonly sort: Sort | null;
};

export const nothingNarrowed: Narrowing = {
  unread: false,
  statuses: [],
  priorities: [],
  departments: [],
  services: [],
};

/** What of the narrowing counts now: a view of one department has its department already. */
export function inForce({ narrowing, department, query }: Omit<Filter, 'sort' | 'view'>): Narrowing {
  return department !== null && query === '' ? { ...narrowing, departments: [] } : narrowing;
}

/** How many values narrow the list. */
export const countNarrowed = (narrowing: Narrowing): number =>
  groups.reduce((sum, group) => sum + narrowing[group].length, narrowing.unread ? 1 : 0);

/** With the value in the group, or without it if it was there. */
export function toggled(narrowing: Narrowing, group: Group, value: string): Narrowing {
  const values: readonly string[] = narrowing[group];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return { ...narrowing, [group]: next };
}

/** A search looks in every view, but stays within what narrows the list. */
export function questionOf(filter: Filter, offset: number, limit: number): Input<'tickets.list'> {
  const { account, view, department, query, sort } = filter;
  const { unread, statuses, priorities, departments, services } = inForce(filter);
  const searching = query !== '';
  return {
    ...(account === null ? {} : { accounts: [account] }),
    ...(searching || view === 'hidden' ? { view: 'all' } : { view }),
    ...(!searching && view === 'hidden' ? { hidden: true } : {}),
    ...(!searching && department !== null ? { department } : {}),
    ...(searching ? { query } : {}),
    ...(unread ? { unread } : {}),
    ...(statuses.length > 0 ? { statuses: [...statuses] } : {}),
    ...(priorities.length > 0 ? { priorities: [...priorities] } : {}),
    ...(departments.length > 0 ? { departments: [...departments] } : {}),
    ...(services.length > 0 ? { services: [...services] } : {}),
    ...(sort === null ? {} : { sort }),
    offset,
    limit,
  };
}
