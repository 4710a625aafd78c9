// The counts beside the list; they agree with its views.
import type { CacheStore, PutAway } from '../core/ports.ts';
import type { Database, Row } from './sqlite-driver.ts';
import { keysOf } from './store-list-plan.ts';

const nothingAway: PutAway = { hidden: [], snoozed: [] };

/** `db` is guarded, open and of the newest shape. */
export function createCounts(db: Database): Pick<CacheStore, 'counts'> {
  const groups = db.prepare(
    `SELECT phase, place, departmentSlug, count(*) AS n, sum(unread > 0) AS unread FROM tickets
     WHERE pk NOT IN ${keysOf('hidden')} GROUP BY 1, 2, 3`,
  );
  const hidden = db.prepare(`SELECT count(*) AS n FROM tickets WHERE pk IN ${keysOf('hidden')}`);
  const snoozed = db.prepare(
    `SELECT place, count(*) AS n FROM tickets
     WHERE pk IN ${keysOf('snoozed')} AND pk NOT IN ${keysOf('hidden')} GROUP BY 1`,
  );
  const added = db.prepare(
    `SELECT count(*) AS n FROM tickets WHERE id IN (SELECT value FROM json_each(:ids)) AND place <> 'you'
     AND pk NOT IN ${keysOf('snoozed')} AND pk NOT IN ${keysOf('hidden')}`,
  );
  const listed = db.prepare('SELECT name FROM departments WHERE slug = :slug');
  const latest = db.prepare(
    `SELECT departmentName AS name FROM tickets WHERE departmentSlug = :slug AND departmentName IS NOT NULL
     ORDER BY activity DESC LIMIT 1`,
  );

  return {
    counts(alsoNeedsYou, away = nothingAway) {
      const params = { hidden: JSON.stringify(away.hidden), snoozed: JSON.stringify(away.snoozed) };
      const rows = groups.all({ hidden: params.hidden });
      const asleep = snoozed.all(params);
      const sum = (from: readonly Row[], column: string, only: (row: Row) => boolean) =>
        from.filter(only).reduce((total, row) => total + Number(row[column]), 0);
      const isOpen = (row: Row) => row.phase === 'open';
      const awake = (place: string) =>
        sum(rows, 'n', (row) => row.place === place) - sum(asleep, 'n', (row) => row.place === place);
      const departments = [...new Set(rows.filter(isOpen).map((row) => row.departmentSlug ?? ''))].map(
        (slug) => ({
          slug: String(slug),
          name: String(listed.get({ slug })?.name ?? latest.get({ slug })?.name ?? slug),
          count: sum(rows, 'n', (row) => isOpen(row) && row.departmentSlug === slug),
        }),
      );
      return {
        needsYou: awake('you') + Number(added.get({ ...params, ids: JSON.stringify(alsoNeedsYou) })?.n),
        waiting: awake('hostup'),
        open: sum(rows, 'n', isOpen),
        closed: sum(rows, 'n', (row) => row.phase === 'closed'),
        unread: sum(rows, 'unread', (row) => row.phase !== 'gone'),
        snoozed: sum(asleep, 'n', () => true),
        hidden: Number(hidden.get({ hidden: params.hidden })?.n),
        departments: departments.sort((a, b) => a.name.localeCompare(b.name, 'sv')),
      };
    },
  };
}
