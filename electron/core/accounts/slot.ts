// One account's place in the session, open or not: opens it with a key, waits for a locked keychain or a full disk, and
// ends it. What goes wrong is this account's problem alone, and nothing is lost by it.
import type { Account as AccountState } from '../../contract/account.ts';
import { type Code, type Failure, failure, type Result, success } from '../../contract/codes.ts';
import type { Session } from '../../contract/model.ts';
import type { Account } from '../account.ts';
import { createLane } from '../lane.ts';
import type { StoredAccount } from '../ports.ts';
import type { Secret } from '../secret.ts';
import type { Vault } from '../vault.ts';
import { createHolder, type HolderParts } from './holder.ts';
import type { Opening } from './open-account.ts';
import { createRetry } from './retry.ts';
import { createStanding } from './standing.ts';

const openAgain = 10_000;
/** What asking again does not change. */
const lastingRefusals: ReadonlySet<Code> = new Set([
  'other_customer',
  'unauthorized',
  'forbidden',
  'key_in_use',
]);

export type Slot = {
  readonly id: string;
  readonly demo: boolean;
  /** null while it is not open */
  account(): Account | null;
  describe(): AccountState;
  warnings(): Session['warnings'];
  dismissWarnings(): void;
  /** the key it is used with, one-way; null: none yet */
  keyPrint(): string | null;
  /**
   * With the key in the keychain. One that is locked and a disk that is full are tried again by itself.
   * @param read that key; null: it is still to be read
   */
  openSaved(read: Secret | null): Promise<void>;
  /**
   * Opens it with this key, or gives it this key if it is open. A typed one of another customer (other_customer) and
   * one that could not be asked about change nothing.
   */
  take(opening: Opening): Promise<Result<null>>;
  /** the key in use was kept there */
  keptIn(keyIn: Session['keyIn']): void;
  /** no key opens it for now */
  shut(problem: Failure): void;
  /** tries again at once what is tried again by itself */
  retry(): Promise<void>;
  end(): Promise<void>;
};

type SlotParts = Omit<HolderParts, 'standing'> & {
  readonly vault: Vault;
  readonly label: () => Pick<StoredAccount, 'name' | 'colour'>;
};

/** Nothing is opened until a key is there; one thing is done at a time, whatever is asked meanwhile. */
export function createSlot(id: string, parts: SlotParts): Slot {
  const { ports, vault, changes, demo, label } = parts;
  const standing = createStanding(ports.clock, changes);
  const holder = createHolder(id, { ...parts, standing });
  const inTurn = createLane(1);
  /** what keeps it shut may pass by itself */
  const again = createRetry(ports.clock, openAgain, () => openSaved(null));

  async function use(opening: Opening): Promise<Result<null>> {
    const used = await holder.use(opening);
    if (used.ok) again.cancel();
    return used;
  }

  async function openSaved(read: Secret | null): Promise<void> {
    again.cancel();
    const key = read ? success(read) : await vault.apiKey(id, true);
    const databaseKey = key.ok ? await vault.databaseKey(id) : null;
    await inTurn(async () => {
      // it was signed out, or got another key, while the keychain asked for a password
      if (holder.hasEnded() || holder.keyPrint() !== null) return;
      if (key.ok && databaseKey?.ok) return useSaved(key.value, databaseKey.value);
      again.later();
      const why = key.ok ? failure('keychain_locked') : key;
      const { state, problem } = standing.told();
      if (state !== 'keychain-locked' || problem?.code !== why.code) standing.become('keychain-locked', why);
    });
  }

  async function useSaved(key: Secret, databaseKey: Secret): Promise<void> {
    const used = await use({ key, keyIn: 'keychain', http: ports.http, databaseKey, typed: false });
    if (used.ok || holder.hasEnded()) return;
    standing.become('signed-out', used);
    if (mayPass(used.code, holder.account() !== null)) again.later();
  }

  return {
    id,
    demo,
    account: holder.account,
    describe: () => ({
      id,
      ...label(),
      ...standing.told(),
      canWrite: holder.account()?.canWrite() ?? true,
    }),
    warnings: standing.warnings,
    dismissWarnings: standing.dismissWarnings,
    keyPrint: holder.keyPrint,
    openSaved,
    take: (opening) => inTurn(() => use(opening)),
    keptIn(keyIn) {
      standing.keyLiesIn(keyIn);
      changes.tell('session');
    },
    shut: (why) => standing.become('signed-out', why),
    retry: again.now,
    async end() {
      again.cancel();
      await holder.end();
    },
  };
}

/** Whether what kept it shut may pass by itself: HostUp that could not be asked, or a disk that is full. */
const mayPass = (code: Code, isOpen: boolean): boolean =>
  isOpen ? !lastingRefusals.has(code) : code === 'store_full';
