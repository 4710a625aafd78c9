// The system's keychain through keytar, loaded only when first needed and allowed to be missing.
// One access at a time; findCredentials is never called, because it crashes the process on a locked keyring.
import { failure, success } from '../contract/codes.ts';
import type { Keychain, KeychainRead } from '../core/ports.ts';
import { Secret } from '../core/secret.ts';
import { classifyKeychainError } from './keychain-errors.ts';

/** The three calls of keytar that are safe in every state of a keyring. */
export type KeychainModule = {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
};
type LoadKeychainModule = () => Promise<KeychainModule>;

/** keytar is optional: where it could not be built, this rejects. */
export const loadKeytar: LoadKeychainModule = async () => (await import('keytar')).default;

/**
 * @param service the name under which a person finds the entries in the system's own keychain program
 * @param load answers the module or rejects; asked at the first access, and again after a failure
 */
export function systemKeychain(service: string, load: LoadKeychainModule): Keychain {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };

  return {
    read: (entry) => inTurn(() => read(service, load, entry)),
    write: (entry, secret) =>
      inTurn(async () => {
        try {
          const keychain = await load();
          await keychain.setPassword(service, entry, secret.reveal());
          const kept = await keychain.getPassword(service, entry);
          return kept === secret.reveal() ? success(null) : failure('keychain_locked');
        } catch (cause) {
          return refused(cause);
        }
      }),
    remove: (entry) =>
      inTurn(async () => {
        try {
          const keychain = await load();
          if (await keychain.deletePassword(service, entry)) return success(null);
          // No entry, or one in a locked keychain: keytar says the same to both, and leaves the latter where it is.
          // A write tells them apart: it fails, or the system asks for the password first.
          await keychain.setPassword(service, entry, 'removed');
          await keychain.deletePassword(service, entry);
          return success(null);
        } catch (cause) {
          return refused(cause);
        }
      }),
  };
}

async function read(service: string, load: LoadKeychainModule, entry: string): Promise<KeychainRead> {
  try {
    const found = await (await load()).getPassword(service, entry);
    return found === null ? { state: 'none' } : { state: 'found', secret: new Secret(found) };
  } catch (cause) {
    return { state: classifyKeychainError(cause) };
  }
}

const refused = (cause: unknown) =>
  failure(classifyKeychainError(cause) === 'locked' ? 'keychain_locked' : 'keychain_missing');
