// The tickets that the user has selected to do something with all of them: by hand, as a range, or all that is listed.
// Ends when another list is shown.
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { limits } from '../../electron/contract/calls.ts';
import type { TicketRow } from '../../electron/contract/model.ts';
import type { TicketsStore } from './tickets.ts';

type Rows = ReadonlyMap<string, TicketRow>;

/** What became of selecting: everything that was meant, only as many as can be, or nothing. */
export type Selected = 'all' | 'cut' | 'failed';

export type SelectionStore = {
  /** in the order they were selected, as the list last showed them */
  readonly rows: ReadonlySignal<Rows>;
  /** with how many of them HostUp is busy now */
  readonly working: ReadonlySignal<number>;
  /** Selects the row at this place, or leaves it out again; ranges start from here. */
  toggle(index: number): Selected;
  /** Selects from where the range starts up to this place; `from` starts one where there is none. */
  extend(index: number, from: number): Promise<Selected>;
  all(): Promise<Selected>;
  /** Leaves only these selected. */
  keep(ids: readonly string[]): void;
  work(count: number): void;
  end(): void;
};

export const mostSelected = limits.selection;
const nobody: Rows = new Map();

export function createSelection(tickets: TicketsStore): SelectionStore {
  const rows = signal<Rows>(nobody);
  const working = signal(0);
  /** the ticket where a range starts, which others may move; where it stood; and what was selected besides it */
  let range: { readonly id: string | null; readonly index: number; readonly besides: Rows } | null = null;

  function end(): void {
    range = null;
    if (rows.peek().size > 0) rows.value = nobody;
  }

  effect(() => {
    void tickets.filter.value;
    end();
  });

  effect(() => {
    const listed = [...tickets.pages.value.values()].flat().map((row) => [row.id, row] as const);
    const selected = rows.peek();
    if (selected.size === 0) return;
    const newer = listed.filter(([id, row]) => selected.has(id) && selected.get(id) !== row);
    if (newer.length > 0) rows.value = new Map([...selected, ...newer]);
  });

  function put(next: readonly TicketRow[], besides: Rows): Selected {
    const all = new Map([...besides, ...next.map((row) => [row.id, row] as const)]);
    rows.value = new Map([...all].slice(0, mostSelected));
    return all.size > mostSelected ? 'cut' : 'all';
  }

  const rangeFrom = (index: number, besides: Rows) => ({
    id: tickets.row(index)?.id ?? null,
    index,
    besides,
  });

  /** The rows of these places, without asking where they are all held. */
  function rowsOf(first: number, count: number): readonly TicketRow[] | ReturnType<TicketsStore['slice']> {
    const held = Array.from({ length: count }, (_, at) => tickets.row(first + at));
    return held.every((row) => row !== undefined) ? held : tickets.slice(first, count);
  }

  async function select(first: number, count: number, besides: Rows): Promise<Selected> {
    const filter = tickets.filter.peek();
    const found = rowsOf(first, count);
    const list = found instanceof Promise ? await found : found;
    if (!Array.isArray(list) || tickets.filter.peek() !== filter) return 'failed';
    return put(list, besides);
  }

  return {
    rows,
    working,
    toggle(index) {
      const row = tickets.row(index);
      if (row === undefined) return 'failed';
      const next = new Map(rows.peek());
      if (!next.delete(row.id)) next.set(row.id, row);
      if (next.size > mostSelected) return 'cut';
      rows.value = next;
      range = rangeFrom(index, next);
      return 'all';
    },
    async extend(index, from) {
      range ??= rangeFrom(from, rows.peek());
      const { id, besides } = range;
      const start = (id === null ? null : tickets.indexOf(id)) ?? range.index;
      const count = Math.abs(index - start) + 1;
      const within = Math.min(count, mostSelected);
      const done = await select(index < start ? start - within + 1 : start, within, besides);
      return done === 'all' && count > within ? 'cut' : done;
    },
    async all() {
      const total = tickets.total.peek() ?? 0;
      if (total === 0) return 'failed';
      range = null;
      const done = await select(0, Math.min(total, mostSelected), nobody);
      return done === 'all' && total > mostSelected ? 'cut' : done;
    },
    keep(ids) {
      range = null;
      rows.value = new Map([...rows.peek()].filter(([id]) => ids.includes(id)));
    },
    work(count) {
      working.value = count;
    },
    end,
  };
}
