// The search index: one document per ticket, made of its fields, the names of who wrote, and the text of the messages
// (never of encrypted ones); a long conversation has several (store-search-long). Documents are written when the
// transaction ends, so a ticket and its messages cost one.
import type { Service } from '../contract/model.ts';
import type { StoredMessage, StoredTicket } from '../core/records.ts';
import type { Database, Row } from './sqlite-driver.ts';
import { isIndexDamage } from './sqlite-errors.ts';
import { placesOf, rowOf, stretchOf } from './store-search-long.ts';

export type SearchIndex = {
  /** notes that the ticket's document is out of date: of its messages, as far as the one at this place is concerned */
  touch(ticketId: string, position?: number): void;
  /** writes the documents noted; to be called before the transaction ends */
  flush(): void;
  /** forgets what was noted, when a transaction begins */
  reset(): void;
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

// a longer text is cut: a paste of a log must not hold up everything else
const maxBody = 100_000;
const maxDepth = 4;

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

/** Makes an index anew that a migration has left empty. */
export function createSearchIndex(db: Database, { plain, onRebuilt, onDamage }: SearchHooks): SearchIndex {
  const touched = new Map<string, Set<number>>();
  let mended = false;
  const ticketById = db.prepare('SELECT * FROM tickets WHERE id = :id');
  const everyId = db.prepare('SELECT id FROM tickets');
  const written = db.prepare(
    `SELECT sender, senderName, CASE WHEN encrypted = 0 THEN body END AS body FROM messages
     WHERE ticketId = :id AND position >= :from AND position < :to ORDER BY position`,
  );
  const sqlOfIndex = db.prepare("SELECT sql FROM sqlite_master WHERE name = 'search'");
  const outdated = db.prepare("SELECT 1 AS yes FROM meta WHERE key = 'search-index'");
  const upToDate = db.prepare("DELETE FROM meta WHERE key = 'search-index'");
  const lastPlace = db.prepare('SELECT max(position) AS position FROM messages WHERE ticketId = :id');
  const isThere = db.prepare('SELECT 1 AS yes FROM search WHERE rowid = CAST(:row AS INTEGER)');
  const remove = db.prepare(
    'DELETE FROM search WHERE rowid >= CAST(:from AS INTEGER) AND rowid < CAST(:to AS INTEGER)',
  );
  const put = db.prepare(
    `INSERT OR REPLACE INTO search (rowid, number, subject, requester, department, service, own, staff, automatic)
     VALUES (CAST(:row AS INTEGER), :number, :subject, :requester, :department, :service, :own, :staff, :automatic)`,
  );

  /** `changed`: the stretches of a long conversation whose documents are out of date; null: all */
  function write(id: string, changed: ReadonlySet<number> | null): void {
    const ticket = ticketById.get({ id });
    if (!ticket) return;
    const pk = Number(ticket.pk);
    const last = stretchOf(Number(lastPlace.get({ id })?.position ?? 0));
    const wasLong = isThere.get({ row: rowOf(pk, 0) }) !== undefined;
    if (last === 0) {
      if (wasLong) remove.run({ from: rowOf(pk, 0), to: rowOf(pk + 1, 0) });
      put.run({ row: pk, ...aboutTicket(ticket), ...said(ticket, placesOf(0)) });
      return;
    }
    if (!wasLong) remove.run({ from: pk, to: pk + 1 });
    const stretches = wasLong && changed ? changed : Array.from({ length: last + 1 }, (_, n) => n);
    for (const stretch of stretches) {
      const row = rowOf(pk, stretch);
      const about = stretch === 0 ? aboutTicket(ticket) : noTicket;
      if (stretch > last) remove.run({ from: row, to: row + 1 });
      else put.run({ row, ...about, ...said(stretch === 0 ? ticket : { id }, placesOf(stretch)) });
    }
  }

  function said({ id = null, requesterName = null }: Row, places: ReturnType<typeof placesOf>) {
    const people = new Set(requesterName === null ? [] : [String(requesterName)]);
    const texts = { customer: new Set<string>(), staff: new Set<string>(), other: new Set<string>() };
    for (const { sender, senderName, body } of written.all({ id, ...places })) {
      const of = texts[sender === 'customer' || sender === 'staff' ? sender : 'other'];
      // the name stands in both places: it is found as somebody's, and together with words of what that sender wrote
      if (senderName !== null) for (const place of [people, of]) place.add(String(senderName));
      if (body !== null) of.add(plain(String(body)).slice(0, maxBody));
    }
    return {
      requester: joined(people),
      own: joined(texts.customer),
      staff: joined(texts.staff),
      automatic: joined(texts.other),
    };
  }

  function rebuild(): void {
    db.transaction(() => {
      const sql = String(sqlOfIndex.get()?.sql);
      db.exec('DROP TABLE search');
      db.exec(sql);
      for (const { id } of everyId.all()) write(String(id), null);
      upToDate.run();
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

  // a new shape of the index leaves it empty
  if (outdated.get()) rebuild();

  return {
    touch(ticketId, position = 0) {
      const stretches = touched.get(ticketId) ?? new Set();
      touched.set(ticketId, stretches.add(stretchOf(position)));
    },
    reset: () => touched.clear(),
    flush() {
      for (const [id, stretches] of touched) mending(() => write(id, stretches));
      touched.clear();
    },
    mending,
  };
}

const joined = (texts: ReadonlySet<string>): string => [...texts].join('\n');

const noTicket = { number: null, subject: null, department: null, service: null };

function aboutTicket(ticket: Row) {
  const services = JSON.parse(String(ticket.services)) as Service[];
  return {
    number: ticket.number ?? null,
    subject: ticket.subject ?? null,
    department: `${ticket.departmentName ?? ''} ${ticket.departmentSlug}`,
    service: services.map(serviceWords).join(' '),
  };
}

function serviceWords({ serviceType, serviceName, details }: Service): string {
  return [serviceType, serviceName ?? '', ...values(details, 0)].join(' ');
}

/** Texts and numbers anywhere in an open object of the API. */
function values(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null || depth > maxDepth) return [];
  return Object.values(value).flatMap((inner) => values(inner, depth + 1));
}
