// What is done to one ticket or to several at once: closing, reopening, marking read.
import { failure, type Result, success } from '../../contract/codes.ts';
import type { Account } from '../account.ts';
import { topicsOf } from '../changes.ts';
import { markSeen } from '../notify/seen.ts';
import type { Detail } from '../records.ts';
import type { Sent } from '../remote.ts';
import type { Context } from './context.ts';

/** Asks HostUp to close or reopen a ticket and keeps what it answers. */
export async function change(
  { changes }: Context,
  account: Account,
  ticketId: string,
  send: (ticketId: string) => Promise<Sent<Detail>>,
): Promise<Result<null>> {
  if (!account.canWrite()) return failure('read_only_key');
  const answer = await send(ticketId);
  if (!answer.ok) {
    if (answer.failure.code === 'read_only_key') account.setCanWrite(false);
    return answer.failure;
  }
  account.absorb.detail(answer.value);
  changes.tell(...topicsOf([ticketId]));
  return success(null);
}

/** Marks them as seen and takes their notifications back. @param upTo the last message seen, null: all; for several tickets always null */
export function markRead(
  { changes }: Context,
  { cache, announcer }: Account,
  ticketIds: readonly string[],
  upTo: string | null,
): void {
  const read = cache.transaction(() => [...new Set(ticketIds)].filter((id) => markSeen(cache, id, upTo)));
  if (read.length === 0) return;
  for (const id of read) announcer.withdrawRead(id, 'withdrawn');
  changes.tell(...topicsOf(read));
}
