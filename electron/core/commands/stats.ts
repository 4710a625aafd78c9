// Waiting times, for the page that shows them and for one ticket.
import { failure, success } from '../../contract/codes.ts';
import type { Handlers } from '../../contract/transport.ts';
import type { CacheStore } from '../ports.ts';
import { byHour, departmentWaits } from '../stats/figures.ts';
import { createHourOf } from '../stats/local-hour.ts';
import { type Context, withAccount } from './context.ts';

export function statsCommands(context: Context): Pick<Handlers, 'stats.waiting' | 'stats.ticket'> {
  return {
    'stats.waiting': ({ department, timeZone }) =>
      withAccount(context, async ({ cache, history }) => {
        const hourOf = createHourOf(timeZone);
        if (!hourOf) return failure('invalid_request');
        const all = await history.waits();
        const waits = department ? all.filter((wait) => wait.departmentSlug === department) : all;
        const names = namesOf(cache);
        const departments = [...Map.groupBy(waits, (wait) => wait.departmentSlug)]
          .map(([slug, its]) => departmentWaits(its, { slug, name: names.get(slug) ?? slug }))
          .sort((a, b) => a.name.localeCompare(b.name, 'sv'));
        // each half is as much as anything else may have to wait for
        await new Promise<void>((go) => context.ports.clock.after(0, go));
        return success({ departments, byHour: byHour(waits, hourOf) });
      }),

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

/** By the list of departments if it is known, else as seen on tickets. */
const namesOf = (cache: CacheStore): Map<string, string> =>
  new Map([...cache.departmentsSeen(), ...cache.departments()].map(({ slug, name }) => [slug, name]));
