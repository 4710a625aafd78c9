// One line per call: whose it is. A call that is missing here does not compile.
import type { Input, Output } from '../../contract/calls.ts';
import { failure, type Result, success } from '../../contract/codes.ts';
import type { Handlers } from '../../contract/transport.ts';
import type { Account } from '../account.ts';
import { knownByNumber } from '../commands/tickets.ts';
import type { Clock } from '../ports.ts';
import { parseQuery } from '../search/parse-query.ts';
import { shareOf, waitingOf } from '../stats/waiting.ts';
import { joinOutgoing, mergeDepartments, mergeServices, mergeTold, sumCounts } from './combine.ts';
import { listOfAll } from './combined-list.ts';
import type { AccountCall } from './commands.ts';
import type { FileCall } from './file-routes.ts';
import {
  byAccount,
  byOutgoing,
  byTicket,
  byTickets,
  isUsedElsewhere,
  type Part,
  type Router,
  toEvery,
} from './router.ts';
import { scoped, split } from './scope.ts';

/** Answered for all accounts together, with no account asked on its own. */
type PooledCall = 'tickets.list' | 'stats.waiting';

/** The handlers of every call about tickets, replies and figures. */
export function routes(
  router: Router,
  clock: Clock,
): Pick<Handlers, PooledCall | Exclude<AccountCall, FileCall>> {
  return {
    'tickets.list': (input) => listed(router, input, clock.now()),
    'tickets.counts': byAccount(router, 'tickets.counts', sumCounts),
    'tickets.departments': byAccount(router, 'tickets.departments', mergeDepartments),
    'tickets.openByNumber': byNumber(router),
    'tickets.mark': byTickets(router, 'tickets.mark', () => null),
    'tickets.markRead': byTickets(router, 'tickets.markRead', () => null),
    'tickets.close': byTickets(router, 'tickets.close', closed),
    'services.seen': byAccount(router, 'services.seen', mergeServices),

    'thread.get': byTicket(router, 'thread.get'),
    'thread.open': byTicket(router, 'thread.open'),
    'thread.markRead': byTicket(router, 'thread.markRead'),
    'message.reveal': byTicket(router, 'message.reveal'),
    'ticket.create': (input, from) => {
      const account = router.of(input.account);
      if (!account.ok) return account;
      if (isUsedElsewhere(router, account.value, input.id)) return failure('conflict');
      return router.ask(account.value, 'ticket.create', input, from);
    },
    'ticket.close': byTicket(router, 'ticket.close'),
    'ticket.reopen': byTicket(router, 'ticket.reopen'),

    'draft.save': byTicket(router, 'draft.save'),
    'draft.get': byTicket(router, 'draft.get'),
    'reply.send': (input, from) => {
      const account = router.of(split(input.ticketId).accountId);
      if (account.ok && isUsedElsewhere(router, account.value, input.id)) return failure('conflict');
      return byTicket(router, 'reply.send')(input, from);
    },
    'outbox.list': toEvery(router, 'outbox.list', joinOutgoing),
    'outbox.get': byOutgoing(router, 'outbox.get'),
    'outbox.sendAgain': byOutgoing(router, 'outbox.sendAgain'),
    'outbox.checkAgain': byOutgoing(router, 'outbox.checkAgain'),
    'outbox.discard': byOutgoing(router, 'outbox.discard'),
    'outbox.edit': byOutgoing(router, 'outbox.edit'),
    'outbox.editTicket': byOutgoing(router, 'outbox.editTicket'),
    'outbox.reopenAndSend': byOutgoing(router, 'outbox.reopenAndSend'),
    'outbox.text': byOutgoing(router, 'outbox.text'),

    'notices.told': (input, from) =>
      toEvery(router, 'notices.told', (all) => mergeTold(all, input.limit))(input, from),

    'stats.waiting': (input) => waits(router, input, clock),
    'stats.ticket': byTicket(router, 'stats.ticket'),
  };
}

function listed(router: Router, input: Input<'tickets.list'>, now: number): Result<Output<'tickets.list'>> {
  const { accounts } = input;
  const open = router.open();
  if (open.length === 0) return failure('no_key');
  const asked = accounts?.length ? open.filter(({ id }) => accounts.includes(id)) : open;
  const leftOut = parseQuery(input.query ?? '')?.leftOut ?? 0;
  return success({ ...listOfAll(asked, input, now), ...(leftOut > 0 ? { leftOut } : {}) });
}

/** An account that cannot be read takes its own waits out of the figures, and is named. */
async function waits(
  router: Router,
  input: Input<'stats.waiting'>,
  clock: Clock,
): Promise<Result<Output<'stats.waiting'>>> {
  const wanted = input.account === undefined ? router.known() : [input.account];
  const shares = await Promise.all(
    wanted.map(async (id) => {
      const account = router.of(id);
      return account.ok
        ? router.within(account.value, async () => success(await shareOf(account.value)))
        : account;
    }),
  );
  const read = shares.flatMap((share) => (share.ok ? [share.value] : []));
  const [first] = shares;
  if (read.length === 0) return first && !first.ok ? first : failure('no_key');
  const figures = await waitingOf(read, input, clock);
  const missing = wanted.filter((_, index) => !shares[index]?.ok);
  return figures.ok ? success({ ...figures.value, missing }) : figures;
}

/** What is kept here is looked through first; then HostUp is asked with every key, and the first account that has it wins. */
function byNumber(router: Router): Handlers['tickets.openByNumber'] {
  const kept = (accounts: readonly Account[], number: string): string | null => {
    for (const account of accounts) {
      const ticketId = knownByNumber(account, number);
      if (ticketId !== null) return scoped(account.id, ticketId);
    }
    return null;
  };
  return async ({ number, account: accountId }, from) => {
    const named = accountId === undefined ? null : router.of(accountId);
    if (named && !named.ok) return named;
    const accounts = named ? [named.value] : router.open();
    const ticketId = kept(accounts, number);
    if (ticketId !== null) return success({ ticketId });
    const asking = accounts.map((account) => router.ask(account, 'tickets.openByNumber', { number }, from));
    const answers = await Promise.all(asking);
    const failures = answers.filter((answer) => !answer.ok);
    // "there is no such ticket" is only sure where every account has said so
    const worst = failures.find(({ code }) => code !== 'not_found') ?? failures[0] ?? failure('no_key');
    return answers.find(({ ok }) => ok) ?? worst;
  };
}

/** In the order asked, each ticket with its own outcome. */
function closed(parts: readonly Part<'tickets.close'>[], asked: readonly string[]): Output<'tickets.close'> {
  const results = parts.flatMap(({ ticketIds, answer }) =>
    answer.ok ? answer.value.results : ticketIds.map((ticketId) => ({ ticketId, failure: answer })),
  );
  const place = new Map(asked.map((id, index) => [id, index]));
  return { results: results.sort((a, b) => (place.get(a.ticketId) ?? 0) - (place.get(b.ticketId) ?? 0)) };
}
