// Which account a call is for. A call that names a ticket names its account; nothing here knows a "current" one.
import type { Input, Output } from '../../contract/calls.ts';
import { failure, type Result, success } from '../../contract/codes.ts';
import type { Handlers, Sender } from '../../contract/transport.ts';
import type { Account } from '../account.ts';
import type { Changes } from '../changes.ts';
import type { Ports } from '../ports.ts';
import { StoreError } from '../records.ts';
import { type AccountCall, type AccountCommands, accountCommands, scopedOutputs } from './commands.ts';
import { scoped, split } from './scope.ts';
import { scopedDesktop, scopedTell } from './scoped-ports.ts';

export type Router = {
  /** those that are open, in the user's order */
  open(): readonly Account[];
  /** the ids of all, open or not */
  known(): readonly string[];
  /** not_found: there is none; no_key: it is not open */
  of(accountId: string | null): Result<Account>;
  /** Runs with the account: a fault of its databases, or that they were closed meanwhile, is a failure of its own. */
  within<T>(account: Account, work: () => Promise<Result<T>>): Promise<Result<T>>;
  /** Asks one account, in its own ticket ids; the answer is in everybody's. */
  ask<N extends AccountCall>(
    account: Account,
    name: N,
    input: Input<N>,
    from: Sender,
  ): Promise<Result<Output<N>>>;
};

type RouterParts = {
  readonly ports: Ports;
  readonly changes: Changes;
  readonly open: Router['open'];
  readonly known: Router['known'];
  readonly toldName: (accountId: string) => string | null;
};

/** Commands are made once per account, and asked only while it is open. */
export function createRouter({ ports, changes, open, known, toldName }: RouterParts): Router {
  const commands = new WeakMap<Account, AccountCommands>();

  function commandsOf(account: Account): AccountCommands {
    const made = commands.get(account);
    if (made) return made;
    const tell = scopedTell(changes.tell, account.id);
    const isOpen = () => (open().includes(account) ? account : null);
    const own = { ...ports, desktop: scopedDesktop(ports.desktop, account.id) };
    const fresh = accountCommands({
      ports: own,
      changes: { ...changes, tell },
      account: isOpen,
      toldName: () => toldName(account.id),
    });
    commands.set(account, fresh);
    return fresh;
  }

  function of(accountId: string | null): Result<Account> {
    const account = open().find(({ id }) => id === accountId);
    if (account) return success(account);
    return failure(known().length === 0 || known().includes(accountId ?? '') ? 'no_key' : 'not_found');
  }

  async function within<T>(account: Account, work: () => Promise<Result<T>>): Promise<Result<T>> {
    try {
      return await work();
    } catch (cause) {
      if (cause instanceof StoreError) return failure(cause.code);
      // its databases were closed while HostUp was slow: no bug, and nobody there any more to answer for
      if (!open().includes(account)) return failure('no_key');
      throw cause;
    }
  }

  return {
    open,
    known,
    of,
    within,
    ask: (account, name, input, from) =>
      within(account, async () => {
        const command = commandsOf(account)[name] as unknown as Ask<typeof name>;
        const answer = await command(input, from);
        const scope = scopedOutputs[name];
        if (!answer.ok || !scope) return answer;
        return success(scope((ticketId) => scoped(account.id, ticketId), answer.value as never) as never);
      }),
  };
}

type Ask<N extends AccountCall> = (
  input: Input<N>,
  from: Sender,
) => Result<Output<N>> | Promise<Result<Output<N>>>;
type MayNameAccount = { readonly account?: string | undefined };
/** The calls whose input has this. */
type CallWith<Shape> = { [N in AccountCall]: Input<N> extends Shape ? N : never }[AccountCall];

/** To the account whose ticket it is. */
export function byTicket<N extends CallWith<{ ticketId: string }>>(router: Router, name: N): Handlers[N] {
  return ((input: Input<N>, from: Sender) => {
    const { accountId, ticketId } = split(input.ticketId);
    const account = router.of(accountId);
    return account.ok ? router.ask(account.value, name, { ...input, ticketId }, from) : account;
  }) as Handlers[N];
}

/** What one account said of its own tickets. */
export type Part<N extends AccountCall> = {
  /** as they were asked, scoped */
  readonly ticketIds: readonly string[];
  readonly answer: Result<Output<N>>;
};

/** To each account its own tickets, at once. The first failure where all fail. */
export function byTickets<N extends CallWith<{ ticketIds: string[] }>>(
  router: Router,
  name: N,
  combine: (parts: readonly Part<N>[], asked: readonly string[]) => Output<N>,
): Handlers[N] {
  return (async (input: Input<N>, from: Sender) => {
    const groups = Map.groupBy(input.ticketIds, (id) => split(id).accountId);
    const asking = [...groups].map(async ([accountId, scopedIds]): Promise<Part<N>> => {
      const account = router.of(accountId);
      const ticketIds = scopedIds.map((id) => split(id).ticketId);
      const answer = account.ok
        ? await router.ask(account.value, name, { ...input, ticketIds }, from)
        : account;
      return { ticketIds: scopedIds, answer };
    });
    const parts = await Promise.all(asking);
    const [first] = parts;
    if (first && parts.every(({ answer }) => !answer.ok)) return first.answer;
    return success(combine(parts, input.ticketIds));
  }) as Handlers[N];
}

/** To the account that has this outgoing reply or new ticket; where none has it, any can say so. */
export function byOutgoing<N extends CallWith<{ id: string }>>(router: Router, name: N): Handlers[N] {
  return ((input: Input<N>, from: Sender) => {
    const [holder, second] = router.open().filter((account) => hasOutgoing(account, input.id));
    if (second) return failure('conflict');
    const account = holder ?? router.open()[0];
    return account ? router.ask(account, name, input, from) : failure('no_key');
  }) as Handlers[N];
}

/** An id that the page has used in another account is no id for this one. */
export const isUsedElsewhere = (router: Router, account: Account, id: string): boolean =>
  router.open().some((other) => other !== account && hasOutgoing(other, id));

function hasOutgoing({ drafts }: Account, id: string): boolean {
  try {
    return drafts.get(id) !== null;
  } catch (cause) {
    // a database that fails is its own account's trouble
    if (cause instanceof StoreError) return false;
    throw cause;
  }
}

/** To the account that is named, else to all at once; those that fail are left out of what the others say. */
export function byAccount<N extends CallWith<MayNameAccount>>(
  router: Router,
  name: N,
  combine: (values: readonly Output<N>[]) => Output<N>,
): Handlers[N] {
  return ((input: Input<N> & MayNameAccount, from: Sender) => {
    if (input.account === undefined) return fromEvery(router, name, input, from, combine);
    const account = router.of(input.account);
    return account.ok ? router.ask(account.value, name, input, from) : account;
  }) as Handlers[N];
}

/** To every account. */
export const toEvery = <N extends AccountCall>(
  router: Router,
  name: N,
  combine: (values: readonly Output<N>[]) => Output<N>,
): Handlers[N] =>
  ((input: Input<N>, from: Sender) => fromEvery(router, name, input, from, combine)) as Handlers[N];

async function fromEvery<N extends AccountCall>(
  router: Router,
  name: N,
  input: Input<N>,
  from: Sender,
  combine: (values: readonly Output<N>[]) => Output<N>,
): Promise<Result<Output<N>>> {
  const answers = await Promise.all(router.open().map((account) => router.ask(account, name, input, from)));
  const [first, second] = answers;
  if (!first) return failure('no_key');
  const values = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  return values.length === 0 || !second ? first : success(combine(values));
}
