// Tickets of the cache one by one, and which of them need a look. The list with its views is in store-list.
import type { CacheStore } from '../core/ports.ts';
import type { StoredTicket } from '../core/records.ts';
import type { Database } from './sqlite-driver.ts';
import { codecOf } from './store-codec.ts';
import { type SearchIndex, sameWords } from './store-search.ts';

export const ticketCodec = codecOf<StoredTicket>('tickets', 'id', {
  id: 'plain',
  number: 'plain',
  subject: 'plain',
  status: 'plain',
  priority: 'plain',
  departmentSlug: 'plain',
  departmentName: 'plain',
  createdAt: 'plain',
  updatedAt: 'plain',
  lastMessageAt: 'plain',
  ccEmails: 'json',
  requesterName: 'plain',
  messageCount: 'plain',
  services: 'json',
  detailStamp: 'plain',
  stamp: 'plain',
  fetchedAt: 'plain',
  goneAt: 'plain',
  turn: 'plain',
  turnSince: 'plain',
  firstStaffAt: 'plain',
  lastSender: 'plain',
  lastName: 'plain',
  lastText: 'plain',
  lastEncrypted: 'flag',
  announcedUpTo: 'plain',
  unread: 'plain',
});

type TicketMethods = Pick<
  CacheStore,
  | 'ticket'
  | 'ticketByNumber'
  | 'putTicket'
  | 'stale'
  | 'countStale'
  | 'countUnfetched'
  | 'countPresent'
  | 'absentFrom'
  | 'markGone'
>;

/** `write` runs a change and brings the search index in step. */
export function createTickets(
  db: Database,
  search: SearchIndex,
  write: <T>(work: () => T) => T,
): TicketMethods {
  const { columns, upsert, params, record } = ticketCodec;
  const byId = db.prepare(`SELECT ${columns} FROM tickets WHERE id = :id`);
  const byNumber = db.prepare(
    `SELECT ${columns} FROM tickets WHERE number = :number ORDER BY goneAt IS NOT NULL, activity DESC LIMIT 1`,
  );
  const put = db.prepare(upsert);
  // the condition is the one of the partial index tickets_stale, word for word
  const stale = db.prepare(
    `SELECT ${columns} FROM tickets WHERE detailStamp IS NOT stamp AND goneAt IS NULL
     ORDER BY activity DESC, numeral DESC LIMIT :limit`,
  );
  const countStale = db.prepare(
    'SELECT count(*) AS n FROM tickets WHERE detailStamp IS NOT stamp AND goneAt IS NULL',
  );
  const countUnfetched = db.prepare(
    `SELECT count(*) AS n FROM (
       SELECT pk FROM tickets WHERE detailStamp IS NOT stamp AND goneAt IS NULL AND detailStamp IS NULL
       UNION SELECT pk FROM unindexed JOIN tickets ON pk = ticket WHERE phase <> 'gone')`,
  );
  // phases by name: what is asked by an index takes a tenth of the time
  const countPresent = db.prepare("SELECT count(*) AS n FROM tickets WHERE phase IN ('open', 'closed')");
  // ids by their index first: most tickets are among these, and their rows need not be read
  const absent = db.prepare(
    `SELECT t.id FROM (SELECT id FROM tickets EXCEPT SELECT value FROM json_each(:ids)) other
       JOIN tickets t ON t.id = other.id WHERE t.phase <> 'gone' ORDER BY t.id`,
  );
  const markGone = db.prepare(
    'UPDATE tickets SET goneAt = :at WHERE goneAt IS NULL AND id IN (SELECT value FROM json_each(:ids))',
  );

  function ticket(id: string): StoredTicket | null {
    const row = byId.get({ id });
    return row ? record(row) : null;
  }

  return {
    ticket,
    ticketByNumber(number) {
      const row = byNumber.get({ number });
      return row ? record(row) : null;
    },
    putTicket: (next) =>
      write(() => {
        const old = ticket(next.id);
        put.run(params(next));
        if (!old || !sameWords(old, next)) search.touch(next.id);
      }),
    stale: (limit) => stale.all({ limit }).map(record),
    countStale: () => Number(countStale.get()?.n),
    countUnfetched: () => Number(countUnfetched.get()?.n),
    countPresent: () => Number(countPresent.get()?.n),
    absentFrom: (ids) => absent.all({ ids: JSON.stringify(ids) }).map(({ id }) => String(id)),
    markGone: (ids, at) => void markGone.run({ ids: JSON.stringify(ids), at }),
  };
}
