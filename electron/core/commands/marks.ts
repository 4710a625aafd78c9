// Commands on several tickets at once: the user's own marks, marking read, closing.
import type { Input } from '../../contract/calls.ts';
import { failure, type Result, success } from '../../contract/codes.ts';
import type { Handlers } from '../../contract/transport.ts';
import type { Account } from '../account.ts';
import { topicsOf } from '../changes.ts';
import { type MarkChange, marked, snoozeOf } from '../marks/rules.ts';
import { recentMessages } from '../marks/snoozes.ts';
import { change, markRead } from './change.ts';
import { type Context, withAccountOf } from './context.ts';

type Names = 'tickets.mark' | 'tickets.markRead' | 'tickets.close';

/** The calls about several tickets, for one account. */
export function markCommands(context: Context): Pick<Handlers, Names> {
  const { clock } = context.ports;
  const inAccount = withAccountOf(context);
  return {
    'tickets.mark': (input) => inAccount((account) => mark(context, account, input, clock.now())),

    'tickets.markRead': ({ ticketIds }) =>
      inAccount((account) => {
        markRead(context, account, ticketIds, null);
        return success(null);
      }),

    // all at once: the gate lets a few through at a time
    'tickets.close': ({ ticketIds }) =>
      inAccount(async (account) => {
        const closeOne = async (ticketId: string) => {
          const answer = await change(context, account, ticketId, account.remote.close);
          return { ticketId, failure: answer.ok ? null : answer };
        };
        return success({ results: await Promise.all([...new Set(ticketIds)].map(closeOne)) });
      }),
  };
}

function mark(
  { changes }: Context,
  { cache, drafts, announcer, snoozes }: Account,
  { ticketIds, snooze, ...marks }: Input<'tickets.mark'>,
  now: number,
): Result<null> {
  const tickets = [...new Set(ticketIds)].flatMap((id) => cache.ticket(id) ?? []);
  if (tickets.length === 0) return failure('not_found');
  const until = snooze?.until ?? null;
  // a time that is over is no snooze
  const ends = snooze === null || (typeof until === 'number' && until <= now);

  drafts.transaction(() => {
    for (const { id, fetchedAt } of tickets) {
      const begun =
        ends || until === null
          ? null
          : snoozeOf(until, cache.messages(id, recentMessages), fetchedAt !== null);
      const changed: MarkChange = { ...marks, ...(snooze === undefined ? {} : { snooze: begun }) };
      drafts.putMark(marked(drafts.mark(id), id, changed));
    }
  });
  snoozes.arm();
  if (marks.muted) for (const { id } of tickets) announcer.withdraw(id, 'withdrawn');
  changes.tell(...topicsOf(tickets.map(({ id }) => id)));
  return success(null);
}
