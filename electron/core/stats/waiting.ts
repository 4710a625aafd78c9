// The waiting times of one or several accounts, worked out a little at a time so that nothing else has to wait for them.
import type { Input, Output } from '../../contract/calls.ts';
import { failure, type Result, success } from '../../contract/codes.ts';
import type { Account } from '../account.ts';
import { createPace, pause } from '../pause.ts';
import type { CacheStore, Clock } from '../ports.ts';
import { createWaitGroups, figuresOf, type Took } from './figures.ts';
import { createHourOf } from './local-hour.ts';

/** Waits grouped or sorted between two pauses: a few milliseconds of work. */
const waitsAtOnce = 10_000;

/** The waits of these accounts, pooled: the same staff answers them all. */
export async function waitingOf(
  accounts: readonly Pick<Account, 'cache' | 'history'>[],
  { department, timeZone }: Input<'stats.waiting'>,
  clock: Clock,
): Promise<Result<Output<'stats.waiting'>>> {
  const hourOf = createHourOf(timeZone);
  if (!hourOf) return failure('invalid_request');
  // the first time zone of a run takes as long as anything may
  await pause(clock);
  const all = await Promise.all(accounts.map(({ history }) => history.waits()));
  const pace = createPace(clock, waitsAtOnce);
  const groups = createWaitGroups(hourOf);
  for (const waits of all) {
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
  const names = new Map(accounts.flatMap(({ cache }) => [...departmentNames(cache)]));
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
