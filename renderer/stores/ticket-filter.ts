// Which list of tickets is shown: the view, what narrows it, what is searched for, and in what order.
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { limits } from '../../electron/contract/calls.ts';
import type { Sort } from '../../electron/contract/values.ts';
import type { Later } from './later.ts';
import { type Filter, type ListView, type Narrowing, nothingNarrowed } from './list-filter.ts';
import type { SettingsStore } from './settings.ts';

/** from the last letter to the question, milliseconds */
const searchDelay = 120;

export type TicketFilter = {
  readonly filter: ReadonlySignal<Filter>;
  /** what the search box holds; the list follows a moment later */
  readonly search: ReadonlySignal<string>;
  show(view: ListView, department?: string | null): void;
  setSearch(text: string): void;
  /** Stays while views and searches change. */
  narrow(narrowing: Narrowing): void;
  /** null: the usual order. That of the views is kept; that of a search is its own, and ends with it. */
  sortBy(sort: Sort | null): void;
};

/**
 * @param account the only one whose tickets are shown; null: all
 * @param settings keep the order of the views
 */
export function createTicketFilter(
  later: Later,
  account: ReadonlySignal<string | null>,
  settings: SettingsStore,
): TicketFilter {
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
  let callOffSearch = () => {};

  function setQuery(text: string): void {
    batch(() => {
      query.value = text.slice(0, limits.query);
      if (text === '') sortOfSearch.value = null;
    });
  }

  return {
    filter,
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
  };
}

/** The usual order need not be asked for. */
const unusual = (sort: Sort): Sort | null => (sort === 'activity' ? null : sort);
