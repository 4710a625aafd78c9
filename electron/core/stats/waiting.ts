// The waiting times of one or several accounts, worked out a little at a time so that nothing else has to wait for them.
import type { Input, Output } from '../../contract/calls.ts';
import { failure, type Result, success } from '../../contract/codes.ts';
import { createPace, pause } from '../pause.ts';
import type { CacheStore, Clock } from '../ports.ts';
import { createWaitGroups, figuresOf, type Took } from './figures.ts';
import type { History } from './history.ts';
import { createHourOf } from './local-hour.ts';
import type { AnsweredWait } from './waits.ts';

/** Waits grouped or sorted between two pauses: a few milliseconds of work. */
const waitsAtOnce = 10_000;

/** What one account holds of it. */
export type Share = {
  readonly waits: readonly AnsweredWait[];
  /** of its departments, by slug */
  readonly names: ReadonlyMap<string, string>;
};

/** Throws StoreError. */
export const shareOf = async ({
  cache,
  history,
}: {
  cache: CacheStore;
  history: History;
}): Promise<Share> => ({
  waits: await history.waits(),
  names: departmentNames(cache),
});

/** The waits of several accounts, pooled: the same staff answers them all. */
export async function waitingOf(
  shares: readonly Share[],
  { department, timeZone }: Pick<Input<'stats.waiting'>, 'department' | 'timeZone'>,
  clock: Clock,
): Promise<Result<Omit<Output<'stats.waiting'>, 'missing'>>> {
  const hourOf = createHourOf(timeZone);
  if (!hourOf) return failure('invalid_request');
  // the first time zone of a run takes as long as anything may
  await pause(clock);
  const pace = createPace(clock, waitsAtOnce);
  const groups = createWaitGroups(hourOf);
  for (const { waits } of shares) {
    for (let start = 0; start < waits.length; start += waitsAtOnce) {
      const piece = waits.slice(start, start + waitsAtOnce);
      groups.add(department ? piece.filter((wait) => wait.departmentSlug === department) : piece);
      await pace(piece.length);
    }
  }
  const figures = async (took: Took) => {
    await pace(took.first.length + took.next.length);
    return figuresOf(took);
  };
  const names = new Map(shares.flatMap(({ names }) => [...names]));
  const departments: Output<'stats.waiting'>['departments'] = [];
  for (const [slug, took] of groups.departments)
    departments.push({ slug, name: names.get(slug) ?? slug, ...(await figures(took)) });
  const byHour: Output<'stats.waiting'>['byHour'] = [];
  for (const [hour, took] of groups.hours.entries()) byHour.push({ hour, ...(await figures(took)) });
  return success({ departments: departments.sort((a, b) => a.name.localeCompare(b.name, 'sv')), byHour });
}

/** By the list of departments if it is known, else as seen on tickets. */
export const departmentNames = (cache: CacheStore): Map<string, string> =>
  new Map([...cache.departmentsSeen(), ...cache.departments()].map(({ slug, name }) => [slug, name]));
