// outbox.db behind its port: drafts, marks and outgoing replies, each write on disk when the method returns.
import type { OutboxStore } from '../core/ports.ts';
import type { StoredDraft, StoredOutgoing } from '../core/records.ts';
import type { Database } from './sqlite-driver.ts';
import { codecOf } from './store-codec.ts';
import { createMarks } from './store-marks.ts';
import { createMeta } from './store-notes.ts';

const draftCodec = codecOf<StoredDraft>('drafts', 'ticketId', {
  ticketId: 'plain',
  text: 'plain',
  encrypted: 'flag',
  savedAt: 'plain',
  seenUpTo: 'plain',
});

const outgoingCodec = codecOf<StoredOutgoing>('outgoing', 'id', {
  id: 'plain',
  create: 'json',
  ticketId: 'plain',
  text: 'plain',
  encrypted: 'flag',
  reopen: 'flag',
  state: 'plain',
  attempts: 'plain',
  presses: 'plain',
  queuedAt: 'plain',
  markedAt: 'plain',
  skew: 'plain',
  nextAttemptAt: 'plain',
  baseline: 'json',
  reads: 'plain',
  reason: 'json',
  messageId: 'plain',
  confirmedAt: 'plain',
});

function createDrafts(db: Database): Pick<OutboxStore, 'draft' | 'drafts' | 'putDraft' | 'removeDraft'> {
  const { columns, upsert, params, record } = draftCodec;
  const one = db.prepare(`SELECT ${columns} FROM drafts WHERE ticketId = :ticketId`);
  const all = db.prepare(`SELECT ${columns} FROM drafts ORDER BY savedAt DESC, ticketId`);
  const put = db.prepare(upsert);
  const remove = db.prepare('DELETE FROM drafts WHERE ticketId = :ticketId');
  return {
    draft(ticketId) {
      const row = one.get({ ticketId });
      return row ? record(row) : null;
    },
    drafts: () => all.all().map(record),
    putDraft: (draft) => void put.run(params(draft)),
    removeDraft: (ticketId) => void remove.run({ ticketId }),
  };
}

type OutgoingMethods = Pick<OutboxStore, 'get' | 'put' | 'ofTicket' | 'open' | 'claimed' | 'prune'>;

function createOutgoing(db: Database): OutgoingMethods {
  const { columns, upsert, params, record } = outgoingCodec;
  // in the order in which they were put, which no clock that is set back can change
  const select = (where: string) =>
    db.prepare(`SELECT ${columns} FROM outgoing WHERE ${where} ORDER BY rowid`);
  const one = db.prepare(`SELECT ${columns} FROM outgoing WHERE id = :id`);
  const put = db.prepare(upsert);
  const ofTicket = select('ticketId = :ticketId');
  const open = select("state NOT IN ('sent', 'discarded')");
  const claimed = db.prepare(
    'SELECT messageId FROM outgoing WHERE ticketId = :ticketId AND messageId IS NOT NULL',
  );
  const prune = db.prepare(
    `DELETE FROM outgoing WHERE state IN ('sent', 'discarded') AND coalesce(confirmedAt, markedAt, queuedAt) < :before`,
  );
  const forget = db.prepare(
    "UPDATE outgoing SET text = '' WHERE state = 'sent' AND encrypted = 1 AND text <> '' AND confirmedAt < :before",
  );
  return {
    get(id) {
      const row = one.get({ id });
      return row ? record(row) : null;
    },
    put: (row) => void put.run(params(row)),
    ofTicket: (ticketId) => ofTicket.all({ ticketId }).map(record),
    open: () => open.all().map(record),
    claimed: (ticketId) => claimed.all({ ticketId }).map(({ messageId }) => String(messageId)),
    prune(endedBefore, sentBefore) {
      prune.run({ before: endedBefore });
      forget.run({ before: sentBefore });
    },
  };
}

/** `db` is guarded, open and of the newest shape; `close` ends it. */
export function createOutboxStore(db: Database, close: () => void): OutboxStore {
  return {
    transaction: db.transaction,
    ...createDrafts(db),
    ...createOutgoing(db),
    ...createMarks(db),
    ...createMeta(db),
    close,
  };
}
