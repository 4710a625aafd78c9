// The two keychain entries of an account. Knows that "nothing there" with a marker means "locked" (secrets.md).
import { failure, type Result, success } from '../contract/codes.ts';
import type { Ports } from './ports.ts';
import type { Secret } from './secret.ts';

export type Vault = {
  /** codes: no_key (never saved), keychain_locked, keychain_missing */
  apiKey(accountId: string, wasSaved: boolean): Promise<Result<Secret>>;
  saveApiKey(accountId: string, key: Secret): Promise<Result<null>>;
  /** made and saved on first use; null: no keychain, so nothing may be written to disk */
  databaseKey(accountId: string): Promise<Secret | null>;
  forget(accountId: string): Promise<void>;
};

const apiEntry = (accountId: string) => `api-key:${accountId}`;
const databaseEntry = (accountId: string) => `database-key:${accountId}`;

export function createVault({ keychain, newDatabaseKey }: Pick<Ports, 'keychain' | 'newDatabaseKey'>): Vault {
  return {
    async apiKey(accountId, wasSaved) {
      const read = await keychain.read(apiEntry(accountId));
      if (read.state === 'found') return success(read.secret);
      if (read.state === 'unavailable') return failure('keychain_missing');
      return failure(read.state === 'locked' || wasSaved ? 'keychain_locked' : 'no_key');
    },
    saveApiKey: (accountId, key) => keychain.write(apiEntry(accountId), key),
    async databaseKey(accountId) {
      const read = await keychain.read(databaseEntry(accountId));
      if (read.state === 'found') return read.secret;
      if (read.state !== 'none') return null;
      const made = newDatabaseKey();
      const saved = await keychain.write(databaseEntry(accountId), made);
      return saved.ok ? made : null;
    },
    async forget(accountId) {
      await keychain.remove(apiEntry(accountId));
      await keychain.remove(databaseEntry(accountId));
    },
  };
}
