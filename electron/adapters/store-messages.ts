// Messages of the cache, in the order of the API.
import type { CacheStore } from '../core/ports.ts';
import type { StoredMessage } from '../core/records.ts';
import type { Database } from './sqlite-driver.ts';
import { codecOf } from './store-codec.ts';
import { hasSameWords, hasWords, type SearchIndex } from './store-search.ts';

const codec = codecOf<StoredMessage>('messages', 'id', {
  id: 'plain',
  ticketId: 'plain',
  position: 'plain',
  sentAt: 'plain',
  body: 'plain',
  sender: 'plain',
  senderName: 'plain',
  encrypted: 'flag',
  attachments: 'json',
  opening: 'flag',
  unread: 'flag',
});

type MessageMethods = Pick<
  CacheStore,
  | 'messages'
  | 'countMessages'
  | 'message'
  | 'customersAfter'
  | 'putMessages'
  | 'removeMessages'
  | 'markRead'
  | 'unannounced'
  | 'heldBack'
  | 'keepEncrypted'
>;

/** `write` runs a change and brings the search index in step. */
export function createMessages(
  db: Database,
  search: SearchIndex,
  write: <T>(work: () => T) => T,
): MessageMethods {
  const { columns, upsert, params, record } = codec;
  const newest = db.prepare(
    `SELECT ${columns} FROM messages WHERE ticketId = :ticketId ORDER BY position DESC, pk DESC LIMIT :limit`,
  );
  const newestBefore = db.prepare(
    `SELECT ${columns} FROM messages WHERE ticketId = :ticketId AND (position, pk) <
       (SELECT position, pk FROM messages WHERE id = :before AND ticketId = :ticketId)
     ORDER BY position DESC, pk DESC LIMIT :limit`,
  );
  const count = db.prepare('SELECT count(*) AS n FROM messages WHERE ticketId = :ticketId');
  const byId = db.prepare(`SELECT ${columns} FROM messages WHERE id = :id`);
  const customersAfter = db.prepare(
    "SELECT id FROM messages WHERE ticketId = :ticketId AND position > :position AND sender = 'customer' ORDER BY position, pk",
  );
  const put = db.prepare(upsert);
  const remove = db.prepare(
    'DELETE FROM messages WHERE id IN (SELECT value FROM json_each(:ids)) RETURNING ticketId, position',
  );
  const markAll = db.prepare(
    'UPDATE messages SET unread = 0 WHERE ticketId = :ticketId AND unread = 1 RETURNING id',
  );
  const markUpTo = db.prepare(
    `UPDATE messages SET unread = 0 WHERE ticketId = :ticketId AND unread = 1 AND position <=
       (SELECT position FROM messages WHERE id = :upTo AND ticketId = :ticketId) RETURNING id`,
  );
  const heldBack = db.prepare(
    `SELECT ${columns} FROM messages WHERE unread = 1 AND sender = 'staff' AND EXISTS
       (SELECT 1 FROM ledger WHERE messageId = messages.id AND outcome = 'not-shown' AND why = 'quiet-hours')
     ORDER BY ifnull(sentAt, 0), ticketId, position LIMIT :limit`,
  );
  const unannounced = db.prepare(
    `SELECT ${columns} FROM messages WHERE unread = 1 AND sender = 'staff'
       AND NOT EXISTS (SELECT 1 FROM ledger WHERE messageId = messages.id)
     ORDER BY ifnull(sentAt, 0), ticketId, position LIMIT :limit`,
  );

  // texts of encrypted messages are in no index, so forgetting them touches nothing else
  const forget = db.prepare("UPDATE messages SET body = '' WHERE encrypted = 1 AND body IS NOT NULL");
  const fetchAgain = db.prepare(
    `UPDATE tickets SET detailStamp = NULL
     WHERE id IN (SELECT ticketId FROM messages WHERE encrypted = 1 AND body = '')`,
  );

  function message(id: string): StoredMessage | null {
    const row = byId.get({ id });
    return row ? record(row) : null;
  }

  /** Tickets whose document a change of this message concerns. */
  function touch(next: StoredMessage): void {
    const old = message(next.id);
    if (old ? old.ticketId === next.ticketId && hasSameWords(old, next) : !hasWords(next)) return;
    search.touch(next.ticketId, next.position);
    if (old) search.touch(old.ticketId, old.position);
  }

  return {
    message,
    messages(ticketId, limit, before) {
      const rows =
        before === undefined
          ? newest.all({ ticketId, limit })
          : newestBefore.all({ ticketId, limit, before });
      return rows.reverse().map(record);
    },
    customersAfter: (ticketId, position) =>
      customersAfter.all({ ticketId, position }).map(({ id }) => String(id)),
    countMessages: (ticketId) => Number(count.get({ ticketId })?.n),
    putMessages: (messages) =>
      write(() => {
        for (const next of messages) {
          touch(next);
          put.run(params(next));
        }
      }),
    removeMessages: (ids) =>
      write(() => {
        for (const row of remove.all({ ids: JSON.stringify(ids) }))
          search.touch(String(row.ticketId), Number(row.position));
      }),
    markRead(ticketId, upTo) {
      const rows = upTo === null ? markAll.all({ ticketId }) : markUpTo.all({ ticketId, upTo });
      return rows.map(({ id }) => String(id));
    },
    keepEncrypted: (keep) => void (keep ? fetchAgain : forget).run(),
    heldBack: (limit) => heldBack.all({ limit }).map(record),
    unannounced: (limit) => unannounced.all({ limit }).map(record),
  };
}
