// What was said when, ticket by ticket, read from an index alone: no text is touched.
import type { CacheStore } from '../core/ports.ts';
import type { SpokenRow } from '../core/records.ts';
import type { Database } from './sqlite-driver.ts';

/** `db` is guarded, open and of the newest shape. */
export function createSpoken(db: Database): Pick<CacheStore, 'spoken'> {
  // CROSS JOIN keeps the order of the loops, and with it the order of the rows
  const next = db.prepare(
    `SELECT t.pk AS ticketKey, t.departmentSlug, t.createdAt, m.position, m.sender, m.sentAt
     FROM tickets t CROSS JOIN messages m ON m.ticketId = t.id
     WHERE t.pk >= :key AND t.fetchedAt IS NOT NULL AND (t.pk > :key OR m.position > :position)
     ORDER BY t.pk, m.position LIMIT :limit`,
  );
  return {
    spoken: (after, limit) =>
      next.all({
        key: after?.ticketKey ?? -1,
        position: after?.position ?? -1,
        limit,
      }) as unknown as SpokenRow[],
  };
}
