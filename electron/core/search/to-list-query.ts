// From what a user asked for to what the store is asked. Marks live in the outbox, so they become ids here.
import type { ListQuery } from '../ports.ts';
import type { Condition, StoredDepartment } from '../records.ts';
import { composed, fold } from './fold.ts';
import type { State } from './operators.ts';
import type { ParsedQuery } from './parse-query.ts';

type Own = 'pinned' | 'muted' | 'snoozed' | 'hidden' | 'draft';

export type Known = {
  readonly departments: readonly Pick<StoredDepartment, 'slug' | 'name'>[];
  /** ids of the tickets that the user has marked so, or has a draft for */
  readonly marked: Readonly<Record<Own, ReadonlySet<string>>>;
};

type Part = Pick<
  ListQuery,
  | 'search'
  | 'senders'
  | 'conditions'
  | 'departments'
  | 'statuses'
  | 'priorities'
  | 'before'
  | 'after'
  | 'ids'
  | 'notIds'
>;

const isOwn = (state: State): state is Own =>
  !['open', 'closed', 'unread', 'encrypted', 'gone'].includes(state);

/** @param known what the marks and departments of this account are */
export function toListQuery(parsed: ParsedQuery, known: Known): Part {
  const { terms, without, services, people, senders, states, statuses, priorities, number } = parsed;
  const words = terms.length + without.length + services.length + people.length > 0;
  const conditions: Condition[] = states.flatMap(({ is, not }) => (isOwn(is) ? [] : [{ is, not }]));
  return {
    ...(words ? { search: { terms, without, services, people, senders, number } } : {}),
    ...(senders.length > 0 && terms.length === 0 ? { senders } : {}),
    ...(conditions.length > 0 ? { conditions } : {}),
    ...(parsed.departments.length > 0 ? { departments: slugs(parsed.departments, known) } : {}),
    ...(statuses.length > 0 ? { statuses } : {}),
    ...(priorities.length > 0 ? { priorities } : {}),
    ...(parsed.before === null ? {} : { before: startOf(parsed.before) }),
    ...(parsed.after === null ? {} : { after: startOf(parsed.after) }),
    ...ids(parsed, known),
  };
}

function slugs(begun: readonly string[], { departments }: Known): string[] {
  const starts = (text: string) => begun.some((start) => fold(composed(text)).startsWith(start));
  return departments.filter(({ slug, name }) => starts(slug) || starts(name)).map(({ slug }) => slug);
}

/** The day begins where the user is: pages run on the same machine as the program. */
function startOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const start = new Date(2000, month - 1, date);
  start.setFullYear(year, month - 1, date);
  return start.getTime();
}

function ids({ states, hopeless }: ParsedQuery, { marked }: Known): Pick<Part, 'ids' | 'notIds'> {
  if (hopeless) return { ids: [] };
  const own = states.flatMap(({ is, not }) => (isOwn(is) ? [{ ids: marked[is], not }] : []));
  const wanted = own.filter(({ not }) => !not).map((state) => state.ids);
  const unwanted = own.filter(({ not }) => not).flatMap((state) => [...state.ids]);
  const [first, ...others] = wanted;
  return {
    ...(first ? { ids: [...first].filter((id) => others.every((set) => set.has(id))) } : {}),
    ...(unwanted.length > 0 ? { notIds: unwanted } : {}),
  };
}
