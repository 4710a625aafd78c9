// Whether a new key sees what an account has that is here already. HostUp gives a customer several keys, and two accounts
// of one customer would show everything twice.
import type { Account } from '../account.ts';
import { StoreError, type Summary } from '../records.ts';

type Held = Pick<Account, 'id' | 'demo' | 'cache'>;

/** As many as are compared; one alone might be alike by chance. */
export const mostCompared = 5;

/** The account that has every one of these tickets; null: none has, or there are no tickets to tell by. */
export function accountWith(seen: readonly Summary[], accounts: readonly Held[]): string | null {
  if (seen.length === 0) return null;
  return accounts.find((account) => !account.demo && hasAll(account, seen))?.id ?? null;
}

function hasAll({ cache }: Held, seen: readonly Summary[]): boolean {
  try {
    return seen.every((one) => {
      const known = cache.ticket(one.id);
      return known !== null && isSame(known, one);
    });
  } catch (cause) {
    // nothing can be told by a database that fails
    if (cause instanceof StoreError) return false;
    throw cause;
  }
}

/** By what never changes, and by no id alone. */
const isSame = (a: Summary, b: Summary): boolean =>
  a.number === b.number && a.createdAt === b.createdAt && a.subject === b.subject;
