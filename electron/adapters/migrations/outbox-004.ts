// What HostUp asked for and no other file may forget: a cache can be replaced at any time, a pause cannot be asked for again.

export const outbox004 = `
CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
`;
