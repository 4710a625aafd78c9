// The user's own marks on tickets, in outbox.db.
import type { OutboxStore } from '../core/ports.ts';
import type { StoredMark } from '../core/records.ts';
import type { Database } from './sqlite-driver.ts';
import { codecOf } from './store-codec.ts';

const codec = codecOf<StoredMark>('marks', 'ticketId', {
  ticketId: 'plain',
  pinned: 'flag',
  muted: 'flag',
  hidden: 'flag',
  snooze: 'json',
});

/** `db` is guarded, open and of the newest shape. */
export function createMarks(db: Database): Pick<OutboxStore, 'mark' | 'marks' | 'putMark'> {
  const { columns, upsert, params, record } = codec;
  const one = db.prepare(`SELECT ${columns} FROM marks WHERE ticketId = :ticketId`);
  const all = db.prepare(`SELECT ${columns} FROM marks ORDER BY rowid`);
  const put = db.prepare(upsert);
  const remove = db.prepare('DELETE FROM marks WHERE ticketId = :ticketId');
  return {
    mark(ticketId) {
      const row = one.get({ ticketId });
      return row ? record(row) : null;
    },
    marks: () => all.all().map(record),
    putMark(mark) {
      if (mark.pinned || mark.muted || mark.hidden || mark.snooze) put.run(params(mark));
      else remove.run({ ticketId: mark.ticketId });
    },
  };
}
