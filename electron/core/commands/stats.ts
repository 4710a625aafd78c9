// Waiting times, for the page that shows them and for one ticket.

import type { Input, Output } from '../../contract/calls.ts';
import { failure, type Result, success } from '../../contract/codes.ts';
import type { Handlers } from '../../contract/transport.ts';
import type { Account } from '../account.ts';
import type { CacheStore, Clock } from '../ports.ts';
import { byHour, departmentWaits } from '../stats/figures.ts';
import { createHourOf } from '../stats/local-hour.ts';
import { type Context, withAccount } from './context.ts';

export function statsCommands(context: Context): Pick<Handlers, 'stats.waiting' | 'stats.ticket'> {
  return {
    'stats.waiting': (input) =>
      withAccount(context, (account) => waitingOf([account], input, context.ports.clock)),

    'stats.ticket': ({ ticketId }) =>
      withAccount(context, async ({ cache, history }) => {
        const ticket = cache.ticket(ticketId);
        if (!ticket) return failure('not_found');
        const slug = ticket.departmentSlug;
        const name = namesOf(cache).get(slug) ?? ticket.departmentName ?? slug;
        return success(departmentWaits(await history.waits(), { slug, name }));
      }),
  };
}

/** The waits of these accounts, pooled: the same staff answers them all. */
export async function waitingOf(
  accounts: readonly Account[],
  { department, timeZone }: Input<'stats.waiting'>,
  clock: Clock,
): Promise<Result<Output<'stats.waiting'>>> {
  const hourOf = createHourOf(timeZone);
  if (!hourOf) return failure('invalid_request');
  const all = (await Promise.all(accounts.map(({ history }) => history.waits()))).flat();
  const waits = department ? all.filter((wait) => wait.departmentSlug === department) : all;
  const names = new Map(accounts.flatMap(({ cache }) => [...namesOf(cache)]));
  const departments = [...Map.groupBy(waits, (wait) => wait.departmentSlug)]
    .map(([slug, its]) => departmentWaits(its, { slug, name: names.get(slug) ?? slug }))
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'));
  // each half is as much as anything else may have to wait for
  await new Promise<void>((go) => clock.after(0, go));
  return success({ departments, byHour: byHour(waits, hourOf) });
}

/** By the list of departments if it is known, else as seen on tickets. */
const namesOf = (cache: CacheStore): Map<string, string> =>
  new Map([...cache.departmentsSeen(), ...cache.departments()].map(({ slug, name }) => [slug, name]));
