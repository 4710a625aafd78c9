// A ticket for the page that is printed, a part of its conversation at a time.
import type { PrintPart } from '../../contract/attachment-calls.ts';
import { failure, type Result, success } from '../../contract/codes.ts';
import type { Clock } from '../ports.ts';
import { marksOf, toTicket } from '../queries/rows.ts';
import { type ThreadParts, toMessage } from '../queries/thread.ts';
import { inTurns, isWhole, messagesAtOnce } from './unhurried.ts';

/**
 * @param before the message before which it goes on; null: the newest
 * @param account whose ticket it is; null where there is one account alone
 */
export async function printPart(
  { id, cache, drafts, readBlocks }: ThreadParts,
  { ticketId, before }: { readonly ticketId: string; readonly before: string | null },
  account: string | null,
  clock: Clock,
): Promise<Result<PrintPart>> {
  const ticket = cache.ticket(ticketId);
  if (!ticket) return failure('not_found');
  const messages = cache.messages(ticketId, messagesAtOnce, before ?? undefined);
  return success({
    account,
    ticket: toTicket(id, ticket, marksOf(drafts, clock.now())),
    whole: isWhole(ticket),
    total: cache.countMessages(ticketId),
    messages: await inTurns(messages, clock, (message) => toMessage(message, readBlocks)),
  });
}
