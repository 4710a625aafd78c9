// Stands between a store and its database: turns faults into StoreErrors, gives the reserve back when the disk is
// full and tries once more, and says when the file turns out to be damaged.
import type { StoreError } from '../core/records.ts';
import type { Database, Statement } from './sqlite-driver.ts';
import { isFileDamage, toStoreError } from './sqlite-errors.ts';

type GuardHooks = {
  /** makes room; false: there was nothing to give */
  readonly makeRoom: () => boolean;
  /** the file is damaged; nothing more can be done while it is open */
  readonly onDamage: () => void;
};

/** A transaction that meets a full disk is run a second time, so its work must touch nothing but the store. */
export function guard(db: Database, { makeRoom, onDamage }: GuardHooks): Database {
  let depth = 0;

  function fault(cause: unknown): StoreError {
    const error = toStoreError(cause);
    if (!error) throw cause;
    if (isFileDamage(error)) onDamage();
    return error;
  }

  function once<T>(work: () => T): T {
    try {
      return work();
    } catch (cause) {
      throw fault(cause);
    }
  }

  function attempt<T>(work: () => T): T {
    try {
      return work();
    } catch (cause) {
      const error = fault(cause);
      // inside a transaction only the whole of it can be tried again
      if (error.code === 'store_full' && depth === 0 && makeRoom()) return once(work);
      throw error;
    }
  }

  function statement(sql: string): Statement {
    const prepared = once(() => db.prepare(sql));
    return {
      run: (params) => attempt(() => prepared.run(params)),
      get: (params) => attempt(() => prepared.get(params)),
      all: (params) => attempt(() => prepared.all(params)),
    };
  }

  return {
    exec: (sql) => attempt(() => db.exec(sql)),
    prepare: statement,
    transaction: (work) =>
      attempt(() =>
        db.transaction(() => {
          depth += 1;
          try {
            return work();
          } finally {
            depth -= 1;
          }
        }),
      ),
    pragma: (source) => attempt(() => db.pragma(source)),
    close: () => once(() => db.close()),
  };
}
