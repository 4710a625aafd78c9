// Linked services by what the API calls them, so that those seen on tickets can be offered without reading tickets.
// One row per service and ticket: a trigger takes each service of a ticket once, with one of its names. Types are lower
// case, as a new ticket names them.

const ofServices = (ticket: string, services: string): string => `
  SELECT lower(value ->> 'serviceType'), value ->> 'serviceId', ${ticket}, max(value ->> 'serviceName')
  FROM json_each(${services})
  WHERE value ->> 'serviceType' IS NOT NULL AND value ->> 'serviceId' IS NOT NULL GROUP BY 1, 2`;

export const cache003 = `
CREATE TABLE linkedServices (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  ticket INTEGER NOT NULL,
  name TEXT,
  PRIMARY KEY (type, id, ticket)
) STRICT, WITHOUT ROWID;
CREATE INDEX linked_of_ticket ON linkedServices (ticket);
INSERT INTO linkedServices (type, id, ticket, name)
  SELECT lower(one.value ->> 'serviceType'), one.value ->> 'serviceId', tickets.pk, max(one.value ->> 'serviceName')
  FROM tickets, json_each(tickets.services) one
  WHERE one.value ->> 'serviceType' IS NOT NULL AND one.value ->> 'serviceId' IS NOT NULL
  GROUP BY 1, 2, 3;
CREATE TRIGGER ticket_linked AFTER INSERT ON tickets BEGIN
  INSERT INTO linkedServices (type, id, ticket, name) ${ofServices('new.pk', 'new.services')};
END;
CREATE TRIGGER ticket_links_changed AFTER UPDATE OF services ON tickets WHEN old.services <> new.services BEGIN
  DELETE FROM linkedServices WHERE ticket = new.pk;
  INSERT INTO linkedServices (type, id, ticket, name) ${ofServices('new.pk', 'new.services')};
END;
`;
