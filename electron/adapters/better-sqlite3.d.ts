// The library has types, but its "exports" hide them. Only what we use of them stands here.
declare module 'better-sqlite3-multiple-ciphers' {
  export default class Native {
    constructor(path: string);
    readonly inTransaction: boolean;
    exec(sql: string): unknown;
    prepare(sql: string): {
      run(params: object): { changes: number };
      get(params: object): unknown;
      all(params: object): unknown[];
    };
    pragma(source: string): unknown;
    /** takes back SQLite's "defensive" mode */
    unsafeMode(on: boolean): unknown;
    close(): unknown;
  }
}
