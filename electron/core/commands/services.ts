// Linked services, for the form of a new ticket.
import { success } from '../../contract/codes.ts';
import { linkableTypes } from '../../contract/services.ts';
import type { Handlers } from '../../contract/transport.ts';
import { type Context, withAccountOf } from './context.ts';

/** More than anybody picks from by hand. */
export const mostServices = 200;

/** The call about linked services, for one account. */
export function serviceCommands(context: Context): Pick<Handlers, 'services.seen'> {
  const inAccount = withAccountOf(context);
  return {
    'services.seen': () => inAccount(({ cache }) => success(cache.servicesSeen(linkableTypes, mostServices))),
  };
}
