// Stands in for `database.ts` in the end-to-end build alone.
export { openLibsql as openDatabase } from '../adapters/sqlite-libsql.ts';
