// What the search index lacks, and writing it a little at a time. Words are cut and sorted a hundred times slower than
// rows are stored, so no transaction writes more than a few milliseconds' worth: the rest is noted in the same
// transaction as the change that made it necessary, survives a kill, and is written between other work.
import type { Database, Row } from './sqlite-driver.ts';
import type { Documents } from './store-search-document.ts';
import { needsParts, stretchOf, whole } from './store-search-long.ts';

export type IndexQueue = {
  /**
   * Writes the documents of these stretches of each ticket, as far as that is quickly done, and notes the others. `whole`
   * stands for the ticket's own fields.
   */
  write(changed: ReadonlyMap<string, ReadonlySet<number>>): void;
  /** Notes all there is. */
  noteAll(): void;
  isEmpty(): boolean;
  /** Writes some of what is noted. */
  writeMore(): void;
};

type Job = {
  readonly ticket: number;
  readonly stretch: number;
  /** what its messages said before may be what nobody is to find any more */
  readonly said?: boolean;
};

/** Characters that are written in one transaction: a few milliseconds' worth. */
const charactersAtOnce = 15_000;
/** What a document costs beside its characters, in characters. */
const perDocument = 150;
/** No more of these are done in one transaction. */
const jobsAtOnce = charactersAtOnce / perDocument;

export function createIndexQueue(db: Database, documents: Documents): IndexQueue {
  const ticketById = db.prepare('SELECT * FROM tickets WHERE id = :id');
  const ticketByKey = db.prepare('SELECT * FROM tickets WHERE pk = :ticket');
  const lastPlace = db.prepare('SELECT max(position) AS position FROM messages WHERE ticketId = :id');
  const octets = db.prepare('SELECT sum(octet_length(body)) AS n FROM messages WHERE ticketId = :id');
  const first = db.prepare('SELECT ticket, stretch FROM unindexed ORDER BY ticket, stretch LIMIT :limit');
  const lowest = db.prepare('SELECT min(stretch) AS stretch FROM unindexed WHERE ticket = :ticket');
  const note = db.prepare('INSERT OR IGNORE INTO unindexed (ticket, stretch) VALUES (:ticket, :stretch)');
  const forgetNotes = db.prepare('DELETE FROM unindexed');
  const noteTickets = db.prepare(`INSERT INTO unindexed (ticket, stretch) SELECT pk, ${whole} FROM tickets`);
  const settle = db.prepare('DELETE FROM unindexed WHERE ticket = :ticket AND stretch = :stretch');
  const settleAll = db.prepare('DELETE FROM unindexed WHERE ticket = :ticket');

  /** The last stretch of a conversation that is too long for one document, else null. */
  function lastStretch(id: string): number | null {
    const position = Number(lastPlace.get({ id })?.position ?? 0);
    const isLong = needsParts(position, () => Number(octets.get({ id })?.n ?? 0));
    return isLong ? stretchOf(position) : null;
  }

  /** All documents of a ticket, in the place of those it has. */
  function anew(ticket: number, last: number | null): Job[] {
    documents.remove(ticket, whole);
    settleAll.run({ ticket });
    if (last === null) return [{ ticket, stretch: whole }];
    return Array.from({ length: last + 1 }, (_, stretch) => ({ ticket, stretch }));
  }

  function jobsOf(id: string, changed: ReadonlySet<number>): Job[] {
    const row = ticketById.get({ id });
    if (!row) return [];
    const ticket = Number(row.pk);
    const noted = lowest.get({ ticket })?.stretch ?? null;
    if (noted === whole) return [{ ticket, stretch: whole, said: true }];
    const last = lastStretch(id);
    const wasParted = noted !== null || documents.isParted(ticket);
    if (last !== null && wasParted) {
      // the ticket's own fields are in the first of its documents
      const stretches = new Set([...changed].map((stretch) => (stretch === whole ? 0 : stretch)));
      return [...stretches].map((stretch) => ({ ticket, stretch, said: changed.has(stretch) }));
    }
    const said = [...changed].some((stretch) => stretch !== whole);
    return last === null && !wasParted ? [{ ticket, stretch: whole, said }] : anew(ticket, last);
  }

  function putOff({ ticket, stretch, said }: Job): void {
    if (said) documents.remove(ticket, stretch);
    note.run({ ticket, stretch });
  }

  /** Answers how much work it was. */
  function done({ ticket, stretch }: Job): number {
    settle.run({ ticket, stretch });
    const row = ticketByKey.get({ ticket });
    return row ? perDocument + written(row, ticket, stretch) : perDocument;
  }

  function written(row: Row, ticket: number, stretch: number): number {
    if (stretch !== whole) return documents.put(row, stretch);
    const last = lastStretch(String(row.id));
    if (last === null && !documents.isParted(ticket)) return documents.put(row, whole);
    const jobs = anew(ticket, last);
    if (last === null) return documents.put(row, whole);
    for (const { stretch } of jobs) note.run({ ticket, stretch });
    return 0;
  }

  function work(jobs: readonly Job[], otherwise: (job: Job) => void): void {
    let left = charactersAtOnce;
    for (const job of jobs) {
      if (left > 0) left -= done(job);
      else otherwise(job);
    }
  }

  return {
    write: (changed) =>
      work(
        [...changed].flatMap(([id, stretches]) => jobsOf(id, stretches)),
        putOff,
      ),
    noteAll() {
      forgetNotes.run();
      noteTickets.run();
    },
    isEmpty: () => first.get({ limit: 1 }) === undefined,
    writeMore() {
      const jobs = first.all({ limit: jobsAtOnce });
      work(
        jobs.map(({ ticket, stretch }) => ({ ticket: Number(ticket), stretch: Number(stretch) })),
        () => {},
      );
    },
  };
}
