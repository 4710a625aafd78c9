// The answers of several accounts as one. Pure.
import type { Output } from '../../contract/calls.ts';
import type { Counts, Department, Outgoing } from '../../contract/model.ts';
import type { SeenService } from '../../contract/services.ts';
import { mostServices } from '../commands/services.ts';

type Summed = Exclude<keyof Counts, 'departments' | 'accounts'>;

/** A department that several accounts have is one, with all its tickets. */
export function sumCounts(all: readonly Counts[]): Counts {
  const sum = (of: Summed) => all.reduce((total, counts) => total + counts[of], 0);
  const bySlug = Map.groupBy(
    all.flatMap(({ departments }) => departments),
    ({ slug }) => slug,
  );
  return {
    needsYou: sum('needsYou'),
    waiting: sum('waiting'),
    open: sum('open'),
    closed: sum('closed'),
    unread: sum('unread'),
    unsent: sum('unsent'),
    drafts: sum('drafts'),
    snoozed: sum('snoozed'),
    hidden: sum('hidden'),
    conversations: sum('conversations'),
    unfetched: sum('unfetched'),
    departments: [...bySlug.values()]
      .flatMap(([first, ...others]) =>
        first ? [{ ...first, count: others.reduce((total, { count }) => total + count, first.count) }] : [],
      )
      .sort(byName),
    accounts: all.flatMap(({ accounts }) => accounts),
  };
}

type Departments = Output<'tickets.departments'>;

/** By slug; the first account that knows one has named it. */
export function mergeDepartments(all: readonly Departments[]): Departments {
  const bySlug = new Map<string, Department>();
  for (const department of all.flatMap(({ departments }) => departments))
    if (!bySlug.has(department.slug)) bySlug.set(department.slug, department);
  const reason = all.find((one) => one.reason !== undefined)?.reason;
  return {
    complete: all.every(({ complete }) => complete),
    departments: [...bySlug.values()].sort(byName),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Two customers have no service in common. Most used first, as each account has it. */
export const mergeServices = (all: readonly SeenService[][]): SeenService[] =>
  all
    .flat()
    .sort((a, b) => b.tickets - a.tickets)
    .slice(0, mostServices);

/** Oldest first. Each account keeps its own order, in which they go out, also where the clock was set back meanwhile. */
export const joinOutgoing = (all: readonly Outgoing[][]): Outgoing[] =>
  all
    .flatMap(afterTheOneBefore)
    .sort((a, b) => a.at - b.at)
    .map(({ outgoing }) => outgoing);

/** Each with the time it was handed over, or that of an earlier one that claims to be later. */
function afterTheOneBefore(ofAccount: readonly Outgoing[]) {
  let at = 0;
  return ofAccount.map((outgoing) => {
    at = Math.max(at, outgoing.queuedAt);
    return { outgoing, at };
  });
}

/** The latest first, so many at most. */
export function mergeTold(all: readonly Output<'notices.told'>[], limit: number): Output<'notices.told'> {
  const told = all.flatMap((one) => one.told).sort((a, b) => b.at - a.at);
  return { told: told.slice(0, limit), more: told.length > limit || all.some(({ more }) => more) };
}

const byName = (a: { readonly name: string }, b: { readonly name: string }) =>
  a.name.localeCompare(b.name, 'sv');
