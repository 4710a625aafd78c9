// An account on its databases, not yet started: nothing is asked or sent until it is.
import { type Code, failure, type Result, success } from '../../contract/codes.ts';
import { type Account, type AccountParts, createAccount } from '../account.ts';
import { StoreError } from '../records.ts';
import type { Secret } from '../secret.ts';

type Opened = {
  readonly account: Account;
  /** what had to be mended */
  readonly warnings: readonly Code[];
};

/** A cache that turns out damaged at the first question is mended by opening it once more. */
export function openAccount(
  parts: Omit<AccountParts, 'stores'>,
  databaseKey: Secret | null,
  again = true,
): Result<Opened> {
  const opened = parts.ports.stores.open(parts.id, databaseKey);
  if (!opened.ok) return opened;
  const stores = opened.value;
  try {
    return success({ account: createAccount({ ...parts, stores }), warnings: stores.warnings });
  } catch (cause) {
    stores.cache.close();
    stores.outbox.close();
    if (!(cause instanceof StoreError)) throw cause;
    return again ? openAccount(parts, databaseKey, false) : failure(cause.code);
  }
}
