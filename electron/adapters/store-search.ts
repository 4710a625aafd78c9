// The search index: one document per ticket (store-search-document), several for a long conversation (store-search-long).
// Documents are written when the transaction ends, so a ticket and its messages cost one; what would take too long is
// noted there and written later (store-search-queue).
import type { StoredMessage, StoredTicket } from '../core/records.ts';
import { dropIndex, smallPages } from './migrations/cache-005.ts';
import type { Database } from './sqlite-driver.ts';
import { isIndexDamage } from './sqlite-errors.ts';
import { createDocuments } from './store-search-document.ts';
import { stretchOf, whole } from './store-search-long.ts';
import { createIndexQueue } from './store-search-queue.ts';

export type SearchIndex = {
  /** notes that the ticket's document is out of date: what the message at this place said, or the ticket's own fields */
  touch(ticketId: string, position?: number): void;
  /** writes the documents noted, or that they are out of date; to be called before the transaction ends */
  flush(): void;
  /** forgets what was noted, when a transaction begins */
  reset(): void;
  /** whether documents are out of date or missing */
  isBehind(): boolean;
  /** writes some of those */
  catchUp(): void;
  /** runs work that reads the index; a damaged index is made again, once, and the work repeated */
  mending<T>(work: () => T): T;
};
export type SearchHooks = {
  /** text of a body without its markup */
  readonly plain: (body: string) => string;
  readonly onRebuilt: () => void;
  /** damaged again after it was made anew */
  readonly onDamage: () => void;
};

/**
 * The log of the database is emptied into its file as often, which takes as long as writing one: left to itself, SQLite
 * would do that less often, on top of the writing, and in one go.
 */
const portionsOfLog = 2;

type Indexed = Pick<
  StoredTicket,
  'number' | 'subject' | 'requesterName' | 'departmentSlug' | 'departmentName' | 'services'
>;

/** Whether a change of a ticket concerns the index. */
export function sameWords(a: Indexed, b: Indexed): boolean {
  return words(a) === words(b);
}

/** Whether a message concerns the index. */
export const hasWords = (message: StoredMessage): boolean => wordsOf(message) !== null;

/** Whether a change of a message concerns the index. */
export function hasSameWords(a: StoredMessage, b: StoredMessage): boolean {
  return stretchOf(a.position) === stretchOf(b.position) && wordsOf(a) === wordsOf(b);
}

/** What a message adds to the index, and where; null: nothing. */
function wordsOf({
  body,
  encrypted,
  sender,
  senderName,
}: Pick<StoredMessage, 'body' | 'encrypted' | 'sender' | 'senderName'>): string | null {
  const text = encrypted ? null : body;
  return text === null && senderName === null ? null : JSON.stringify([sender, senderName, text]);
}

function words(ticket: Indexed): string {
  const { number, subject, requesterName, departmentSlug, departmentName, services } = ticket;
  return JSON.stringify([number, subject, requesterName, departmentSlug, departmentName, services]);
}

/** Goes on at once with an index that a migration or an earlier run has left unfinished: a small one is then whole. */
export function createSearchIndex(db: Database, { plain, onRebuilt, onDamage }: SearchHooks): SearchIndex {
  const touched = new Map<string, Set<number>>();
  let mended = false;
  let portions = 0;
  const sqlOfIndex = db.prepare("SELECT sql FROM sqlite_master WHERE name = 'search'");
  const queue = createIndexQueue(db, createDocuments(db, plain));

  function rebuild(): void {
    db.transaction(() => {
      const sql = String(sqlOfIndex.get()?.sql);
      db.exec(dropIndex);
      db.exec(sql);
      db.exec(smallPages);
      queue.noteAll();
      queue.writeMore();
    });
    onRebuilt();
  }

  function mending<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!isIndexDamage(error)) throw error;
      if (mended) onDamage();
      if (mended) throw error;
      mended = true;
      rebuild();
      return mending(work);
    }
  }

  function catchUp(): void {
    portions += 1;
    if (portions % portionsOfLog === 0) db.pragma('wal_checkpoint(PASSIVE)');
    else mending(() => db.transaction(queue.writeMore));
  }

  if (!queue.isEmpty()) catchUp();

  return {
    touch(ticketId, position) {
      const stretches = touched.get(ticketId) ?? new Set();
      touched.set(ticketId, stretches.add(position === undefined ? whole : stretchOf(position)));
    },
    reset: () => touched.clear(),
    flush() {
      if (touched.size > 0) mending(() => queue.write(touched));
      touched.clear();
    },
    isBehind: () => !queue.isEmpty(),
    catchUp,
    mending,
  };
}
