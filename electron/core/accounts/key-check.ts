// Which key an account was used with, and what HostUp has to be asked about another one. Of keys only one-way prints
// are kept.
import { type Failure, failure } from '../../contract/codes.ts';
import type { Account } from '../account.ts';
import { bestEffort } from '../best-effort.ts';
import type { Log, Ports } from '../ports.ts';
import { StoreError } from '../records.ts';
import { createRemote } from '../remote-api.ts';
import type { Opening } from './open-account.ts';
import { sameCustomer } from './same-customer.ts';

/** where the cache keeps which key it was used with */
const keyMeta = 'key-of';

/** Null: the key may be used with what this account holds. */
export async function keyRefusal(
  account: Account,
  { key, http, typed }: Opening,
  { clock, fingerprint }: Pick<Ports, 'clock' | 'fingerprint'>,
): Promise<Failure | null> {
  try {
    const known = account.cache.meta(keyMeta);
    if (known === fingerprint(key) || (!typed && known === null)) return null;
    const remote = createRemote({ http, key: () => key, clock, gate: account.gate });
    return await sameCustomer(account, remote);
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    return failure(cause.code);
  }
}

/** From now on it is the key that this account was used with. */
export function rememberKey({ cache }: Account, keyPrint: string, log: Log): void {
  bestEffort(log, keyMeta, () => cache.setMeta(keyMeta, keyPrint));
}
