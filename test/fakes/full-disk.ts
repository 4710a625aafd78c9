// A disk that fills up at the n-th write, under a real database. Counts every change and every outermost commit.
import type { Database, OpenDatabase, Statement } from '../../electron/adapters/sqlite-driver.ts';

/**
 * How a write fails. `statement`: it alone. `transaction`: SQLite rolls everything back by itself, as it may.
 * `pages`: SQLite refuses every new page itself. `disk`: what `fill` and `empty` do to a real one.
 */
export type Fullness = 'statement' | 'transaction' | 'pages' | 'disk';

export type Disk = {
  readonly open: OpenDatabase;
  /** writes so far */
  writes(): number;
  /** the `nth` write from now (1 is the next) finds the disk full, and `lasting` says whether those after it do, too */
  fillAt(nth: number, how: Fullness, lasting: boolean): void;
  /** there is room again */
  empty(): void;
};

/** @param real fills and empties a real disk, for `disk` */
export function createDisk(inner: OpenDatabase, real?: { fill(): void; empty(): void }): Disk {
  const databases = new Set<Database>();
  let writes = 0;
  let full: { readonly from: number; readonly how: Fullness; readonly lasting: boolean } | null = null;

  /** To be called before each write; `db` is the one that is written to. */
  function beforeWrite(db: Database): void {
    writes += 1;
    if (!full || writes < full.from) return;
    const { from, how, lasting } = full;
    if (writes > from && !lasting) empty();
    else if (how === 'disk' || how === 'pages') {
      if (writes === from) fill(how);
    } else refuse(db, how);
  }

  function refuse(db: Database, how: Fullness): never {
    if (how === 'transaction') rollBack(db);
    throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  }

  function fill(how: Fullness): void {
    if (how === 'disk') real?.fill();
    else for (const db of databases) db.pragma(`max_page_count = ${Number(db.pragma('page_count'))}`);
  }

  function empty(): void {
    if (full?.how === 'disk') real?.empty();
    if (full?.how === 'pages') for (const db of databases) db.pragma('max_page_count = 1000000');
    full = null;
  }

  function watch(db: Database): Database {
    let depth = 0;
    let changed = false;
    databases.add(db);
    const write = <T>(work: () => T): T => {
      beforeWrite(db);
      changed = true;
      return work();
    };
    return {
      ...db,
      exec: (sql) => write(() => db.exec(sql)),
      prepare: (sql) => (isRead(sql) ? db.prepare(sql) : watchStatement(db.prepare(sql), write)),
      transaction: (work) =>
        db.transaction(() => {
          depth += 1;
          try {
            if (depth === 1) changed = false;
            const value = work();
            if (depth === 1 && changed) beforeWrite(db);
            return value;
          } finally {
            depth -= 1;
          }
        }),
      close() {
        databases.delete(db);
        db.close();
      },
    };
  }

  return {
    open: (path, key, options) => watch(inner(path, key, options)),
    writes: () => writes,
    fillAt(nth, how, lasting) {
      full = { from: writes + nth, how, lasting };
    },
    empty,
  };
}

const isRead = (sql: string): boolean => /^\s*SELECT/i.test(sql);

function watchStatement(statement: Statement, write: <T>(work: () => T) => T): Statement {
  return {
    run: (params) => write(() => statement.run(params)),
    get: (params) => write(() => statement.get(params)),
    all: (params) => write(() => statement.all(params)),
  };
}

/** Outside a transaction there is nothing to roll back. */
function rollBack(db: Database): void {
  try {
    db.exec('ROLLBACK');
  } catch {}
}
