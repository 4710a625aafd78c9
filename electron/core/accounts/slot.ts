// One account's place in the session, open or not: opens it with a key, waits for a locked keychain or a full disk, and
// ends it. What goes wrong is this account's problem alone, and nothing is lost by it.
import type { Account as AccountState } from '../../contract/account.ts';
import { type Code, type Failure, failure, type Result, success } from '../../contract/codes.ts';
import type { Session } from '../../contract/model.ts';
import { type Account, createAccount } from '../account.ts';
import { bestEffort } from '../best-effort.ts';
import type { Changes } from '../changes.ts';
import type { Looking } from '../commands/looking.ts';
import type { Http, Ports, StoredAccount } from '../ports.ts';
import { StoreError } from '../records.ts';
import type { Secret } from '../secret.ts';
import type { Gate } from '../sync/gate.ts';
import type { Vault } from '../vault.ts';
import { scopedLooking, scopedNotifier, scopedTell } from './scoped-ports.ts';

const openAgain = 10_000;

export type Opening = {
  readonly key: Secret;
  readonly keyIn: Session['keyIn'];
  readonly http: Http;
  /** null: nothing is written to disk */
  readonly databaseKey: Secret | null;
};

export type Slot = {
  readonly id: string;
  readonly demo: boolean;
  /** null while it is not open */
  account(): Account | null;
  describe(): AccountState;
  warnings(): Session['warnings'];
  dismissWarnings(): void;
  /** the key it was opened with, one-way; null: not known */
  keyPrint(): string | null;
  /** With the key in the keychain. One that is locked and a disk that is full are tried again by itself. */
  openSaved(): Promise<void>;
  open(opening: Opening): Result<null>;
  replaceKey(key: Secret, keyIn: Session['keyIn']): void;
  /** no key opens it for now */
  shut(problem: Failure): void;
  /** tries again at once what is tried again by itself */
  retry(): Promise<void>;
  end(): Promise<void>;
};

export type SlotParts = {
  readonly ports: Ports;
  readonly vault: Vault;
  readonly changes: Changes;
  readonly looking: Looking;
  readonly demo: boolean;
  /** what is known to the same server beside its own gate, before and after it */
  readonly door: Gate;
  readonly label: () => Pick<StoredAccount, 'name' | 'colour'>;
  /** what its notifications say of whose they are */
  readonly nameInTitle: () => string;
};

export function createSlot(id: string, parts: SlotParts): Slot {
  const { ports, vault, changes, demo, door } = parts;
  let account: Account | null = null;
  let state: AccountState['state'] = 'starting';
  let keyIn: Session['keyIn'] = 'none';
  let durable = false;
  let problem: Failure | null = null;
  let warnings: Session['warnings'] = [];
  let print: string | null = null;
  let ended = false;
  let cancelRetry = () => {};

  function become(next: AccountState['state'], why: Failure | null = null): void {
    state = next;
    problem = why;
    changes.tell('session', 'connection', 'tickets', 'outbox');
  }

  /** A cache that turns out damaged at the first question is mended by opening it once more. */
  function openAccount(opening: Opening, again = true): Result<Account> {
    const stores = ports.stores.open(id, opening.databaseKey);
    if (!stores.ok) return stores;
    try {
      const made = createAccount({
        id,
        demo,
        key: opening.key,
        http: opening.http,
        stores: stores.value,
        ports,
        notifier: scopedNotifier(ports.notifier, id, parts.nameInTitle),
        tell: scopedTell(changes.tell, id),
        looking: scopedLooking(parts.looking.now, id),
        onUnauthorized(reason) {
          account?.pause();
          become('signed-out', reason);
        },
      });
      warnings = stores.value.warnings.map((code: Code) => ({ code, at: ports.clock.now() }));
      return success(made);
    } catch (cause) {
      stores.value.cache.close();
      stores.value.outbox.close();
      if (!(cause instanceof StoreError)) throw cause;
      return again ? openAccount(opening, false) : failure(cause.code);
    }
  }

  function open(opening: Opening): Result<null> {
    const opened = openAccount(opening);
    if (!opened.ok) {
      become('signed-out', opened);
      return opened;
    }
    account = opened.value;
    durable = opening.databaseKey !== null;
    if (!demo) account.gate.adopt(door);
    account.start();
    useKey(account, opening.key, opening.keyIn);
    return success(null);
  }

  function useKey(of: Account, key: Secret, stored: Session['keyIn']): void {
    keyIn = stored;
    print = ports.fingerprint(key);
    become('signed-in');
    if (!demo) void learnScope(of, print);
  }

  /** Asks once per key whether it may write, so that the composer can say so before anything is typed. */
  async function learnScope(of: Account, keyPrint: string): Promise<void> {
    let known = false;
    bestEffort(ports.log, 'scope', () => {
      known = of.cache.meta('scope-of') === keyPrint;
    });
    if (known) return;
    const may = await of.remote.mayWrite();
    if (may === null || of !== account) return;
    of.setCanWrite(may);
    bestEffort(ports.log, 'scope', () => of.cache.setMeta('scope-of', keyPrint));
  }

  async function openSaved(): Promise<void> {
    cancelRetry();
    const key = await vault.apiKey(id, true);
    const databaseKey = key.ok ? await vault.databaseKey(id) : null;
    // it was signed out, or got another key, while the keychain asked for a password
    if (ended || account) return;
    if (key.ok && databaseKey?.ok) {
      const { http } = ports;
      const opened = open({ key: key.value, keyIn: 'keychain', http, databaseKey: databaseKey.value });
      if (!opened.ok && opened.code === 'store_full') retryLater();
      return;
    }
    retryLater();
    const why = key.ok ? failure('keychain_locked') : key;
    if (state !== 'keychain-locked' || problem?.code !== why.code) become('keychain-locked', why);
  }

  function retryLater(): void {
    cancelRetry = ports.clock.after(openAgain, () => void retry());
  }

  async function retry(): Promise<void> {
    if (state === 'keychain-locked' || (!account && problem?.code === 'store_full')) await openSaved();
  }

  return {
    id,
    demo,
    account: () => account,
    describe: () => ({
      id,
      ...parts.label(),
      state,
      canWrite: account?.canWrite() ?? true,
      keyIn,
      durable,
      problem,
    }),
    warnings: () => warnings,
    dismissWarnings() {
      warnings = [];
    },
    keyPrint: () => print,
    openSaved,
    open(opening) {
      cancelRetry();
      return open(opening);
    },
    replaceKey(key, stored) {
      if (!account) return;
      account.replaceKey(key);
      useKey(account, key, stored);
    },
    shut: (why) => become('signed-out', why),
    retry,
    async end() {
      ended = true;
      cancelRetry();
      const ending = account;
      account = null;
      if (ending && !demo) door.adopt(ending.gate);
      await ending?.stop();
    },
  };
}
