// The first shape of cache.db. Columns are named like the fields of the records, so that a row needs little translation.
// Times are REAL because they are JavaScript numbers: an integer comes back as an integer, a fraction does not fail.

export const cache001 = `
CREATE TABLE tickets (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL,
  subject TEXT,
  status TEXT NOT NULL,
  priority TEXT NOT NULL,
  departmentSlug TEXT NOT NULL,
  departmentName TEXT,
  createdAt REAL,
  updatedAt REAL,
  lastMessageAt REAL,
  ccEmails TEXT NOT NULL,
  requesterName TEXT,
  messageCount INTEGER NOT NULL,
  services TEXT NOT NULL,
  detailStamp TEXT,
  stamp TEXT NOT NULL,
  fetchedAt REAL,
  goneAt REAL,
  turn TEXT NOT NULL,
  turnSince REAL,
  firstStaffAt REAL,
  lastSender TEXT,
  lastName TEXT,
  lastText TEXT,
  lastEncrypted INTEGER NOT NULL,
  announcedUpTo REAL,
  unread INTEGER NOT NULL,
  -- what the list sorts and filters by
  activity REAL NOT NULL AS (coalesce(nullif(max(ifnull(lastMessageAt, 0), ifnull(updatedAt, 0)), 0), createdAt, 0)),
  numeral INTEGER NOT NULL AS (CAST(number AS INTEGER)),
  phase TEXT NOT NULL AS (CASE WHEN goneAt IS NOT NULL THEN 'gone' WHEN status = 'closed' THEN 'closed' ELSE 'open' END),
  place TEXT NOT NULL AS (CASE WHEN goneAt IS NULL AND status <> 'closed' THEN turn ELSE '' END)
) STRICT;
CREATE INDEX tickets_by_activity ON tickets (activity DESC, numeral DESC);
CREATE INDEX tickets_by_phase ON tickets (phase, activity DESC, numeral DESC);
CREATE INDEX tickets_by_place ON tickets (place, activity DESC, numeral DESC);
CREATE INDEX tickets_by_department ON tickets (departmentSlug, activity DESC, numeral DESC);
CREATE INDEX tickets_by_number ON tickets (number);
CREATE INDEX tickets_for_counts ON tickets (phase, place, departmentSlug, unread);
CREATE INDEX tickets_stale ON tickets (activity DESC, numeral DESC) WHERE detailStamp IS NOT stamp AND goneAt IS NULL;

CREATE TABLE messages (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  ticketId TEXT NOT NULL,
  position INTEGER NOT NULL,
  sentAt REAL,
  body TEXT,
  sender TEXT NOT NULL,
  senderName TEXT,
  encrypted INTEGER NOT NULL,
  attachments TEXT NOT NULL,
  opening INTEGER NOT NULL,
  unread INTEGER NOT NULL
) STRICT;
CREATE INDEX messages_of_ticket ON messages (ticketId, position);
CREATE INDEX messages_unread ON messages (sender, ticketId) WHERE unread = 1;

CREATE TABLE departments (
  slug TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  description TEXT,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE ledger (
  messageId TEXT PRIMARY KEY,
  ticketId TEXT NOT NULL,
  outcome TEXT NOT NULL,
  why TEXT,
  noticeId TEXT,
  at REAL NOT NULL
) STRICT;
CREATE INDEX ledger_by_notice ON ledger (noticeId);
CREATE INDEX ledger_shown ON ledger (ticketId) WHERE outcome = 'shown';

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- One row per ticket, by its pk. The words are kept, the text is not (it is in the tables above).
CREATE VIRTUAL TABLE search USING fts5(
  number, subject, requester, department, service, body,
  content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
`;
