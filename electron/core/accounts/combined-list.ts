// The list of several accounts as one: in the order in which one big list would have them.
import type { Input, Output } from '../../contract/calls.ts';
import type { TicketRow } from '../../contract/model.ts';
import type { Account } from '../account.ts';
import { listTickets, ticketKeys } from '../queries/tickets.ts';
import { StoreError } from '../records.ts';
import { windowOf } from './merge.ts';
import { scoped } from './scope.ts';

type ListInput = Input<'tickets.list'>;
type List = Output<'tickets.list'>;
export type Listed = Pick<Account, 'id' | 'cache' | 'drafts'>;

/** @param now epoch ms */
export function listOfAll(accounts: readonly Listed[], input: ListInput, now: number): List {
  const [only, second] = accounts;
  if (!only) return { total: 0, rows: [] };
  if (!second) return listOf(only, input, now);
  const lists = accounts.flatMap((account) => readable(account, input, now));
  const { pieces, order } = windowOf(lists, input.offset, input.limit);
  const rows = lists.map(({ account }, index) => {
    const piece = pieces[index];
    return piece && piece.limit > 0 ? listOf(account, { ...input, ...piece }, now).rows : [];
  });
  const next = rows.map((own) => own.values());
  return {
    total: lists.reduce((sum, { total }) => sum + total, 0),
    rows: order.flatMap((index): TicketRow[] => {
      const row = next[index]?.next();
      return row && !row.done ? [row.value] : [];
    }),
  };
}

/** A database that fails takes its own tickets out of the list, and not the other accounts'; its state says so. */
function readable(account: Listed, input: ListInput, now: number) {
  try {
    const { total } = listTickets(account, { ...input, offset: 0, limit: 0 }, now);
    return [{ account, total, keys: ticketKeys(account, input, now) }];
  } catch (cause) {
    if (cause instanceof StoreError) return [];
    throw cause;
  }
}

function listOf(account: Listed, input: ListInput, now: number): List {
  const { total, rows } = listTickets(account, input, now);
  return { total, rows: rows.map((row) => ({ ...row, id: scoped(account.id, row.id) })) };
}
