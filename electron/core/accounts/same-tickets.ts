// Whether a new key sees what an account has that is here already. HostUp gives a customer several keys, and two accounts
// of one customer would show everything twice.
import type { Account } from '../account.ts';
import { StoreError, type Summary } from '../records.ts';

type Held = Pick<Account, 'id' | 'demo' | 'cache'>;

/** As many as are compared; one alone might be alike by chance. */
export const mostCompared = 5;

/** The account that has every one of these tickets that it could have; null: none has, or there are none to tell by. */
export function accountWith(seen: readonly Summary[], accounts: readonly Held[]): string | null {
  return accounts.find((account) => !account.demo && hasAll(account, seen))?.id ?? null;
}

function hasAll({ cache }: Held, seen: readonly Summary[]): boolean {
  try {
    const [newest] = cache.list({ view: 'all', sort: 'created', offset: 0, limit: 1 }).tickets;
    const lastKnown = newest?.createdAt ?? 0;
    const compared = seen
      // what came since this account looked last
      .filter(({ createdAt }) => (createdAt ?? 0) <= lastKnown)
      .map((one) => ({ one, known: cache.ticket(one.id) }))
      // what went to another customer is still here, as gone
      .filter(({ known }) => known === null || known.goneAt === null);
    return compared.length > 0 && compared.every(({ one, known }) => known !== null && isSame(known, one));
  } catch (cause) {
    // nothing can be told by a database that fails
    if (cause instanceof StoreError) return false;
    throw cause;
  }
}

/** By what never changes, and by no id alone. */
const isSame = (a: Summary, b: Summary): boolean => a.number === b.number && a.createdAt === b.createdAt;
