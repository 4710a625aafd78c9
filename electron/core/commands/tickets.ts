// Queries and commands about tickets and conversations.
import { failure, type Result, success } from '../../contract/codes.ts';
import type { Handlers } from '../../contract/transport.ts';
import type { Account } from '../account.ts';
import { isMasked } from '../outbox/match.ts';
import { threadOf } from '../queries/thread.ts';
import { countTickets } from '../queries/tickets.ts';
import { toBlocks } from '../text/blocks.ts';
import { toPlain } from '../text/plain.ts';
import { change, markRead } from './change.ts';
import { type Context, withAccountOf } from './context.ts';

type Names =
  | 'tickets.counts'
  | 'tickets.departments'
  | 'tickets.openByNumber'
  | 'thread.get'
  | 'thread.open'
  | 'thread.markRead'
  | 'message.reveal'
  | 'ticket.close'
  | 'ticket.reopen';

/** The calls about tickets and conversations, for one account. */
export function ticketCommands(context: Context): Pick<Handlers, Names> {
  const { clock } = context.ports;
  const { tell } = context.changes;
  const inAccount = withAccountOf(context);

  return {
    'tickets.counts': () => inAccount((account) => success(countTickets(account, clock.now()))),

    'tickets.departments': () =>
      inAccount(async ({ cache, remote }) => {
        const answer = await remote.departments();
        if (answer.ok) cache.putDepartments(answer.value);
        const known = cache.departments();
        // a key without read:account gets 403 here: what was seen on tickets must do
        return success({
          complete: answer.ok || known.length > 0,
          departments: known.length > 0 ? known : cache.departmentsSeen(),
          ...(answer.ok || known.length > 0 ? {} : { reason: answer.code }),
        });
      }),

    'tickets.openByNumber': ({ number }) =>
      inAccount(async (account) => {
        const known = knownByNumber(account, number);
        if (known !== null) return success({ ticketId: known });
        const { remote, absorb } = account;
        const answer = await remote.byNumber(wantedNumber(number));
        if (!answer.ok) return answer;
        absorb.detail(answer.value);
        tell('tickets');
        return success({ ticketId: answer.value.summary.id });
      }),

    'thread.get': ({ ticketId, limit }) => inAccount((account) => threadOf(account, ticketId, limit, clock)),
    'thread.open': ({ ticketId }) =>
      inAccount(async ({ check }) => (await check.openThread(ticketId)) ?? success(null)),

    'thread.markRead': ({ ticketId, upTo }) =>
      inAccount((account) => {
        markRead(context, account, [ticketId], upTo);
        return success(null);
      }),

    'message.reveal': ({ ticketId, messageId }) =>
      inAccount(async (account) => {
        const body = await revealed(account, ticketId, messageId);
        if (!body.ok) return body;
        return success({ text: toPlain(body.value), blocks: toBlocks(body.value) });
      }),

    'ticket.close': ({ ticketId }) =>
      inAccount((account) => change(context, account, ticketId, account.remote.close)),
    'ticket.reopen': ({ ticketId }) =>
      inAccount((account) => change(context, account, ticketId, account.remote.reopen)),
  };
}

const wantedNumber = (typed: string): string => typed.trim().replace(/^#/, '');

/** The id of the ticket with this number, if it is kept here. */
export const knownByNumber = ({ cache }: Account, number: string): string | null =>
  cache.ticketByNumber(wantedNumber(number))?.id ?? null;

/** The text of a message: from the cache, or from HostUp where it is not kept here; then it is shown and forgotten. */
async function revealed(
  { cache, remote }: Account,
  ticketId: string,
  messageId: string,
): Promise<Result<string>> {
  const known = cache.message(messageId);
  if (known?.ticketId !== ticketId) return failure('not_found');
  let body = known.body;
  if (known.encrypted && body === '') {
    const read = await remote.thread(ticketId);
    if (!read.ok) return read;
    body = read.value.messages.find(({ id }) => id === messageId)?.body ?? null;
  }
  return body === null || isMasked(body) ? failure('not_found') : success(body);
}
