// A window of the ticket list: keys first, from the indexes alone, then the few rows that are shown.
import type { CacheStore, ListQuery } from '../core/ports.ts';
import type { StoredTicket } from '../core/records.ts';
import type { Database, Params, Statement } from './sqlite-driver.ts';
import { keysOf, type Plan, planOf } from './store-list-plan.ts';
import type { SearchIndex } from './store-search.ts';
import { ticketCodec } from './store-tickets.ts';

/** Forms of query are few, but a person can make more by combining them. */
const mostPrepared = 200;

export function createList(db: Database, search: SearchIndex): Pick<CacheStore, 'list'> {
  const statements = new Map<string, Statement>();
  const byKeys = db.prepare(
    `SELECT pk, ${ticketCodec.columns} FROM tickets WHERE pk IN (SELECT value FROM json_each(:keys))`,
  );

  function prepared(sql: string): Statement {
    const known = statements.get(sql);
    if (known) return known;
    const fresh = db.prepare(sql);
    if (statements.size >= mostPrepared) statements.clear();
    statements.set(sql, fresh);
    return fresh;
  }

  const count = ({ from, where }: Pick<Plan, 'from' | 'where'>, params: Params): number =>
    Number(prepared(`SELECT count(*) AS n FROM ${from} WHERE ${where.join(' AND ')}`).get(params)?.n);

  function keys(plan: Plan, more: string | null, params: Params, offset: number, limit: number): number[] {
    if (limit <= 0) return [];
    const where = more === null ? plan.where : [...plan.where, more];
    const sql = `SELECT t.pk AS pk FROM ${plan.from} WHERE ${where.join(' AND ')} ORDER BY ${plan.order} LIMIT :limit OFFSET :offset`;
    return prepared(sql)
      .all({ ...plan.params, ...params, limit, offset })
      .map(({ pk }) => Number(pk));
  }

  /** Two lists, one after the other: sorting all by whether they are pinned would read them all. */
  function pinnedFirst(plan: Plan, { firstIds, offset, limit }: ListQuery): number[] {
    const first = `t.pk IN ${keysOf('firstIds')}`;
    const params = { firstIds: JSON.stringify(firstIds) };
    const pinned = count({ from: plan.from, where: [...plan.where, first] }, { ...plan.params, ...params });
    const top = keys(plan, first, params, offset, Math.min(limit, pinned - offset));
    const rest = keys(
      plan,
      `t.pk NOT IN ${keysOf('firstIds')}`,
      params,
      Math.max(0, offset - pinned),
      limit - top.length,
    );
    return [...top, ...rest];
  }

  function rows(wanted: readonly number[]): StoredTicket[] {
    const found = new Map(
      byKeys.all({ keys: JSON.stringify(wanted) }).map((row) => [row.pk, ticketCodec.record(row)]),
    );
    return wanted.flatMap((key) => found.get(key) ?? []);
  }

  return {
    list: (query) =>
      search.mending(() => {
        const plan = planOf(query);
        const total = count(plan, plan.params);
        const wanted = plan.pinning
          ? pinnedFirst(plan, query)
          : keys(plan, null, {}, query.offset, query.limit);
        return { total, tickets: rows(wanted) };
      }),
  };
}
