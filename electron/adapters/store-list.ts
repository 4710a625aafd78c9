// A window of the ticket list: keys first, from the indexes alone, then the few rows that are shown.
import type { CacheStore, ListQuery } from '../core/ports.ts';
import type { StoredTicket } from '../core/records.ts';
import type { Database, Params, Row, Statement } from './sqlite-driver.ts';
import { keysOf, type Plan, planOf } from './store-list-plan.ts';
import type { SearchIndex } from './store-search.ts';
import { anyLong } from './store-search-long.ts';
import { ticketCodec } from './store-tickets.ts';

/** Forms of query are few, but a person can make more by combining them. */
const mostPrepared = 200;
/** Rows from the top of a list, more than a window or two. */
const farDown = 1_000;
/** Where more is found, the latest come first: how often a word occurs says little, and weighing all takes too long. */
const mostRanked = 2_000;

type Place = ReturnType<CacheStore['places']>[number];

/** A stretch of the list: pinned tickets or the others. */
type Part = {
  readonly more: readonly string[];
  readonly params: Params;
  readonly pinned: boolean;
  readonly offset: number;
  readonly limit: number;
};

/** `db` is guarded, open and of the newest shape; `search` mends a damaged index when one is met. */
export function createList(db: Database, search: SearchIndex): Pick<CacheStore, 'list' | 'places' | 'at'> {
  const statements = new Map<string, Statement>();
  let last: { readonly asked: string; readonly written: number; readonly places: Place[] } | null = null;
  // counts every row that was ever written, deleted or changed through this connection, the only one there is
  const writes = db.prepare('SELECT total_changes() AS n');
  const byKeys = db.prepare(
    `SELECT pk, ${ticketCodec.columns} FROM tickets WHERE pk IN (SELECT value FROM json_each(:keys))`,
  );

  const longOnes = db.prepare(anyLong);
  function planned(query: ListQuery): { readonly plan: Plan; readonly total: () => number } {
    const anyLong = query.search !== undefined && longOnes.get() !== undefined;
    const ranked = planOf(query, anyLong, true);
    const total = () => count(ranked, ranked.params);
    if (!ranked.ranked) return { plan: ranked, total };
    const found = total();
    const plan = found > mostRanked ? planOf(query, anyLong, false) : ranked;
    return { plan, total: () => found };
  }

  function prepared(sql: string): Statement {
    const known = statements.get(sql);
    if (known) return known;
    const fresh = db.prepare(sql);
    if (statements.size >= mostPrepared) statements.clear();
    statements.set(sql, fresh);
    return fresh;
  }

  const count = ({ counted, where }: Pick<Plan, 'counted' | 'where'>, params: Params): number =>
    Number(prepared(`SELECT count(*) AS n FROM ${counted} WHERE ${where.join(' AND ')}`).get(params)?.n);

  /** Two lists, one after the other: sorting all by whether they are pinned would read them all. */
  function parts(plan: Plan, { firstIds, offset, limit }: ListQuery): readonly Part[] {
    if (!plan.pinning) return [{ more: [], params: {}, pinned: false, offset, limit }];
    const first = `t.pk IN ${keysOf('firstIds')}`;
    const params = { firstIds: JSON.stringify(firstIds) };
    const pinned = count(
      { counted: plan.counted, where: [...plan.where, first] },
      { ...plan.params, ...params },
    );
    const top = Math.max(0, Math.min(limit, pinned - offset));
    return [
      { more: [first], params, pinned: true, offset, limit: top },
      {
        more: [`t.pk NOT IN ${keysOf('firstIds')}`],
        params,
        pinned: false,
        offset: Math.max(0, offset - pinned),
        limit: limit - top,
      },
    ];
  }

  /** These columns of the rows of a part, in the order of the list. */
  function read(columns: string, plan: Plan, { more, params, offset, limit }: Part): Row[] {
    if (limit <= 0) return [];
    const where = [...plan.where, ...more].join(' AND ');
    const sql = `SELECT ${columns} FROM ${plan.from} WHERE ${where} ORDER BY ${plan.order} LIMIT :limit OFFSET :offset`;
    return prepared(sql).all({ ...plan.params, ...params, limit, offset });
  }

  function placesOf(plan: Plan, part: Part): Place[] {
    const names = plan.keys.map((_, index) => `k${index}`);
    const columns = plan.keys.map((key, index) => `${key} AS ${names[index]}`);
    const group = part.pinned ? 0 : 1;
    return read(['t.pk AS pk', ...columns].join(', '), plan, part).map((row, place) => {
      const [first = Infinity, ...others] = names.map((name) =>
        row[name] === null ? Infinity : Number(row[name]),
      );
      const key = plan.ranked ? [group, first, place, ...others] : [group, first, ...others];
      return { ref: Number(row.pk), key };
    });
  }

  /** A window far down is one of many that are looked at in a row: all places are read once, until something is written. */
  function windowOfPlaces(query: ListQuery): Place[] {
    const end = query.offset + query.limit;
    const { plan } = planned(query);
    const all = (limit: number) =>
      parts(plan, { ...query, offset: 0, limit }).flatMap((part) => placesOf(plan, part));
    if (end <= farDown) return all(end).slice(query.offset);
    const asked = JSON.stringify([plan, query.firstIds]);
    const written = Number(writes.get()?.n);
    if (last?.asked !== asked || last.written !== written)
      last = { asked, written, places: all(Number.MAX_SAFE_INTEGER) };
    return last.places.slice(query.offset, end);
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
        const { plan, total } = planned(query);
        const wanted = parts(plan, query).flatMap((part) => read('t.pk AS pk', plan, part));
        return { total: total(), tickets: rows(wanted.map(({ pk }) => Number(pk))) };
      }),
    places: (query) => search.mending(() => windowOfPlaces(query)),
    at: rows,
  };
}
