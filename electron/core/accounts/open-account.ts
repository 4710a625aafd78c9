// An account on its databases, not yet started: nothing is asked or sent until it is.
import { type Code, type Failure, failure, type Result, success } from '../../contract/codes.ts';
import type { Session } from '../../contract/model.ts';
import { type Account, type AccountParts, createAccount } from '../account.ts';
import { bestEffort } from '../best-effort.ts';
import type { Changes } from '../changes.ts';
import type { Looking } from '../commands/looking.ts';
import { keepEncryptedAs } from '../keep-encrypted.ts';
import type { Places } from '../places.ts';
import type { Http, Ports } from '../ports.ts';
import { StoreError } from '../records.ts';
import type { Secret } from '../secret.ts';
import { scopedLooking, scopedNotifier, scopedTell } from './scoped-ports.ts';

export type Opening = {
  readonly key: Secret;
  readonly keyIn: Session['keyIn'];
  readonly http: Http;
  /** null: nothing is written to disk */
  readonly databaseKey: Secret | null;
  /** by a person, who may have another customer's in hand; else it was found where this account's own is kept */
  readonly typed: boolean;
};

export type OpenParts = {
  readonly ports: Ports;
  readonly changes: Changes;
  readonly looking: Looking;
  readonly places: Places;
  readonly demo: boolean;
  /** what its notifications say of whose they are */
  readonly nameInTitle: () => string;
};

type Opened = {
  readonly account: Account;
  /** what had to be mended */
  readonly warnings: readonly Code[];
};

/** @param onUnauthorized HostUp refused its key */
export function openAccount(
  id: string,
  { key, http, databaseKey }: Opening,
  { ports, changes, looking, places, demo, nameInTitle }: OpenParts,
  onUnauthorized: (reason: Failure) => void,
): Result<Opened> {
  const own = {
    id,
    demo,
    key,
    http,
    ports,
    places,
    notifier: scopedNotifier(ports.notifier, id, nameInTitle),
    tell: scopedTell(changes.tell, id),
    looking: scopedLooking(looking.now, id),
    onUnauthorized,
  };
  return onStores(own, databaseKey);
}

/** A cache that turns out damaged at the first question is mended by opening it once more. */
function onStores(
  parts: Omit<AccountParts, 'stores'>,
  databaseKey: Secret | null,
  again = true,
): Result<Opened> {
  const opened = parts.ports.stores.open(parts.id, databaseKey);
  if (!opened.ok) return opened;
  const stores = opened.value;
  try {
    const account = createAccount({ ...parts, stores });
    const { log, settings } = parts.ports;
    // what could not be done, or was said while it was not open
    bestEffort(log, 'keep-encrypted', () => keepEncryptedAs(stores.cache, settings.get().keepEncrypted));
    return success({ account, warnings: stores.warnings });
  } catch (cause) {
    stores.cache.close();
    stores.outbox.close();
    if (!(cause instanceof StoreError)) throw cause;
    return again ? onStores(parts, databaseKey, false) : failure(cause.code);
  }
}
