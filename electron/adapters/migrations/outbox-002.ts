// The user's own marks on tickets: nobody can give them back, so they are kept with the drafts.

export const outbox002 = `
CREATE TABLE marks (
  ticketId TEXT PRIMARY KEY NOT NULL,
  pinned INTEGER NOT NULL CHECK (pinned IN (0, 1)),
  muted INTEGER NOT NULL CHECK (muted IN (0, 1)),
  hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
  snooze TEXT CHECK (json_valid(snooze))
) STRICT;
`;
