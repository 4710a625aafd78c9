// The first shape of outbox.db. The checks keep garbage out when a damaged file is salvaged row by row.

export const outbox001 = `
CREATE TABLE drafts (
  ticketId TEXT PRIMARY KEY NOT NULL,
  text TEXT NOT NULL,
  encrypted INTEGER NOT NULL CHECK (encrypted IN (0, 1)),
  savedAt REAL NOT NULL
) STRICT;

CREATE TABLE outgoing (
  id TEXT PRIMARY KEY NOT NULL,
  "create" TEXT CHECK (json_valid("create")),
  ticketId TEXT NOT NULL,
  text TEXT NOT NULL,
  encrypted INTEGER NOT NULL CHECK (encrypted IN (0, 1)),
  reopen INTEGER NOT NULL CHECK (reopen IN (0, 1)),
  state TEXT NOT NULL
    CHECK (state IN ('queued', 'sending', 'unknown', 'needs-user', 'rejected', 'sent', 'discarded')),
  attempts INTEGER NOT NULL,
  presses INTEGER NOT NULL,
  queuedAt REAL NOT NULL,
  markedAt REAL,
  skew REAL NOT NULL,
  nextAttemptAt REAL,
  baseline TEXT CHECK (json_valid(baseline)),
  reads INTEGER NOT NULL,
  reason TEXT CHECK (json_valid(reason)),
  messageId TEXT,
  confirmedAt REAL
) STRICT;
CREATE INDEX outgoing_of_ticket ON outgoing (ticketId, queuedAt);
CREATE INDEX outgoing_open ON outgoing (queuedAt) WHERE state NOT IN ('sent', 'discarded');
`;
