// Opens the accounts that the settings name, each with the key that the keychain holds for it.
import { type Result, success } from '../../contract/codes.ts';
import type { OpenStores } from '../ports.ts';
import type { Secret } from '../secret.ts';
import type { Vault } from '../vault.ts';
import type { Registry } from './registry.ts';
import type { Slot } from './slot.ts';

type SavedParts = {
  readonly registry: Registry;
  readonly vault: Vault;
  readonly stores: Pick<OpenStores, 'exists'>;
  /** the account's place, made if there is none */
  readonly add: (id: string) => Slot;
};

/** False: there is none that can be opened without being asked for a key first. */
export async function openSavedAccounts(parts: SavedParts): Promise<boolean> {
  const { registry, stores, add } = parts;
  const saved = registry.all();
  const [first] = saved;
  // where files wait for it, the account is shown as one that asks for its key
  if (!first) return false;
  const maybeFirstRun = saved.length === 1 && !stores.exists(first.id);
  const onlyKey = maybeFirstRun ? await keptKey(first.id, parts) : null;
  if (onlyKey && !onlyKey.ok) return false;
  const added = saved.map(({ id }) => add(id));
  // none waits for another's keychain entry, databases or network
  await Promise.all(
    added.map(async (slot) => {
      const kept = onlyKey ?? (await keptKey(slot.id, parts));
      if (kept.ok) await slot.openSaved(kept.value);
      else slot.shut(kept);
    }),
  );
  return true;
}

/**
 * Whether the keychain was given the key. The program may have been killed before it wrote down that it was: then the
 * key itself, so that it need not be read again.
 */
async function keptKey(id: string, { registry, vault }: SavedParts): Promise<Result<Secret | null>> {
  if (registry.get(id)?.keySaved) return success(null);
  const read = await vault.apiKey(id, false);
  if (read.ok) registry.change(id, { keySaved: true });
  return read;
}
