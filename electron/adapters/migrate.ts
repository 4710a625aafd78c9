// Brings a database to the newest shape, one numbered step at a time. Steps are never changed once released.
import { StoreError } from '../core/records.ts';
import type { Database } from './sqlite-driver.ts';

/** The number of steps this database has taken, 0 for a new one. Throws 'store_newer' when there are more than we know. */
export function knownVersion(db: Database, steps: readonly string[]): number {
  const version = Number(db.pragma('user_version'));
  if (version > steps.length) throw new StoreError('store_newer');
  return version;
}

/** Runs the steps that are missing, each in a transaction of its own. */
export function migrate(db: Database, steps: readonly string[]): void {
  const version = knownVersion(db, steps);
  for (const [index, sql] of steps.entries()) {
    if (index < version) continue;
    db.transaction(() => {
      db.exec(sql);
      db.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
}
