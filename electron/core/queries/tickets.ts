// The list and its counts, with what the outbox adds: a reply that needs the user makes its ticket need the user.
import type { Input, Output } from '../../contract/calls.ts';
import type { Counts } from '../../contract/model.ts';
import type { CacheStore, OutboxStore } from '../ports.ts';
import { marksOf, newTicketDraft, toRow } from './rows.ts';

export function listTickets(
  cache: CacheStore,
  outbox: OutboxStore,
  input: Input<'tickets.list'>,
): Output<'tickets.list'> {
  const marks = marksOf(outbox);
  const { view, offset, limit } = input;
  const { total, tickets } = cache.list({
    view: view === 'drafts' ? 'all' : view,
    offset,
    limit,
    ...(input.department ? { department: input.department } : {}),
    ...(input.query?.trim() ? { query: input.query } : {}),
    ...(view === 'drafts' ? { ids: [...marks.drafts] } : {}),
    ...(view === 'needs-you' ? { alsoIds: [...marks.needsUser] } : {}),
  });
  return { total, rows: tickets.map((ticket) => toRow(ticket, marks)) };
}

export function countTickets(cache: CacheStore, outbox: OutboxStore): Counts {
  const marks = marksOf(outbox);
  const unsent = [...marks.unsent.values()].reduce((sum, count) => sum + count, 0);
  const drafts = outbox.drafts().length;
  return {
    ...cache.counts([...marks.needsUser]),
    unsent,
    drafts: outbox.draft(newTicketDraft) ? drafts - 1 : drafts,
  };
}
