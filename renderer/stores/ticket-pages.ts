// The rows of one list as a window over the program's. Holds only the pages that were asked for, so that ten thousand
// tickets cost no more than fifty.
import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../electron/contract/codes.ts';
import type { TicketRow } from '../../electron/contract/model.ts';
import type { Client } from '../../electron/contract/transport.ts';
import { among, type Changes } from './changes.ts';
import { type Filter, questionOf } from './list-filter.ts';
import { oneAtATime } from './one-at-a-time.ts';

const pageSize = 100;

type Pages = ReadonlyMap<number, readonly TicketRow[]>;

export type TicketPages = {
  /** null until the first answer for this filter */
  readonly total: ReadonlySignal<number | null>;
  readonly pages: ReadonlySignal<Pages>;
  readonly problem: ReadonlySignal<Failure | null>;
  /** how many words of the search are too many, and not looked for */
  readonly leftOut: ReadonlySignal<number>;
  /** Says which rows are in sight; missing ones are fetched. */
  want(first: number, last: number): void;
  row(index: number): TicketRow | undefined;
  /** Where a ticket stands now; null where the pages that are held have it not. */
  indexOf(id: string): number | null;
  /** A part of the list, also where it was not fetched yet; at most what one page of the contract holds. */
  slice(offset: number, limit: number): Promise<readonly TicketRow[] | Failure>;
};

/** Begins anew with each filter, and asks again for what is in sight when the program tells of changes. */
export function createTicketPages(
  client: Client,
  changes: Changes,
  filter: ReadonlySignal<Filter>,
): TicketPages {
  const total = signal<number | null>(null);
  const pages = signal<Pages>(new Map());
  const problem = signal<Failure | null>(null);
  const leftOut = signal(0);
  let wanted = [0];
  let generation = 0;
  const asking = new Set<number>();

  const ask = (offset: number, limit: number) =>
    client.call('tickets.list', questionOf(filter.peek(), offset, limit));

  /** Fetches pages; `fresh` replaces everything held, otherwise they are added. */
  async function load(list: readonly number[], fresh: boolean): Promise<void> {
    if (fresh) {
      generation += 1;
      asking.clear();
    }
    const mine = generation;
    for (const page of list) asking.add(page);
    const answers = await Promise.all(list.map((page) => ask(page * pageSize, pageSize)));
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
        leftOut.value = answer.value.leftOut ?? 0;
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

  const refresh = oneAtATime(() => load(wanted, true));
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
    total,
    pages,
    problem,
    leftOut,
    want(first, last) {
      wanted = pagesOf(first, last);
      if (total.peek() !== null) fill();
    },
    row: (index) => pages.value.get(Math.floor(index / pageSize))?.[index % pageSize],
    indexOf: (id) => indexIn(pages.peek(), id),
    async slice(offset, limit) {
      const answer = await ask(offset, limit);
      return answer.ok ? answer.value.rows : answer;
    },
  };
}

/** The pages that hold these rows. */
function pagesOf(first: number, last: number): number[] {
  const from = Math.max(0, Math.floor(first / pageSize));
  const to = Math.max(from, Math.floor(Math.max(0, last) / pageSize));
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function indexIn(pages: Pages, id: string): number | null {
  for (const [page, rows] of pages) {
    const at = rows.findIndex((row) => row.id === id);
    if (at !== -1) return page * pageSize + at;
  }
  return null;
}
