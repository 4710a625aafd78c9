// The list and its counts, with what the outbox adds: a reply that needs the user makes its ticket need the user, and
// the user's own marks put tickets on top or away.
import type { Input } from '../../contract/calls.ts';
import type { Counts, TicketRow } from '../../contract/model.ts';
import type { CacheStore, ListQuery, OutboxStore } from '../ports.ts';
import type { StoredTicket } from '../records.ts';
import { createFindMatch } from '../search/match.ts';
import { parseQuery } from '../search/parse-query.ts';
import { type Known, toListQuery } from '../search/to-list-query.ts';
import { type Marks, marksOf, putAway, toRow } from './rows.ts';

type ListInput = Input<'tickets.list'>;

type Of = { readonly id: string; readonly cache: CacheStore; readonly drafts: OutboxStore };

/**
 * The list that is asked for, to be read as it is or beside those of other accounts.
 * @param now epoch ms: what is snoozed depends on it
 */
export function openList({ id, cache, drafts }: Of, input: ListInput, now: number) {
  const marks = marksOf(drafts, now);
  const parsed = parseQuery(input.query ?? '');
  const asked = parsed ? toListQuery(parsed, knownOf(cache, marks)) : {};
  const query = together(filtersOf(input, marks, parsed !== null), asked);
  const find = parsed ? createFindMatch(cache, parsed) : null;
  const toRows = (tickets: readonly StoredTicket[]): TicketRow[] =>
    tickets.map((ticket) => ({ ...toRow(id, ticket, marks), ...(find ? { match: find(ticket) } : {}) }));

  return {
    window() {
      const { total, tickets } = cache.list(query);
      return { total, rows: toRows(tickets) };
    },
    total: () => cache.list({ ...query, offset: 0, limit: 0 }).total,
    /** the first rows of the whole list, by what they are sorted by */
    places: (limit: number) => cache.places({ ...query, offset: 0, limit }),
    rows: (refs: readonly number[]) => toRows(cache.at(refs)),
  };
}

const unreadOnly = { is: 'unread', not: false } as const;

/** What the page asks for beside the words. */
function filtersOf(input: ListInput, marks: Marks, searching: boolean): ListQuery {
  const { view, department, departments, statuses, priorities, services, sort, offset, limit } = input;
  const { hidden, snoozed } = putAway(marks);
  const asleep = view === 'needs-you' || view === 'waiting' ? snoozed : [];
  const seen = searching || input.hidden === true ? [] : hidden;
  const places = [...(department ? [department] : []), ...(departments ?? [])];
  const narrowing = [
    ...(view === 'drafts' ? [[...marks.drafts]] : []),
    ...(view === 'snoozed' ? [snoozed] : []),
    ...(input.hidden === true ? [hidden] : []),
  ];
  const [first, ...others] = narrowing;
  return {
    view: view === 'drafts' || view === 'snoozed' ? 'all' : view,
    offset,
    limit,
    ...(places.length > 0 ? { departments: places } : {}),
    ...(statuses?.length ? { statuses } : {}),
    ...(priorities?.length ? { priorities } : {}),
    ...(services?.length ? { services } : {}),
    ...(input.unread === true ? { conditions: [unreadOnly] } : {}),
    ...(sort ? { sort } : {}),
    ...(first ? { ids: others.reduce(common, first) } : {}),
    ...(view === 'needs-you' ? { alsoIds: [...marks.needsUser] } : {}),
    notIds: [...asleep, ...seen],
    firstIds: [...marks.own.values()].filter(({ pinned }) => pinned).map(({ ticketId }) => ticketId),
  };
}

/** Both must hold. */
function together(filters: ListQuery, asked: ReturnType<typeof toListQuery>): ListQuery {
  const both = <T extends string>(a: readonly T[] | undefined, b: readonly T[] | undefined) =>
    a && b ? common(a, b) : (a ?? b);
  const departments = both(filters.departments, asked.departments);
  const statuses = both(filters.statuses, asked.statuses);
  const priorities = both(filters.priorities, asked.priorities);
  const ids = both(filters.ids, asked.ids);
  return {
    ...filters,
    ...asked,
    ...(departments ? { departments } : {}),
    ...(statuses ? { statuses } : {}),
    ...(priorities ? { priorities } : {}),
    ...(ids ? { ids } : {}),
    conditions: [...(filters.conditions ?? []), ...(asked.conditions ?? [])],
    notIds: [...(filters.notIds ?? []), ...(asked.notIds ?? [])],
  };
}

function common<T extends string>(a: readonly T[], b: readonly T[]): T[] {
  const other = new Set(b);
  return a.filter((value) => other.has(value));
}

function knownOf(cache: CacheStore, marks: Marks): Known {
  const ids = (of: 'pinned' | 'muted' | 'hidden') =>
    new Set([...marks.own.values()].filter((mark) => mark[of]).map(({ ticketId }) => ticketId));
  return {
    departments: [...cache.departments(), ...cache.departmentsSeen()],
    marked: {
      pinned: ids('pinned'),
      muted: ids('muted'),
      hidden: ids('hidden'),
      snoozed: new Set(putAway(marks).snoozed),
      draft: marks.drafts,
    },
  };
}

/** The counts beside the views, of one account. @param now epoch ms */
export function countTickets({ id, cache, drafts }: Of, now: number): Counts {
  const marks = marksOf(drafts, now);
  const away = putAway(marks);
  const unsent = [...marks.unsent.values()].reduce((sum, count) => sum + count, 0);
  const hidden = new Set(away.hidden);
  const counts = cache.counts([...marks.needsUser], away);
  return {
    ...counts,
    unsent,
    drafts: [...marks.drafts].filter((ticketId) => !hidden.has(ticketId)).length,
    conversations: cache.countPresent(),
    unfetched: cache.countUnfetched(),
    accounts: [{ id, needsYou: counts.needsYou, unread: counts.unread }],
  };
}
