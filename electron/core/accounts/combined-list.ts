// The list of several accounts as one: in the order in which one big list would have them.
import type { Input, Output } from '../../contract/calls.ts';
import type { TicketRow } from '../../contract/model.ts';
import type { Account } from '../account.ts';
import { openList } from '../queries/tickets.ts';
import { StoreError } from '../records.ts';
import { windowOf } from './merge.ts';
import { scoped } from './scope.ts';

type ListInput = Input<'tickets.list'>;
type List = Output<'tickets.list'>;
/** What the list takes of an account. */
export type Listed = Pick<Account, 'id' | 'cache' | 'drafts'>;

/** @param now epoch ms */
export function listOfAll(accounts: readonly Listed[], input: ListInput, now: number): List {
  const [only, second] = accounts;
  if (!only) return { total: 0, rows: [] };
  if (!second) {
    const { total, rows } = openList(only, input, now).window();
    return { total, rows: rows.map((row) => inScope(only, row)) };
  }
  const { offset, limit } = input;
  const lists = accounts.flatMap((account) => readable(account, input, now));
  const window = windowOf(
    lists.map(({ places }) => places),
    offset,
    limit,
  );
  const rows = lists.map(({ account, list }, index) => {
    const refs = window.filter((one) => one.list === index).map(({ ref }) => ref);
    return list
      .rows(refs)
      .map((row) => inScope(account, row))
      .values();
  });
  return {
    total: lists.reduce((sum, { total }) => sum + total, 0),
    rows: window.flatMap((one): TicketRow[] => {
      const row = rows[one.list]?.next();
      return row && !row.done ? [row.value] : [];
    }),
  };
}

/** A database that fails takes its own tickets out of the list, and not the other accounts'; its state says so. */
function readable(account: Listed, input: ListInput, now: number) {
  try {
    const list = openList(account, input, now);
    const places = list.places(input.offset + input.limit);
    return [{ account, list, places, total: list.total() }];
  } catch (cause) {
    if (cause instanceof StoreError) return [];
    throw cause;
  }
}

const inScope = ({ id }: Listed, row: TicketRow): TicketRow => ({ ...row, id: scoped(id, row.id) });
