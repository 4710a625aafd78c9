// The ticket list as a window over the program's: which list, what is searched, and the pages in sight.
// Holds only the pages that were asked for, so that ten thousand tickets cost no more than fifty.
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { limits } from '../../electron/contract/calls.ts';
import type { Failure } from '../../electron/contract/codes.ts';
import type { TicketRow } from '../../electron/contract/model.ts';
import type { Client } from '../../electron/contract/transport.ts';
import type { Sort } from '../../electron/contract/values.ts';
import { among, type Changes } from './changes.ts';
import type { Later } from './later.ts';
import { type Filter, type ListView, type Narrowing, nothingNarrowed, questionOf } from './list-filter.ts';
import type { SettingsStore } from './settings.ts';

export const pageSize = 100;
/** from the last letter to the question, milliseconds */
const searchDelay = 120;

export type TicketsStore = {
  readonly filter: ReadonlySignal<Filter>;
  /** null until the first answer for this filter */
  readonly total: ReadonlySignal<number | null>;
  readonly pages: ReadonlySignal<ReadonlyMap<number, readonly TicketRow[]>>;
  readonly problem: ReadonlySignal<Failure | null>;
  /** what the search box holds; the list follows a moment later */
  readonly search: ReadonlySignal<string>;
  show(view: ListView, department?: string | null): void;
  setSearch(text: string): void;
  /** Stays while views and searches change. */
  narrow(narrowing: Narrowing): void;
  /** null: the usual order. That of the views is kept; that of a search is its own, and ends with it. */
  sortBy(sort: Sort | null): void;
  /** Says which rows are in sight; missing ones are fetched. */
  want(first: number, last: number): void;
  row(index: number): TicketRow | undefined;
  /** Where a ticket stands now; null where the pages that are held have it not. */
  indexOf(id: string): number | null;
  /** A part of the list, also where it was not fetched yet; at most what one page of the contract holds. */
  slice(offset: number, limit: number): Promise<readonly TicketRow[] | Failure>;
  openByNumber(number: string): Promise<{ ticketId: string } | Failure>;
};

/**
 * @param account the only one whose tickets are shown; null: all
 * @param settings keep the order of the views
 */
export function createTickets(
  client: Client,
  changes: Changes,
  later: Later,
  account: ReadonlySignal<string | null>,
  settings: SettingsStore,
): TicketsStore {
  const view = signal<{ view: ListView; department: string | null }>({ view: 'needs-you', department: null });
  const search = signal('');
  const query = signal('');
  const narrowing = signal(nothingNarrowed);
  const sortOfSearch = signal<Sort | null>(null);
  const sortOfViews = computed(() => settings.value.value?.sort ?? 'activity');
  const filter = computed<Filter>(() => ({
    account: account.value,
    ...view.value,
    narrowing: narrowing.value,
    query: query.value,
    sort: query.value === '' ? unusual(sortOfViews.value) : sortOfSearch.value,
  }));
  const total = signal<number | null>(null);
  const pages = signal<ReadonlyMap<number, readonly TicketRow[]>>(new Map());
  const problem = signal<Failure | null>(null);
  let wanted = [0];
  let generation = 0;
  const asking = new Set<number>();
  let callOffSearch = () => {};

  const ask = (page: number) =>
    client.call('tickets.list', questionOf(filter.peek(), page * pageSize, pageSize));

  /** Fetches pages; `fresh` replaces everything held, otherwise they are added. */
  async function load(list: readonly number[], fresh: boolean): Promise<void> {
    if (fresh) {
      generation += 1;
      asking.clear();
    }
    const mine = generation;
    for (const page of list) asking.add(page);
    const answers = await Promise.all(list.map(ask));
    if (mine !== generation) return;
    for (const page of list) asking.delete(page);
    batch(() => {
      const next = new Map(fresh ? [] : pages.peek());
      problem.value = null;
      answers.forEach((answer, index) => {
        if (!answer.ok) {
          problem.value = answer;
          return;
        }
        next.set(list[index] ?? 0, answer.value.rows);
        total.value = answer.value.total;
      });
      if (problem.peek() === null || !fresh) pages.value = next;
    });
    if (problem.peek() === null) fill();
  }

  function fill(): void {
    const last = Math.max(0, Math.ceil((total.peek() ?? 1) / pageSize) - 1);
    const missing = wanted.filter((page) => page <= last && !pages.peek().has(page) && !asking.has(page));
    if (missing.length > 0) void load(missing, false);
  }

  function setQuery(text: string): void {
    batch(() => {
      query.value = text.slice(0, limits.query);
      if (text === '') sortOfSearch.value = null;
    });
  }

  let refreshing = false;
  let again = false;
  /** Asks again for what is in sight; changes that come meanwhile are one more question, not many. */
  async function refresh(): Promise<void> {
    if (refreshing) {
      again = true;
      return;
    }
    refreshing = true;
    do {
      again = false;
      await load(wanted, true);
    } while (again);
    refreshing = false;
  }

  effect(() => {
    void filter.value;
    wanted = [0];
    generation += 1;
    pages.value = new Map();
    total.value = null;
    void refresh();
  });
  changes.watch(among('tickets', 'outbox', 'session'), refresh);

  return {
    filter,
    total,
    pages,
    problem,
    search,
    show(next, department = null) {
      callOffSearch();
      batch(() => {
        view.value = { view: next, department };
        search.value = '';
        setQuery('');
      });
    },
    setSearch(text) {
      search.value = text;
      callOffSearch();
      const apply = () => setQuery(text.trim());
      if (text.trim() === '') apply();
      else callOffSearch = later(apply, searchDelay);
    },
    narrow(next) {
      narrowing.value = next;
    },
    sortBy(next) {
      if (query.peek() !== '') sortOfSearch.value = next;
      else void settings.set({ sort: next ?? 'activity' });
    },
    want(first, last) {
      const from = Math.max(0, Math.floor(first / pageSize));
      const to = Math.max(from, Math.floor(Math.max(0, last) / pageSize));
      wanted = Array.from({ length: to - from + 1 }, (_, index) => from + index);
      if (total.peek() !== null) fill();
    },
    row: (index) => pages.value.get(Math.floor(index / pageSize))?.[index % pageSize],
    indexOf(id) {
      for (const [page, rows] of pages.peek()) {
        const at = rows.findIndex((row) => row.id === id);
        if (at !== -1) return page * pageSize + at;
      }
      return null;
    },
    async slice(offset, limit) {
      const answer = await client.call('tickets.list', questionOf(filter.peek(), offset, limit));
      return answer.ok ? answer.value.rows : answer;
    },
    async openByNumber(number) {
      const answer = await client.call('tickets.openByNumber', {
        number,
        ...(account.peek() === null ? {} : { account: account.peek() ?? '' }),
      });
      return answer.ok ? answer.value : answer;
    },
  };
}

/** The usual order need not be asked for. */
const unusual = (sort: Sort): Sort | null => (sort === 'activity' ? null : sort);
