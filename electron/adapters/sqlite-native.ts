// Turns a connection with better-sqlite3's methods (libsql has the same) into the port.
import type { Database, Params, Row, Statement } from './sqlite-driver.ts';

type NativeStatement = {
  run(params: Params): { changes: number };
  get(params: Params): unknown;
  all(params: Params): unknown[];
};
export type NativeDatabase = {
  readonly inTransaction: boolean;
  exec(sql: string): unknown;
  prepare(sql: string): NativeStatement;
  pragma(source: string): unknown;
};

const none: Params = {};

/** The port over an open connection. @param close ends it */
export function fromNative(native: NativeDatabase, close: () => void): Database {
  let depth = 0;

  function statement(sql: string): Statement {
    const prepared = native.prepare(sql);
    return {
      run: (params = none) => prepared.run(params).changes,
      get: (params = none) => prepared.get(params) as Row | undefined,
      all: (params = none) => prepared.all(params) as Row[],
    };
  }

  /** SQLite itself rolls back on some faults (a full disk), so there may be nothing left to undo. */
  function undo(sql: string): void {
    if (native.inTransaction) native.exec(sql);
  }

  function transaction<T>(work: () => T): T {
    const name = `level_${depth}`;
    // IMMEDIATE: a transaction that would write must not find out half-way that it may not
    native.exec(depth === 0 ? 'BEGIN IMMEDIATE' : `SAVEPOINT ${name}`);
    depth += 1;
    try {
      const value = work();
      native.exec(depth === 1 ? 'COMMIT' : `RELEASE ${name}`);
      return value;
    } catch (cause) {
      undo(depth === 1 ? 'ROLLBACK' : `ROLLBACK TO ${name}; RELEASE ${name}`);
      throw cause;
    } finally {
      depth -= 1;
    }
  }

  return {
    exec: (sql) => void native.exec(sql),
    prepare: statement,
    transaction,
    pragma(source) {
      const [first] = native.pragma(source) as Row[];
      return first ? (Object.values(first)[0] ?? null) : null;
    },
    close,
  };
}
