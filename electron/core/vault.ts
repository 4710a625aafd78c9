// The two keychain entries of an account. A locked keychain can look like an empty one, so "nothing there" means "locked"
// where the settings say that a key was saved.
import { failure, type Result, success } from '../contract/codes.ts';
import { createLane, type Lane } from './lane.ts';
import type { Ports } from './ports.ts';
import type { Secret } from './secret.ts';

export type Vault = {
  /** codes: no_key (never saved), keychain_locked, keychain_missing */
  apiKey(accountId: string, wasSaved: boolean): Promise<Result<Secret>>;
  saveApiKey(accountId: string, key: Secret): Promise<Result<null>>;
  /**
   * Made and saved on first use. A failure: no keychain guards it, so nothing may be written to disk.
   * Never made anew while files exist that only the old one opens, nor for an account that was forgotten.
   */
  databaseKey(accountId: string): Promise<Result<Secret>>;
  /** Removes both. A failure (keychain_locked, keychain_missing): the API key may still be there. */
  forget(accountId: string): Promise<Result<null>>;
  /** Whether it takes keys now; one that is locked may ask for its password first. */
  unlock(): Promise<Result<null>>;
  /** whether there is a keychain at all, asked without writing anything */
  isThere(): Promise<boolean>;
};

const apiEntry = (accountId: string) => `api-key:${accountId}`;
const databaseEntry = (accountId: string) => `database-key:${accountId}`;

type VaultParts = Pick<Ports, 'keychain' | 'newDatabaseKey' | 'stores'>;

/** Entries are named by account, so that signing out of one touches no other's. */
export function createVault({ keychain, newDatabaseKey, stores }: VaultParts): Vault {
  // one after the other for each account: a keychain that asks for a password answers late
  const lanes = new Map<string, Lane>();
  const forgotten = new Set<string>();

  function inTurn<T>(accountId: string, work: () => Promise<T>): Promise<T> {
    const lane = lanes.get(accountId) ?? createLane(1);
    lanes.set(accountId, lane);
    return lane(work);
  }

  async function databaseKey(accountId: string): Promise<Result<Secret>> {
    const read = await keychain.read(databaseEntry(accountId));
    if (read.state === 'found') return success(read.secret);
    if (read.state === 'unavailable') return failure('keychain_missing');
    if (read.state === 'locked' || stores.exists(accountId)) return failure('keychain_locked');
    // asked for before the account was signed out
    if (forgotten.has(accountId)) return failure('no_key');
    const made = newDatabaseKey();
    const saved = await keychain.write(databaseEntry(accountId), made);
    return saved.ok ? success(made) : saved;
  }

  async function forget(accountId: string): Promise<Result<null>> {
    const removed = await keychain.remove(apiEntry(accountId));
    if (!removed.ok) return removed;
    forgotten.add(accountId);
    // without the files that it opened, the other key opens nothing
    await keychain.remove(databaseEntry(accountId));
    return removed;
  }

  return {
    async apiKey(accountId, wasSaved) {
      const read = await keychain.read(apiEntry(accountId));
      if (read.state === 'found') return success(read.secret);
      if (read.state === 'unavailable') return failure('keychain_missing');
      return failure(read.state === 'locked' || wasSaved ? 'keychain_locked' : 'no_key');
    },
    saveApiKey: (accountId, key) => keychain.write(apiEntry(accountId), key),
    databaseKey: (accountId) => inTurn(accountId, () => databaseKey(accountId)),
    // removing what is not there is refused by a keychain that is locked
    unlock: () => keychain.remove(apiEntry('none')),
    isThere: async () => (await keychain.read(apiEntry('none'))).state !== 'unavailable',
    forget: (accountId) => inTurn(accountId, () => forget(accountId)),
  };
}
