// The ticket list: views, filters, search, windows and the counts beside them. A gone ticket is only in 'all'.
import type { CacheStore, ListQuery } from '../core/ports.ts';
import type { Database, Params, Row, SqlValue, Statement } from './sqlite-driver.ts';
import type { SearchIndex } from './store-search.ts';
import { parseSearch } from './store-search-query.ts';
import { ticketCodec } from './store-tickets.ts';

const views: Readonly<Record<ListQuery['view'], string>> = {
  'needs-you': "t.place = 'you'",
  waiting: "t.place = 'hostup'",
  open: "t.phase = 'open'",
  closed: "t.phase = 'closed'",
  all: 'TRUE',
};

// as the indexes have it, so that a window far down costs no sorting
const byActivity = 't.activity DESC, t.numeral DESC, t.pk';
// number, subject, requester, department, service, body: a hit in the number counts most
const best = `(t.number = :number) DESC, bm25(search, 20, 8, 3, 3, 5, 1), ${byActivity}`;

type Plan = { readonly from: string; readonly where: string; readonly params: Params };

export function createList(db: Database, search: SearchIndex): Pick<CacheStore, 'list' | 'counts'> {
  const statements = new Map<string, Statement>();
  // the search index has columns of the same names
  const columns = ticketCodec.columns
    .split(', ')
    .map((name) => `t.${name}`)
    .join(', ');

  /** One statement per form of query; there are few forms. */
  function prepared(sql: string): Statement {
    const known = statements.get(sql);
    if (known) return known;
    const fresh = db.prepare(sql);
    statements.set(sql, fresh);
    return fresh;
  }

  function read({ from, where, params }: Plan, order: string, query: ListQuery) {
    const total = prepared(`SELECT count(*) AS n FROM ${from} WHERE ${where}`).get(params);
    const rows = prepared(
      `SELECT ${columns} FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT :limit OFFSET :offset`,
    ).all({ ...params, limit: query.limit, offset: query.offset });
    return { total: Number(total?.n), tickets: rows.map(ticketCodec.record) };
  }

  const groups = db.prepare(
    'SELECT phase, place, departmentSlug, count(*) AS n, sum(unread > 0) AS unread FROM tickets GROUP BY 1, 2, 3',
  );
  const listed = db.prepare('SELECT name FROM departments WHERE slug = :slug');
  const latest = db.prepare(
    `SELECT departmentName AS name FROM tickets WHERE departmentSlug = :slug AND departmentName IS NOT NULL
     ORDER BY activity DESC LIMIT 1`,
  );
  const added = db.prepare(
    "SELECT count(*) AS n FROM tickets WHERE id IN (SELECT value FROM json_each(:ids)) AND place <> 'you'",
  );

  return {
    list(query) {
      const text = parseSearch(query.query ?? '');
      if (!text) return read(planOf(query, 'tickets t', []), byActivity, query);
      if (text.match === null) return { total: 0, tickets: [] };
      const plan = planOf(query, 'search JOIN tickets t ON t.pk = search.rowid', ['search MATCH :match']);
      const found = { ...plan, params: { ...plan.params, match: text.match, number: text.number } };
      return search.mending(() => read(found, best, query));
    },

    counts(alsoNeedsYou) {
      const rows = groups.all();
      const sum = (column: string, only: (row: Row) => boolean) =>
        rows.filter(only).reduce((total, row) => total + Number(row[column]), 0);
      const isOpen = (row: Row) => row.phase === 'open';
      const departments = [...new Set(rows.filter(isOpen).map((row) => row.departmentSlug ?? ''))].map(
        (slug) => ({
          slug: String(slug),
          name: String(listed.get({ slug })?.name ?? latest.get({ slug })?.name ?? slug),
          count: sum('n', (row) => isOpen(row) && row.departmentSlug === slug),
        }),
      );
      return {
        needsYou:
          sum('n', (row) => row.place === 'you') +
          Number(added.get({ ids: JSON.stringify(alsoNeedsYou) })?.n),
        waiting: sum('n', (row) => row.place === 'hostup'),
        open: sum('n', isOpen),
        closed: sum('n', (row) => row.phase === 'closed'),
        unread: sum('unread', (row) => row.phase !== 'gone'),
        departments: departments.sort((a, b) => a.name.localeCompare(b.name, 'sv')),
      };
    },
  };
}

function planOf(query: ListQuery, from: string, conditions: readonly string[]): Plan {
  const where = [...conditions];
  const params: Record<string, SqlValue> = {};
  if (query.view === 'needs-you' && query.alsoIds && query.alsoIds.length > 0) {
    where.push(`(${views['needs-you']} OR t.id IN (SELECT value FROM json_each(:alsoIds)))`);
    params.alsoIds = JSON.stringify(query.alsoIds);
  } else where.push(views[query.view]);
  if (query.department !== undefined) {
    where.push('t.departmentSlug = :department');
    params.department = query.department;
  }
  if (query.ids) {
    where.push('t.id IN (SELECT value FROM json_each(:ids))');
    params.ids = JSON.stringify(query.ids);
  }
  return { from, where: where.join(' AND '), params };
}
