// One account's place in the session, open or not: opens it with a key, waits for a locked keychain or a full disk, and
// ends it. What goes wrong is this account's problem alone, and nothing is lost by it.
import type { Account as AccountState } from '../../contract/account.ts';
import { type Code, type Failure, failure, type Result, success } from '../../contract/codes.ts';
import type { Session } from '../../contract/model.ts';
import type { Account } from '../account.ts';
import { bestEffort } from '../best-effort.ts';
import type { Changes } from '../changes.ts';
import type { Looking } from '../commands/looking.ts';
import { createLane } from '../lane.ts';
import type { Http, Ports, StoredAccount } from '../ports.ts';
import { StoreError } from '../records.ts';
import { createRemote } from '../remote-api.ts';
import type { Secret } from '../secret.ts';
import type { Gate } from '../sync/gate.ts';
import type { Vault } from '../vault.ts';
import { openAccount } from './open-account.ts';
import { sameCustomer } from './same-customer.ts';
import { scopedLooking, scopedNotifier, scopedTell } from './scoped-ports.ts';

const openAgain = 10_000;
/** where the cache keeps which key it was used with, one-way */
const keyMeta = 'key-of';
/** What asking again does not change. */
const lastingRefusals: ReadonlySet<Code> = new Set(['other_customer', 'unauthorized', 'forbidden']);

export type Opening = {
  readonly key: Secret;
  readonly keyIn: Session['keyIn'];
  readonly http: Http;
  /** null: nothing is written to disk */
  readonly databaseKey: Secret | null;
  /** by a person, who may have another customer's in hand; else it was found where this account's own is kept */
  readonly typed: boolean;
};

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
  /** With the key in the keychain. One that is locked and a disk that is full are tried again by itself. */
  openSaved(): Promise<void>;
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
  /** whether another account is used with this key */
  readonly isUsedElsewhere: (keyPrint: string) => boolean;
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
  /** open, but not yet known to be of this key's customer */
  let tried: Account | null = null;
  /** what keeps it shut may pass by itself */
  let isRetried = false;
  let cancelRetry = () => {};
  const inTurn = createLane(1);

  function become(next: AccountState['state'], why: Failure | null = null): void {
    state = next;
    problem = why;
    changes.tell('session', 'connection', 'tickets', 'outbox');
  }

  function openWith({ key, http, databaseKey }: Opening): Result<Account> {
    const made = openAccount(
      {
        id,
        demo,
        key,
        http,
        ports,
        notifier: scopedNotifier(ports.notifier, id, parts.nameInTitle),
        tell: scopedTell(changes.tell, id),
        looking: scopedLooking(parts.looking.now, id),
        onUnauthorized(reason) {
          account?.pause();
          become('signed-out', reason);
        },
      },
      databaseKey,
    );
    if (!made.ok) return made;
    if (!demo) made.value.account.gate.adopt(door);
    warnings = made.value.warnings.map((code) => ({ code, at: ports.clock.now() }));
    return success(made.value.account);
  }

  async function use(opening: Opening): Promise<Result<null>> {
    if (ended) return failure('no_key');
    const opened = account ? success(account) : openWith(opening);
    if (!opened.ok) {
      become('signed-out', opened);
      return opened;
    }
    const before = print;
    print = ports.fingerprint(opening.key);
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
    useKey(begin(opened.value, opening), print, opening);
    return success(null);
  }

  /** Null: the key may be used with what this account holds. */
  async function refusal(of: Account, { key, http, typed }: Opening): Promise<Failure | null> {
    try {
      const known = of.cache.meta(keyMeta);
      if (known === ports.fingerprint(key) || (!typed && known === null)) return null;
      return await sameCustomer(
        of,
        createRemote({ http, key: () => key, clock: ports.clock, gate: of.gate }),
      );
    } catch (cause) {
      if (ended) return failure('no_key');
      if (!(cause instanceof StoreError)) throw cause;
      return failure(cause.code);
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
    cancelRetry();
    isRetried = false;
    bestEffort(ports.log, 'key-of', () => of.cache.setMeta(keyMeta, keyPrint));
    become('signed-in');
    if (!demo) void learnScope(of, keyPrint);
  }

  /** Asks once per key whether it may write, so that the composer can say so before anything is typed. */
  async function learnScope(of: Account, keyPrint: string): Promise<void> {
    let known = false;
    bestEffort(ports.log, 'scope', () => {
      known = of.cache.meta('scope-of') === keyPrint;
    });
    if (known) return;
    const may = await of.remote.mayWrite();
    if (may === null || of !== account || print !== keyPrint) return;
    of.setCanWrite(may);
    bestEffort(ports.log, 'scope', () => of.cache.setMeta('scope-of', keyPrint));
  }

  async function openSaved(): Promise<void> {
    cancelRetry();
    isRetried = false;
    const key = await vault.apiKey(id, true);
    const databaseKey = key.ok ? await vault.databaseKey(id) : null;
    await inTurn(async () => {
      // it was signed out, or got another key, while the keychain asked for a password
      if (ended || print !== null) return;
      if (key.ok && databaseKey?.ok) return useSaved(key.value, databaseKey.value);
      retryLater();
      const why = key.ok ? failure('keychain_locked') : key;
      if (state !== 'keychain-locked' || problem?.code !== why.code) become('keychain-locked', why);
    });
  }

  async function useSaved(key: Secret, databaseKey: Secret): Promise<void> {
    if (parts.isUsedElsewhere(ports.fingerprint(key))) return become('signed-out', failure('key_in_use'));
    const used = await use({ key, keyIn: 'keychain', http: ports.http, databaseKey, typed: false });
    if (used.ok || ended) return;
    become('signed-out', used);
    const lasts = account ? lastingRefusals.has(used.code) : used.code !== 'store_full';
    if (!lasts) retryLater();
  }

  function retryLater(): void {
    isRetried = true;
    cancelRetry = ports.clock.after(openAgain, () => void retry());
  }

  async function retry(): Promise<void> {
    if (isRetried) await openSaved();
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
    retry,
    async end() {
      ended = true;
      cancelRetry();
      const ending = account ?? tried;
      account = null;
      if (ending && !demo) door.adopt(ending.gate);
      await ending?.stop();
    },
  };
}
