// The search index: one document per ticket, made of its fields, the names of who wrote, and the text of the messages
// (never of encrypted ones). Documents are written when the transaction ends, so a ticket and its messages cost one.
import type { Service } from '../contract/model.ts';
import type { StoredMessage, StoredTicket } from '../core/records.ts';
import type { Database, Row } from './sqlite-driver.ts';
import { isIndexDamage } from './sqlite-errors.ts';

export type SearchIndex = {
  /** notes that the ticket's document is out of date */
  touch(ticketId: string): void;
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

/** What a message adds to the index, and where; null: nothing. */
export function wordsOf({
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
  const touched = new Set<string>();
  let mended = false;
  const ticketById = db.prepare('SELECT * FROM tickets WHERE id = :id');
  const everyId = db.prepare('SELECT id FROM tickets');
  const written = db.prepare(
    `SELECT sender, senderName, CASE WHEN encrypted = 0 THEN body END AS body FROM messages
     WHERE ticketId = :id ORDER BY position`,
  );
  const sqlOfIndex = db.prepare("SELECT sql FROM sqlite_master WHERE name = 'search'");
  const outdated = db.prepare("SELECT 1 AS yes FROM meta WHERE key = 'search-index'");
  const upToDate = db.prepare("DELETE FROM meta WHERE key = 'search-index'");
  const put = db.prepare(
    `INSERT OR REPLACE INTO search (rowid, number, subject, requester, department, service, own, staff, automatic)
     VALUES (:pk, :number, :subject, :requester, :department, :service, :own, :staff, :automatic)`,
  );

  function write(id: string): void {
    const ticket = ticketById.get({ id });
    if (!ticket) return;
    const people = new Set(ticket.requesterName === null ? [] : [String(ticket.requesterName)]);
    const said = { customer: new Set<string>(), staff: new Set<string>(), other: new Set<string>() };
    for (const { sender, senderName, body } of written.all({ id })) {
      const of = said[sender === 'customer' || sender === 'staff' ? sender : 'other'];
      // the name stands in both places: it is found as somebody's, and together with words of what that sender wrote
      if (senderName !== null) for (const place of [people, of]) place.add(String(senderName));
      if (body !== null) of.add(plain(String(body)).slice(0, maxBody));
    }
    put.run({
      ...document(ticket),
      requester: joined(people),
      own: joined(said.customer),
      staff: joined(said.staff),
      automatic: joined(said.other),
    });
  }

  function rebuild(): void {
    db.transaction(() => {
      const sql = String(sqlOfIndex.get()?.sql);
      db.exec('DROP TABLE search');
      db.exec(sql);
      for (const { id } of everyId.all()) write(String(id));
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
    touch: (ticketId) => void touched.add(ticketId),
    reset: () => touched.clear(),
    flush() {
      for (const id of touched) mending(() => write(id));
      touched.clear();
    },
    mending,
  };
}

const joined = (texts: ReadonlySet<string>): string => [...texts].join('\n');

function document(ticket: Row) {
  const services = JSON.parse(String(ticket.services)) as Service[];
  return {
    pk: ticket.pk ?? null,
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
