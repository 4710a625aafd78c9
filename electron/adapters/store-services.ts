// Linked services as tickets have shown them, read from an index alone.
import type { SeenService } from '../contract/services.ts';
import type { CacheStore } from '../core/ports.ts';
import type { Database } from './sqlite-driver.ts';

/** `db` is guarded, open and of the newest shape. */
export function createServices(db: Database): Pick<CacheStore, 'servicesSeen'> {
  // the bare column belongs to the row with the maximum (SQLite, "Bare columns in an aggregate query"): the name that
  // the ticket seen last gave it
  const seen = db.prepare(
    `SELECT type AS serviceType, id AS serviceId, name AS serviceName, count(*) AS tickets, max(ticket)
     FROM linkedServices WHERE type IN (SELECT value FROM json_each(:types))
     GROUP BY type, id ORDER BY tickets DESC, serviceName, id LIMIT :limit`,
  );
  return {
    servicesSeen: (types, limit) =>
      seen.all({ types: JSON.stringify(types), limit }).map(
        (row): SeenService => ({
          serviceType: row.serviceType as SeenService['serviceType'],
          serviceId: String(row.serviceId),
          serviceName: row.serviceName === null ? null : String(row.serviceName),
          tickets: Number(row.tickets),
        }),
      ),
  };
}
