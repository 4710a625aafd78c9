// The accounts of this run, in the user's order, each in its slot: added, opened as they were saved, forgotten, ended.
import type { Failure } from '../../contract/codes.ts';
import type { Account } from '../account.ts';
import type { Changes } from '../changes.ts';
import type { Looking } from '../commands/looking.ts';
import type { Places } from '../places.ts';
import type { Ports } from '../ports.ts';
import type { Gate } from '../sync/gate.ts';
import type { Vault } from '../vault.ts';
import { forgetAccount } from './forget.ts';
import { openSavedAccounts } from './open-saved.ts';
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
  const { ports } = parts;
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
    const slot = createSlot(id, {
      ...parts,
      vault,
      demo: id === demoId,
      label,
      nameInTitle: () => (slots.length > 1 ? label().name : ''),
      isUsedElsewhere: (keyPrint) => slots.some((other) => other.id !== id && isUsedBy(other, keyPrint)),
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

  const takeOut = (id: string) => {
    slots = slots.filter((other) => other.id !== id);
  };

  return {
    slots: () => slots,
    find,
    open: () => slots.flatMap((slot) => slot.account() ?? []),
    add,
    openSaved: () => openSavedAccounts({ registry, vault, stores: ports.stores, add }),
    forget: (id) => forgetAccount(id, { registry, vault, ports, find, takeOut, add }),
    end,
    close() {
      closed = true;
      return end();
    },
  };
}

/** The demo's key is everybody's. */
export const isUsedBy = (slot: Slot, keyPrint: string): boolean => !slot.demo && slot.keyPrint() === keyPrint;
