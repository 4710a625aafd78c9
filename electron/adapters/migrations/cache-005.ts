// One letter is found as quickly as a word: whoever searches begins with one. Long conversations are parted more finely.
// The index of words is made again from the rows, a little at a time: `unindexed` says what it lacks, by ticket and by
// stretch of its conversation, -1 for all of it.

/** The index merges what was written in portions of 64 pages, and nothing else can be done meanwhile. */
export const smallPages = "INSERT INTO search (search, rank) VALUES ('pgsz', 1000)";

/** Overwriting all of it would take four times as long, and its words stay in the rows. */
export const dropIndex = 'PRAGMA secure_delete = OFF; DROP TABLE search; PRAGMA secure_delete = ON';

export const cache005 = `
${dropIndex};
CREATE VIRTUAL TABLE search USING fts5(
  number, subject, requester, department, service, own, staff, automatic,
  content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
${smallPages};
CREATE TABLE unindexed (
  ticket INTEGER NOT NULL,
  stretch INTEGER NOT NULL,
  PRIMARY KEY (ticket, stretch)
) STRICT, WITHOUT ROWID;
INSERT INTO unindexed (ticket, stretch) SELECT pk, -1 FROM tickets;
DELETE FROM meta WHERE key = 'search-index';
`;
