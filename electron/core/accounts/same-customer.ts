// Whether a key belongs to the customer whose account it is for: nothing written for one may be sent as another.
// HostUp has no call that says whose a key is, so it is asked for tickets that only this customer can see.
import { type Failure, failure } from '../../contract/codes.ts';
import type { Account } from '../account.ts';
import { isOlderId } from '../api/older.ts';
import { newTicketDraft } from '../queries/rows.ts';
import type { Remote } from '../remote.ts';

/** One may have been merged or removed since. */
const mostAsked = 2;
const newest = 50;

type Held = Pick<Account, 'cache' | 'drafts'>;
type Asked = Pick<Remote, 'thread' | 'byNumber'>;

/**
 * Null: it does, or the account holds nothing yet. `other_customer`: it does not, or nothing can show that it does while
 * texts wait here. Any other failure: HostUp could not be asked.
 */
export async function sameCustomer(held: Held, remote: Asked): Promise<Failure | null> {
  const ticketIds = witnesses(held);
  if (ticketIds.length === 0) return hasTexts(held) ? failure('other_customer') : null;
  for (const ticketId of ticketIds) {
    const answer = await (isOlderId(ticketId) ? remote.byNumber(ticketId) : remote.thread(ticketId));
    if (answer.ok) return null;
    if (answer.code !== 'not_found' && answer.code !== 'forbidden') return answer;
  }
  return failure('other_customer');
}

/** The newest tickets that are there; after damage to the cache, those that something was written to. */
function witnesses({ cache, drafts }: Held): string[] {
  const { tickets } = cache.list({ view: 'all', offset: 0, limit: newest });
  const listed = tickets.filter(({ goneAt }) => goneAt === null).map(({ id }) => id);
  const answered = drafts.open().flatMap((row) => (row.create ? [] : [row.ticketId]));
  const begun = drafts.drafts().map(({ ticketId }) => ticketId);
  const known = new Set([...listed.slice(0, mostAsked), ...answered, ...begun]);
  known.delete(newTicketDraft);
  return [...known].slice(0, mostAsked);
}

const hasTexts = ({ drafts }: Held): boolean => drafts.open().length > 0 || drafts.drafts().length > 0;
