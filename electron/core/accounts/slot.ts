// One account's place in the session, open or not: opens it with a key, waits for a locked keychain or a full disk, and
// ends it. What goes wrong is this account's problem alone, and nothing is lost by it.
import type { Account as AccountState } from '../../contract/account.ts';
import { type Code, type Failure, failure, type Result, success } from '../../contract/codes.ts';
import type { Session } from '../../contract/model.ts';
import type { Account } from '../account.ts';
import { createLane } from '../lane.ts';
import type { StoredAccount } from '../ports.ts';
import type { Secret } from '../secret.ts';
import type { Gate } from '../sync/gate.ts';
import type { Vault } from '../vault.ts';
import { keyRefusal, rememberKey } from './key-check.ts';
import { createKeyScope } from './key-scope.ts';
import { type Opening, type OpenParts, openAccount } from './open-account.ts';
import { createRetry } from './retry.ts';

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

type SlotParts = OpenParts & {
  readonly vault: Vault;
  /** what is known to the same server beside its own gate, before and after it */
  readonly door: Gate;
  readonly label: () => Pick<StoredAccount, 'name' | 'colour'>;
  /** whether another account is used with this key */
  readonly isUsedElsewhere: (keyPrint: string) => boolean;
};

/** Nothing is opened until a key is there; one thing is done at a time, whatever is asked meanwhile. */
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
  /** open, but not yet known to be of this key's customer */
  let tried: Account | null = null;
  const inTurn = createLane(1);
  const scope = createKeyScope(ports.clock, ports.log);
  /** what keeps it shut may pass by itself */
  const again = createRetry(ports.clock, openAgain, () => openSaved(null));

  function become(next: AccountState['state'], why: Failure | null = null): void {
    state = next;
    problem = why;
    changes.tell('session', 'connection', 'tickets', 'outbox');
  }

  function openWith(opening: Opening): Result<Account> {
    const made = openAccount(id, opening, parts, (reason) => {
      account?.pause();
      become('signed-out', reason);
    });
    if (!made.ok) return made;
    if (!demo) made.value.account.gate.adopt(door);
    warnings = made.value.warnings.map((code) => ({ code, at: ports.clock.now() }));
    return success(made.value.account);
  }

  async function use(opening: Opening): Promise<Result<null>> {
    if (ended) return failure('no_key');
    const keyPrint = ports.fingerprint(opening.key);
    // asked at the last moment: another account may have come to it while the keychain was asked
    if (!demo && parts.isUsedElsewhere(keyPrint)) return failure('key_in_use');
    const opened = account ? success(account) : openWith(opening);
    if (!opened.ok) {
      become('signed-out', opened);
      return opened;
    }
    const before = print;
    print = keyPrint;
    tried = opened.value;
    const refused = demo ? null : await refusal(tried, opening);
    tried = null;
    if (ended) return failure('no_key');
    if (refused) {
      print = before;
      if (!opening.typed) showWithoutKey(opened.value, opening);
      else if (!account) await opened.value.stop();
      return refused;
    }
    if (account) account.replaceKey(opening.key);
    useKey(begin(opened.value, opening), keyPrint, opening);
    return success(null);
  }

  async function refusal(of: Account, opening: Opening): Promise<Failure | null> {
    try {
      return await keyRefusal(of, opening, ports);
    } catch (cause) {
      // its databases were closed meanwhile
      if (ended) return failure('no_key');
      throw cause;
    }
  }

  function begin(opened: Account, opening: Opening): Account {
    if (account) return account;
    account = opened;
    durable = opening.databaseKey !== null;
    account.start();
    return account;
  }

  /** What is kept can be read, and nothing is asked or sent. */
  function showWithoutKey(opened: Account, opening: Opening): void {
    opened.pause();
    // starting looks and sends, which has to find no key
    begin(opened, opening).pause();
  }

  function useKey(of: Account, keyPrint: string, opening: Opening): void {
    keyIn = opening.keyIn;
    again.cancel();
    rememberKey(of, keyPrint, ports.log);
    become('signed-in');
    if (!demo) scope.watch(of, keyPrint);
  }

  async function openSaved(read: Secret | null): Promise<void> {
    again.cancel();
    const key = read ? success(read) : await vault.apiKey(id, true);
    const databaseKey = key.ok ? await vault.databaseKey(id) : null;
    await inTurn(async () => {
      // it was signed out, or got another key, while the keychain asked for a password
      if (ended || print !== null) return;
      if (key.ok && databaseKey?.ok) return useSaved(key.value, databaseKey.value);
      again.later();
      const why = key.ok ? failure('keychain_locked') : key;
      if (state !== 'keychain-locked' || problem?.code !== why.code) become('keychain-locked', why);
    });
  }

  async function useSaved(key: Secret, databaseKey: Secret): Promise<void> {
    const used = await use({ key, keyIn: 'keychain', http: ports.http, databaseKey, typed: false });
    if (used.ok || ended) return;
    become('signed-out', used);
    if (mayPass(used.code, account !== null)) again.later();
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
    take: (opening) => inTurn(() => use(opening)),
    keptIn(stored) {
      keyIn = stored;
      changes.tell('session');
    },
    shut: (why) => become('signed-out', why),
    retry: again.now,
    async end() {
      ended = true;
      again.cancel();
      scope.end();
      const ending = account ?? tried;
      account = null;
      if (ending && !demo) door.adopt(ending.gate);
      await ending?.stop();
    },
  };
}

/** Whether what kept it shut may pass by itself: HostUp that could not be asked, or a disk that is full. */
const mayPass = (code: Code, isOpen: boolean): boolean =>
  isOpen ? !lastingRefusals.has(code) : code === 'store_full';
