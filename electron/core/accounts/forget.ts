// Signs an account out: its key leaves the keychain, then the account and its files go.
import { type Failure, failure } from '../../contract/codes.ts';
import { leftDownloads } from '../downloads/left.ts';
import type { Ports } from '../ports.ts';
import { StoreError } from '../records.ts';
import type { Vault } from '../vault.ts';
import type { Registry } from './registry.ts';
import type { Slot } from './slot.ts';

type ForgetParts = {
  readonly registry: Registry;
  readonly vault: Vault;
  readonly ports: Pick<Ports, 'stores' | 'files' | 'log'>;
  readonly find: (id: string) => Slot | undefined;
  /** takes it out of those that are shown */
  readonly takeOut: (id: string) => void;
  /** the account's place, made anew */
  readonly add: (id: string) => Slot;
};

/** A failure: something of it may still be there, and the account is shown as long as it is. */
export async function forgetAccount(id: string, parts: ForgetParts): Promise<Failure | null> {
  const { registry, vault, ports, find, takeOut, add } = parts;
  const unfinished = find(id)?.account() ? [] : await leftDownloads(id, { ...ports, vault });
  const forgotten = await vault.forget(id);
  const fromKeychain = find(id)?.describe().keyIn === 'keychain';
  const mayStay = !forgotten.ok && (forgotten.code === 'keychain_locked' || fromKeychain);
  // it would come to light again with the next unlocking, and nobody would know of it
  if (mayStay && registry.get(id)?.keySaved) return failure('keychain_locked');
  const slot = find(id);
  takeOut(id);
  await slot?.account()?.downloads.forget();
  await slot?.end();
  for (const path of unfinished) await removeLeft(path, ports);
  const left = wipe(id, ports);
  if (left) {
    registry.change(id, { keySaved: false });
    add(id).shut(left);
  } else registry.remove(id);
  return left;
}

const removeLeft = (path: string, { files, log }: ForgetParts['ports']): Promise<void> =>
  files.removePart(path).catch((cause) => log.error('download', cause));

function wipe(id: string, { stores }: ForgetParts['ports']): Failure | null {
  try {
    stores.wipe(id);
    return null;
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    return failure(cause.code);
  }
}
