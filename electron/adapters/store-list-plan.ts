// From a query of the list to FROM, WHERE and ORDER BY. All values are parameters. A gone ticket is only in 'all'.
import type { ListQuery } from '../core/ports.ts';
import type { Condition } from '../core/records.ts';
import type { Params, SqlValue } from './sqlite-driver.ts';
import { foundInAll, ticketOf } from './store-search-long.ts';
import { partsOf, searchQueryOf } from './store-search-query.ts';

export type Plan = {
  readonly from: string;
  /** the same rows without their rank, which takes longer than all the rest */
  readonly counted: string;
  readonly where: readonly string[];
  readonly order: string;
  /** what `order` sorts by, each ascending and comparable with another database's; null comes last */
  readonly keys: readonly string[];
  readonly params: Params;
  /** the best hits come first; how good one is says nothing beside another database's, so its place is the key */
  readonly ranked: boolean;
  /** pinned tickets come first in this order */
  readonly pinning: boolean;
};

const views: Readonly<Record<ListQuery['view'], string>> = {
  'needs-you': "t.place = 'you'",
  waiting: "t.place = 'hostup'",
  open: "t.phase = 'open'",
  closed: "t.phase = 'closed'",
  all: 'TRUE',
};

const conditions: Readonly<Record<Condition['is'], string>> = {
  open: "t.phase = 'open'",
  closed: "t.phase = 'closed'",
  gone: "t.phase = 'gone'",
  unread: 't.unread > 0',
  encrypted:
    't.pk IN (SELECT pk FROM tickets WHERE id IN (SELECT ticketId FROM messages WHERE encrypted = 1))',
};

const urgency = `CASE t.priority WHEN 'critical' THEN 0 WHEN 'urgent' THEN 1 WHEN 'high' THEN 2 WHEN 'medium' THEN 3
    WHEN 'low' THEN 4 ELSE 5 END`;
// as the indexes have it, so that a window far down costs no sorting
const byActivity = 't.activity DESC, t.numeral DESC, t.pk';
const orders: Readonly<Record<NonNullable<ListQuery['sort']>, string>> = {
  activity: byActivity,
  turn: `t.turnSince IS NULL, t.turnSince, ${byActivity}`,
  created: `t.createdAt DESC, ${byActivity}`,
  priority: `${urgency}, ${byActivity}`,
  number: 't.numeral DESC, t.pk',
};
const byActivityKeys = ['-t.activity', '-t.numeral'];
const sortKeys: Readonly<Record<keyof typeof orders, readonly string[]>> = {
  activity: byActivityKeys,
  turn: ['t.turnSince', ...byActivityKeys],
  created: ['-t.createdAt', ...byActivityKeys],
  priority: [urgency, ...byActivityKeys],
  number: ['-t.numeral'],
};
// number, subject, requester, department, service, own, staff, automatic: a hit in the number counts most
const rank = 'bm25(search, 20, 8, 3, 3, 5, 1, 1, 1)';
const best = (rank: string | null) =>
  ['(t.number = :number) DESC', ...(rank === null ? [] : [rank]), byActivity].join(', ');
const foundInOne = 'search JOIN tickets t ON t.pk = search.rowid';
const bestKeys = ['-(t.number = :number)', ...byActivityKeys];

/** Tickets by id as the indexes know them, so that leaving some out reads no row of those that stay. */
export const keysOf = (name: string): string =>
  `(SELECT pk FROM tickets WHERE id IN (SELECT value FROM json_each(:${name})))`;

/**
 * One plan per form of query; equal forms give equal texts, so that statements can be kept.
 * @param anyLong there are conversations with more than one document in the index of words
 * @param byRank false: of the hits that are not the very number, the latest come first
 */
export function planOf(query: ListQuery, anyLong: boolean, byRank: boolean): Plan {
  const text = query.search ? searchQueryOf(query.search) : { match: null, without: null };
  const params: Record<string, SqlValue> = {};
  const where: string[] = [];
  const needs = (condition: string, name?: string, value?: SqlValue) => {
    where.push(condition);
    if (name !== undefined && value !== undefined) params[name] = value;
  };
  const among = (column: string, name: string, values: readonly string[] | undefined) => {
    if (values) needs(`${column} IN (SELECT value FROM json_each(:${name}))`, name, JSON.stringify(values));
  };

  if (query.view === 'needs-you' && query.alsoIds && query.alsoIds.length > 0) {
    needs(
      `(${views['needs-you']} OR t.pk IN ${keysOf('alsoIds')})`,
      'alsoIds',
      JSON.stringify(query.alsoIds),
    );
  } else needs(views[query.view]);
  among('t.departmentSlug', 'departments', query.departments);
  among('t.status', 'statuses', query.statuses);
  among('t.priority', 'priorities', query.priorities);
  if (query.services) {
    const named = 'SELECT ticket FROM ticketServices WHERE name IN (SELECT value FROM json_each(:services))';
    needs(`t.pk IN (${named})`, 'services', JSON.stringify(query.services));
  }
  for (const { is, not } of query.conditions ?? []) needs(not ? `NOT (${conditions[is]})` : conditions[is]);
  // looked up ticket by ticket: a window is full after a few, while a list of all who wrote is long
  if (query.senders) {
    const said = 'm.ticketId = t.id AND m.sender IN (SELECT value FROM json_each(:senders))';
    needs(`EXISTS (SELECT 1 FROM messages m WHERE ${said})`, 'senders', JSON.stringify(query.senders));
  }
  if (query.before !== undefined) needs('t.activity < :before', 'before', query.before);
  if (query.after !== undefined) needs('t.activity >= :after', 'after', query.after);
  among('t.id', 'ids', query.ids);
  if (query.notIds && query.notIds.length > 0)
    needs(`t.pk NOT IN ${keysOf('notIds')}`, 'notIds', JSON.stringify(query.notIds));
  if (text.match !== null) needs(anyLong ? 'TRUE' : 'search MATCH :match', 'match', text.match);
  if (query.search && text.match !== null && anyLong) params.each = JSON.stringify(partsOf(query.search));
  if (text.without !== null) {
    const having = `SELECT ${ticketOf} FROM search WHERE search MATCH :without`;
    needs(`t.pk NOT IN (${having})`, 'without', text.without);
  }

  const ranked = text.match !== null && query.sort === undefined;
  if (ranked) params.number = query.search?.number ?? '';
  const from = (by: string) => (text.match === null ? 'tickets t' : anyLong ? foundInAll(by) : foundInOne);
  return {
    from: from(ranked && byRank ? rank : '0'),
    counted: from('0'),
    where,
    order: ranked ? best(byRank ? (anyLong ? 'found.rank' : rank) : null) : orders[query.sort ?? 'activity'],
    keys: ranked ? bestKeys : sortKeys[query.sort ?? 'activity'],
    params,
    ranked,
    pinning: !ranked && (query.firstIds?.length ?? 0) > 0,
  };
}
