// What the search index holds of a ticket: its fields, the names of who wrote, and the text of the messages, never of
// encrypted ones.
import type { Service } from '../contract/model.ts';
import type { Database, Row } from './sqlite-driver.ts';
import { allPlaces, placesOf, rowOf, whole } from './store-search-long.ts';

export type Documents = {
  /** Writes the document of a stretch of the ticket's conversation, or of `whole`; answers how many characters it has. */
  put(ticket: Row, stretch: number): number;
  /** Takes out whatever there is of the stretch, or of the ticket. */
  remove(ticket: number, stretch: number): void;
  /** whether any stretch has a document of its own */
  isParted(ticket: number): boolean;
};

// a longer text is cut: a paste of a log must not hold up everything else
const maxBody = 100_000;
const maxDepth = 4;

/** @param plain text of a body without its markup */
export function createDocuments(db: Database, plain: (body: string) => string): Documents {
  const written = db.prepare(
    `SELECT sender, senderName, CASE WHEN encrypted = 0 THEN body END AS body FROM messages
     WHERE ticketId = :id AND position >= :from AND position < :to ORDER BY position`,
  );
  const inRange = 'rowid >= CAST(:from AS INTEGER) AND rowid < CAST(:to AS INTEGER)';
  const anyOf = db.prepare(`SELECT 1 AS yes FROM search WHERE ${inRange} LIMIT 1`);
  const removeRange = db.prepare(`DELETE FROM search WHERE ${inRange}`);
  const put = db.prepare(
    `INSERT OR REPLACE INTO search (rowid, number, subject, requester, department, service, own, staff, automatic)
     VALUES (CAST(:row AS INTEGER), :number, :subject, :requester, :department, :service, :own, :staff, :automatic)`,
  );

  function said(messages: readonly Row[], requesterName: Row[string]) {
    const people = new Set(requesterName === null ? [] : [String(requesterName)]);
    const texts = { customer: new Set<string>(), staff: new Set<string>(), other: new Set<string>() };
    for (const { sender, senderName, body } of messages) {
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

  function remove(ticket: number, stretch: number): void {
    if (stretch !== whole)
      return void removeRange.run({ from: rowOf(ticket, stretch), to: rowOf(ticket, stretch) + 1 });
    removeRange.run({ from: ticket, to: ticket + 1 });
    removeRange.run({ from: rowOf(ticket, 0), to: rowOf(ticket + 1, 0) });
  }

  return {
    put(ticket, stretch) {
      const pk = Number(ticket.pk);
      const places = stretch === whole ? allPlaces : placesOf(stretch);
      const messages = written.all({ id: ticket.id ?? null, ...places });
      // the fields of the ticket are in the first of its documents alone
      const isFirst = stretch === whole || stretch === 0;
      if (!isFirst && messages.length === 0) {
        remove(pk, stretch);
        return 0;
      }
      const text = said(messages, isFirst ? (ticket.requesterName ?? null) : null);
      const row = stretch === whole ? pk : rowOf(pk, stretch);
      put.run({ row, ...(isFirst ? aboutTicket(ticket) : noTicket), ...text });
      return text.own.length + text.staff.length + text.automatic.length;
    },
    remove,
    isParted: (ticket) => anyOf.get({ from: rowOf(ticket, 0), to: rowOf(ticket + 1, 0) }) !== undefined,
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
