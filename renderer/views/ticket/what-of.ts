// Which tickets something is about, in few words: the number of one, how many of several.
import type { TicketRow } from '../../../electron/contract/model.ts';
import type { Text } from '../../text/en.ts';

export const whatOf = (rows: readonly TicketRow[], text: Text): string =>
  rows.length === 1 ? text.ticketNumber(rows[0]?.number ?? '') : text.ticketCount(rows.length);

/** What the one is about; several have none in common. */
export const subjectOf = (rows: readonly TicketRow[], text: Text): string | undefined =>
  rows.length === 1 ? (rows[0]?.subject ?? text.noSubject) : undefined;
