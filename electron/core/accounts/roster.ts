// The accounts of this run, in the user's order, each in its slot: added, opened as they were saved, forgotten, ended.
import { type Failure, failure, type Result, success } from '../../contract/codes.ts';
import type { Account } from '../account.ts';
import type { Changes } from '../changes.ts';
import type { Looking } from '../commands/looking.ts';
import { leftDownloads } from '../downloads/left.ts';
import type { Places } from '../places.ts';
import type { Ports } from '../ports.ts';
import { StoreError } from '../records.ts';
import type { Secret } from '../secret.ts';
import type { Gate } from '../sync/gate.ts';
import type { Vault } from '../vault.ts';
import type { Registry } from './registry.ts';
import { createSlot, type Slot } from './slot.ts';

/** The demo is an account like the others, but for what it is called. */
export const demoId = 'demo';

export type Roster = {
  slots(): readonly Slot[];
  find(id: string): Slot | undefined;
  /** the accounts that are open */
  open(): readonly Account[];
  /** the one that is there, if there is one */
  add(id: string): Slot;
  /** Those of the settings; false: there is none that can be opened without being asked for a key first. */
  openSaved(): Promise<boolean>;
  /**
   * Takes the key out of the keychain, then the account with its files. A failure: something of it may still be there,
   * and the account is shown as long as it is.
   */
  forget(id: string): Promise<Failure | null>;
  end(): Promise<void>;
  /** ends them, and opens none any more */
  close(): Promise<void>;
};

type RosterParts = {
  readonly ports: Ports;
  readonly vault: Vault;
  readonly registry: Registry;
  readonly changes: Changes;
  readonly looking: Looking;
  readonly door: Gate;
  readonly places: Places;
};

/** Empty at first. @param door the gate for what is asked before an account is open */
export function createRoster({ registry, vault, ...parts }: RosterParts): Roster {
  let slots: readonly Slot[] = [];
  let closed = false;
  const find = (id: string) => slots.find((slot) => slot.id === id);

  function add(id: string): Slot {
    const known = find(id);
    if (known) return known;
    const label = () => {
      const { name, colour } = registry.get(id) ?? ({ name: '', colour: 'blue' } as const);
      return { name, colour };
    };
    const nameInTitle = () => (slots.length > 1 ? label().name : '');
    const isUsedElsewhere = (keyPrint: string) =>
      slots.some((other) => other.id !== id && isUsedBy(other, keyPrint));
    const slot = createSlot(id, {
      ...parts,
      vault,
      demo: id === demoId,
      label,
      nameInTitle,
      isUsedElsewhere,
    });
    if (closed) void slot.end();
    else slots = [...slots, slot];
    return slot;
  }

  async function end(): Promise<void> {
    const ending = slots;
    slots = [];
    await Promise.all(ending.map((slot) => slot.end()));
  }

  /**
   * Whether the keychain was given the key. The program may have been killed before it wrote down that it was: then the
   * key itself, so that it need not be read again.
   */
  async function keptKey(id: string): Promise<Result<Secret | null>> {
    if (registry.get(id)?.keySaved) return success(null);
    const read = await vault.apiKey(id, false);
    if (read.ok) registry.change(id, { keySaved: true });
    return read;
  }

  const removeLeft = (path: string): Promise<void> =>
    parts.ports.files.removePart(path).catch((cause) => parts.ports.log.error('download', cause));

  function wipe(id: string): Failure | null {
    try {
      parts.ports.stores.wipe(id);
      return null;
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      return failure(cause.code);
    }
  }

  return {
    slots: () => slots,
    find,
    open: () => slots.flatMap((slot) => slot.account() ?? []),
    add,
    async openSaved() {
      const saved = registry.all();
      const [first] = saved;
      // where files wait for it, the account is shown as one that asks for its key
      if (!first) return false;
      const maybeFirstRun = saved.length === 1 && !parts.ports.stores.exists(first.id);
      const onlyKey = maybeFirstRun ? await keptKey(first.id) : null;
      if (onlyKey && !onlyKey.ok) return false;
      const added = saved.map(({ id }) => add(id));
      // none waits for another's keychain entry, databases or network
      await Promise.all(
        added.map(async (slot) => {
          const kept = onlyKey ?? (await keptKey(slot.id));
          if (kept.ok) await slot.openSaved(kept.value);
          else slot.shut(kept);
        }),
      );
      return true;
    },
    async forget(id) {
      const unfinished = find(id)?.account() ? [] : await leftDownloads(id, { ...parts.ports, vault });
      const forgotten = await vault.forget(id);
      const fromKeychain = find(id)?.describe().keyIn === 'keychain';
      const mayStay = !forgotten.ok && (forgotten.code === 'keychain_locked' || fromKeychain);
      // it would come to light again with the next unlocking, and nobody would know of it
      if (mayStay && registry.get(id)?.keySaved) return failure('keychain_locked');
      const slot = find(id);
      slots = slots.filter((other) => other !== slot);
      await slot?.account()?.downloads.forget();
      await slot?.end();
      for (const path of unfinished) await removeLeft(path);
      const left = wipe(id);
      if (left) {
        registry.change(id, { keySaved: false });
        add(id).shut(left);
      } else registry.remove(id);
      return left;
    },
    end,
    close() {
      closed = true;
      return end();
    },
  };
}

/** The demo's key is everybody's. */
export const isUsedBy = (slot: Slot, keyPrint: string): boolean => !slot.demo && slot.keyPrint() === keyPrint;
