// How long the department of a ticket takes to answer.
import { failure, success } from '../../contract/codes.ts';
import type { Handlers } from '../../contract/transport.ts';
import { figuresOf, ofDepartment } from '../stats/figures.ts';
import { departmentNames } from '../stats/waiting.ts';
import { type Context, withAccountOf } from './context.ts';

/** The call about one ticket’s waiting times, for one account. */
export function statsCommands(context: Context): Pick<Handlers, 'stats.ticket'> {
  const inAccount = withAccountOf(context);
  return {
    'stats.ticket': ({ ticketId }) =>
      inAccount(async ({ cache, history }) => {
        const ticket = cache.ticket(ticketId);
        if (!ticket) return failure('not_found');
        const slug = ticket.departmentSlug;
        const name = departmentNames(cache).get(slug) ?? ticket.departmentName ?? slug;
        return success({ slug, name, ...figuresOf(ofDepartment(await history.waits(), slug)) });
      }),
  };
}
