// The small port the stores speak to SQLite through. Knows neither a library nor a table.
import type { Secret } from '../core/secret.ts';

export type SqlValue = string | number | null;
export type Params = Readonly<Record<string, SqlValue>>;
export type Row = Readonly<Record<string, SqlValue>>;

/** Prepared once, run often. Parameters are named (`:name`) and booleans are 0 or 1. */
export type Statement = {
  /** answers how many rows changed */
  run(params?: Params): number;
  get(params?: Params): Row | undefined;
  all(params?: Params): Row[];
};

/** Methods throw what the library throws: errors with a `code` such as 'SQLITE_FULL'. */
export type Database = {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  /** All or nothing; may be nested. What `work` throws comes out after the rollback. */
  transaction<T>(work: () => T): T;
  /** answers the first value of the first row, null if there is none */
  pragma(source: string): SqlValue;
  close(): void;
};

/**
 * Opens or makes a database. `key`: 64 hex digits, null: not encrypted (only for ':memory:').
 * `lenient` reads pages whose checksum is wrong and files that were cut, to save what can be saved; never write
 * through it.
 */
export type OpenDatabase = (
  path: string,
  key: Secret | null,
  options?: { readonly lenient?: boolean },
) => Database;

/** For lenient reading: SQLite then takes the size of the file for true, not the one in its header. */
export const readCutFiles = 'writable_schema = ON';
