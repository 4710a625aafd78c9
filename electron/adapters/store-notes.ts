// The small tables of the cache: what sync remembers, departments, and the ledger of notifications.
import type { CacheStore } from '../core/ports.ts';
import type { Ledger, LedgerEntry, StoredDepartment } from '../core/records.ts';
import type { Database } from './sqlite-driver.ts';
import { codecOf } from './store-codec.ts';

const departmentCodec = codecOf<StoredDepartment>('departments', 'slug', {
  slug: 'plain',
  name: 'plain',
  description: 'plain',
});

const ledgerCodec = codecOf<LedgerEntry>('ledger', 'messageId', {
  messageId: 'plain',
  ticketId: 'plain',
  outcome: 'plain',
  why: 'plain',
  noticeId: 'plain',
  at: 'plain',
});

/** What sync remembers, by name. */
export function createMeta(db: Database): Pick<CacheStore, 'meta' | 'setMeta'> {
  const read = db.prepare('SELECT value FROM meta WHERE key = :key');
  const put = db.prepare(
    'INSERT INTO meta (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const remove = db.prepare('DELETE FROM meta WHERE key = :key');
  return {
    meta(key) {
      const row = read.get({ key });
      return row ? String(row.value) : null;
    },
    setMeta: (key, value) => void (value === null ? remove.run({ key }) : put.run({ key, value })),
  };
}

/** Departments as HostUp lists them, and as tickets name them. */
export function createDepartments(
  db: Database,
): Pick<CacheStore, 'departments' | 'putDepartments' | 'departmentsSeen'> {
  const { columns, params, record } = departmentCodec;
  const all = db.prepare(`SELECT ${columns} FROM departments ORDER BY position`);
  const clear = db.prepare('DELETE FROM departments');
  const put = db.prepare(
    `INSERT OR REPLACE INTO departments (${columns}, position) VALUES (:slug, :name, :description, :position)`,
  );
  // the bare column belongs to the row with the maximum (SQLite, "Bare columns in an aggregate query")
  const seen = db.prepare(
    `SELECT departmentSlug AS slug, ifnull(departmentName, departmentSlug) AS name, NULL AS description, max(activity)
     FROM tickets WHERE departmentSlug <> '' GROUP BY departmentSlug ORDER BY name`,
  );
  return {
    departments: () => all.all().map(record),
    /** replaces the list as a whole and keeps its order */
    putDepartments: (departments) =>
      db.transaction(() => {
        clear.run();
        for (const [position, department] of departments.entries())
          put.run({ ...params(department), position });
      }),
    departmentsSeen: () => seen.all().map(record),
  };
}

/** Which messages were told, in which notification, and what became of it. */
export function createLedger(db: Database): Ledger {
  const { columns, upsert, params, record } = ledgerCodec;
  const select = (where: string) => db.prepare(`SELECT ${columns} FROM ledger WHERE ${where}`);
  const byMessage = select('messageId = :messageId');
  const byNotice = select('noticeId = :noticeId ORDER BY at, messageId');
  const shown = select("ticketId = :ticketId AND outcome = 'shown' ORDER BY at, messageId");
  const latest = db.prepare(
    `SELECT latest.*, tickets.number, tickets.subject
     FROM (SELECT ${columns} FROM ledger ORDER BY at DESC, messageId LIMIT :limit) AS latest
     JOIN tickets ON tickets.id = latest.ticketId ORDER BY latest.at DESC, latest.messageId`,
  );
  const put = db.prepare(upsert);
  const set = db.prepare(
    'UPDATE ledger SET outcome = :outcome, at = :at WHERE messageId IN (SELECT value FROM json_each(:ids))',
  );
  return {
    ledgerOf(messageId) {
      const row = byMessage.get({ messageId });
      return row ? record(row) : null;
    },
    putLedger: (entry) => void put.run(params(entry)),
    ledgerByNotice: (noticeId) => byNotice.all({ noticeId }).map(record),
    ledgerShown: (ticketId) => shown.all({ ticketId }).map(record),
    ledgerLatest: (limit) =>
      latest.all({ limit }).map((row) => ({
        ...record(row),
        number: String(row.number),
        subject: row.subject === null ? null : String(row.subject),
      })),
    setLedgerOutcome: (ids, outcome, at) => void set.run({ ids: JSON.stringify(ids), outcome, at }),
  };
}
