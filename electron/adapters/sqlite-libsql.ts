// The driver of the end-to-end build alone: it loads in Node 20, where the real one does not. AES-256-CBC without a
// checksum per page, so damage inside a page goes unnoticed. Text ends at a NUL character.
import Native from 'libsql';
import { type OpenDatabase, type Row, readCutFiles } from './sqlite-driver.ts';
import { rawKey } from './sqlite-key.ts';
import { fromNative, type NativeDatabase } from './sqlite-native.ts';

/** libsql, made to behave like the real driver; throws what the library throws. */
export const openLibsql: OpenDatabase = (path, key, options = {}) => {
  const native = connect(
    path,
    key === null ? {} : { encryptionCipher: 'aes256cbc', encryptionKey: rawKey(key) },
  );
  if (options.lenient) native.pragma(readCutFiles);
  return fromNative(alike(native), () => {
    // Its statements keep the file open until they are collected; out of WAL mode that leaves nothing behind to
    // delete by name later. Impossible on a damaged file, where it does not matter.
    try {
      native.pragma('journal_mode=DELETE');
    } catch {}
    native.close();
  });
};

/** A constructor that throws gives no code; it only ever means that the file cannot be opened. */
function connect(path: string, options: object): Native.Database {
  try {
    return new Native(path, options);
  } catch (cause) {
    throw Object.assign(new Error('cannot open', { cause }), { code: 'SQLITE_CANTOPEN' });
  }
}

/** Like better-sqlite3: no `_metadata` property in rows, and a statement that failed can be used again. */
function alike(native: Native.Database): NativeDatabase {
  return {
    get inTransaction() {
      return native.inTransaction;
    },
    exec: (sql) => native.exec(sql),
    pragma: (source) => native.pragma(source),
    prepare(sql) {
      let prepared: Native.Statement | null = native.prepare(sql);
      function use<T>(work: (statement: Native.Statement) => T): T {
        const statement = prepared ?? native.prepare(sql);
        prepared = null;
        const value = work(statement);
        prepared = statement;
        return value;
      }
      return {
        run: (params) => use((statement) => statement.run(params)),
        all: (params) => use((statement) => statement.all(params)),
        get: (params) => use((statement) => withoutTiming(statement.get(params))),
      };
    },
  };
}

function withoutTiming(row: unknown): Row | undefined {
  if (typeof row !== 'object' || row === null) return undefined;
  const { _metadata, ...rest } = row as Record<string, never>;
  return rest;
}
