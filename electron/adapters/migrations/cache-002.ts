// Filters, sorts and waiting times without reading whole rows; words of each sender apart, so that they can be searched
// apart. A trigger cannot ignore a row that is there already (the statement that fires it decides that), so it takes each
// name once. The index of words cannot be carried over: it is made again from the rows when the cache is next opened.

export const cache002 = `
DROP INDEX tickets_for_counts;
CREATE INDEX tickets_for_list ON tickets
  (phase, place, departmentSlug, status, priority, turnSince, createdAt, activity, numeral, unread);

DROP INDEX messages_of_ticket;
CREATE INDEX messages_of_ticket ON messages (ticketId, position, sender, sentAt);
CREATE INDEX messages_encrypted ON messages (ticketId) WHERE encrypted = 1;

CREATE TABLE ticketServices (
  name TEXT NOT NULL,
  ticket INTEGER NOT NULL,
  PRIMARY KEY (name, ticket)
) STRICT, WITHOUT ROWID;
CREATE INDEX services_of_ticket ON ticketServices (ticket);
INSERT OR IGNORE INTO ticketServices (name, ticket)
  SELECT one.value ->> 'serviceName', tickets.pk FROM tickets, json_each(tickets.services) one
  WHERE one.value ->> 'serviceName' IS NOT NULL;
CREATE TRIGGER ticket_inserted AFTER INSERT ON tickets BEGIN
  INSERT INTO ticketServices (name, ticket)
    SELECT DISTINCT value ->> 'serviceName', new.pk FROM json_each(new.services)
    WHERE value ->> 'serviceName' IS NOT NULL;
END;
CREATE TRIGGER ticket_services_changed AFTER UPDATE OF services ON tickets WHEN old.services <> new.services BEGIN
  DELETE FROM ticketServices WHERE ticket = new.pk;
  INSERT INTO ticketServices (name, ticket)
    SELECT DISTINCT value ->> 'serviceName', new.pk FROM json_each(new.services)
    WHERE value ->> 'serviceName' IS NOT NULL;
END;

DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(
  number, subject, requester, department, service, own, staff, automatic,
  content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO meta (key, value) SELECT 'search-index', 'outdated' WHERE EXISTS (SELECT 1 FROM tickets);
`;
