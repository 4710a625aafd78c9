// The SQLite driver that is shipped. The end-to-end build for runtimes older than Node 22 takes `database-libsql.ts`
// in its place (build/bundle-targets.ts).
export { openBetter as openDatabase } from '../adapters/sqlite-better.ts';
