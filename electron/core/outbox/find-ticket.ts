// Whether HostUp shows the ticket that a new one became: in its list there is no key that says so, only subject, time and
// opening text.
import { type Failure, type Result, success } from '../../contract/codes.ts';
import type { TicketPage } from '../api/client.ts';
import type { Detail, NewTicket, StoredOutgoing, Summary } from '../records.ts';
import { normalise } from '../text/normalise.ts';
import { earliestArrival } from './match.ts';
import type { StepParts } from './parts.ts';

/** Of a hundred tickets each. */
const mostPages = 50;

/** Where a ticket made a moment ago must show: the first page of a list in order, else all pages. */
export async function newestTickets({
  remote,
  cache,
}: Pick<StepParts, 'remote' | 'cache'>): Promise<Result<readonly Summary[]>> {
  const tickets: Summary[] = [];
  let cursor: string | null = null;
  for (let pages = 1; pages <= mostPages; pages += 1) {
    const page: Result<TicketPage> = await remote.list(cursor, 100);
    if (!page.ok) return page;
    tickets.push(...page.value.tickets);
    cursor = page.value.nextCursor;
    if (!page.value.hasMore || cursor === null || cache.meta('list-order') === 'recent') break;
  }
  return success(tickets);
}

/**
 * The id of the ticket that this row became, if the list shows it and its opening text is ours. One that may be it but
 * cannot be read is a failure: then nobody knows.
 */
export async function arrivedAs(
  { remote, absorb }: Pick<StepParts, 'remote' | 'absorb'>,
  row: StoredOutgoing,
  ticket: NewTicket,
  tickets: readonly Summary[],
): Promise<Result<string | null>> {
  let unreadable: Failure | null = null;
  for (const summary of candidates(row, ticket, tickets)) {
    const detail = await remote.thread(summary.id);
    if (!detail.ok) unreadable ??= detail;
    if (!detail.ok || !opensWith(detail.value, ticket.message)) continue;
    absorb.detail(detail.value);
    return success(summary.id);
  }
  return unreadable ?? success(null);
}

/** Tickets that were not there before, with this subject, made since the mark. */
function candidates(row: StoredOutgoing, ticket: NewTicket, tickets: readonly Summary[]): Summary[] {
  const earliest = earliestArrival(row);
  if (!row.baseline || earliest === null) return [];
  const known = new Set(row.baseline.ownIds);
  return tickets.filter(
    (summary) =>
      !known.has(summary.id) &&
      (summary.createdAt === null || summary.createdAt >= earliest) &&
      normalise(summary.subject ?? '') === normalise(ticket.subject),
  );
}

function opensWith(detail: Detail, message: string): boolean {
  const opening = detail.messages.find((known) => known.opening);
  return opening?.body == null || normalise(opening.body) === normalise(message);
}
