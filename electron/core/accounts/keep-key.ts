// Keeps a typed key once it is in use: in the keychain if that takes it, else until the program ends.
import { type Result, success } from '../../contract/codes.ts';
import type { Ports } from '../ports.ts';
import type { Secret } from '../secret.ts';
import type { Vault } from '../vault.ts';
import type { Registry } from './registry.ts';
import type { Roster } from './roster.ts';

type KeepParts = {
  readonly ports: Pick<Ports, 'http' | 'stores'>;
  readonly vault: Vault;
  readonly registry: Registry;
  readonly roster: Pick<Roster, 'add' | 'forget'>;
};

/** Its drafts and replies are kept, and its new key is for this run, too. */
export async function keepForThisRun(
  id: string,
  key: Secret,
  { ports, vault, roster }: KeepParts,
): Promise<Result<null>> {
  const slot = roster.add(id);
  const databaseKey = slot.account() ? null : await vault.databaseKey(id);
  const given = databaseKey?.ok ? databaseKey.value : null;
  return slot.take({ key, keyIn: 'run', http: ports.http, databaseKey: given, typed: true });
}

/** @param name of the account, where it is a new one */
export async function keepSaved(
  id: string,
  key: Secret,
  name: string,
  parts: KeepParts,
): Promise<Result<null>> {
  const { ports, vault, registry, roster } = parts;
  const { http, stores } = ports;
  const isNew = !registry.get(id);
  // a kill after this leaves an account that asks for its key, and never a key that nobody knows of
  registry.add(id, name);
  const slot = roster.add(id);
  const given = slot.account() ? null : await databaseKeyOf(id, vault);
  const used = await slot.take({ key, keyIn: 'memory', http, databaseKey: given, typed: true });
  if (!used.ok) {
    if (isNew) await roster.forget(id);
    return used;
  }
  // a keychain that was locked holds the key to files that this one was not compared with
  const mayKeep = slot.describe().durable || !stores.exists(id);
  if (mayKeep && (await vault.saveApiKey(id, key)).ok) {
    registry.change(id, { keySaved: true });
    slot.keptIn('keychain');
  }
  return success(null);
}

async function databaseKeyOf(id: string, vault: Vault): Promise<Secret | null> {
  const unlocked = await vault.unlock();
  const databaseKey = unlocked.ok ? await vault.databaseKey(id) : unlocked;
  return databaseKey.ok ? databaseKey.value : null;
}
