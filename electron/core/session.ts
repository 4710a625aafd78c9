// Who is signed in: from the keychain, the environment, a typed key or the demo. Opens and ends the account.
import { type Code, type Failure, failure, type Result, success } from '../contract/codes.ts';
import type { Session } from '../contract/model.ts';
import { type Account, createAccount } from './account.ts';
import { bestEffort } from './best-effort.ts';
import type { Changes } from './changes.ts';
import type { Looking } from './commands/looking.ts';
import type { Http, Ports } from './ports.ts';
import { StoreError } from './records.ts';
import { createRemote } from './remote-api.ts';
import { Secret } from './secret.ts';
import { createGate } from './sync/gate.ts';
import { createVault } from './vault.ts';

const openAgain = 10_000;

export type SessionControl = {
  get(): Session;
  account(): Account | null;
  start(): Promise<void>;
  stop(): Promise<void>;
  connect(apiKey: string): Promise<Result<Session>>;
  demo(): Promise<Result<Session>>;
  signOut(): Promise<Result<Session>>;
  retryKeychain(): Promise<Result<Session>>;
  dismissWarnings(): void;
};

type Opening = {
  readonly id: string;
  readonly key: Secret;
  readonly keyIn: Session['keyIn'];
  readonly http: Http;
  readonly demo: boolean;
  readonly databaseKey: Secret | null;
};

export function createSession(ports: Ports, changes: Changes, looking: Looking): SessionControl {
  const vault = createVault(ports);
  // one gate before there is an account, too; what it learnt is handed on, and comes back at the end
  const door = createGate({ clock: ports.clock, random: ports.random, load: () => null, save: () => {} });
  let account: Account | null = null;
  let state: Session['state'] = 'starting';
  let keyIn: Session['keyIn'] = 'none';
  let durable = false;
  let problem: Failure | null = null;
  let warnings: Session['warnings'] = [];
  let cancelRetry = () => {};
  let missing: Failure | null = null;

  function become(next: Session['state'], why: Failure | null = null): void {
    state = next;
    problem = why;
    changes.tell('session', 'connection', 'tickets', 'outbox');
  }

  function get(): Session {
    return {
      state,
      accounts: account ? [inSession(account)] : [],
      demo: account?.demo ?? false,
      canWrite: account?.canWrite() ?? true,
      keyIn,
      durable,
      problem,
      warnings: [...warnings],
      version: ports.version,
      platform: ports.platform,
    };
  }

  const inSession = (of: Account): Session['accounts'][number] => ({
    id: of.id,
    name: '',
    colour: 'blue',
    state: state === 'signed-out' ? 'signed-out' : 'signed-in',
    canWrite: of.canWrite(),
    keyIn,
    durable,
    problem,
  });

  /** A cache that turns out damaged at the first question is mended by opening it once more. */
  function openAccount(opening: Opening, again = true): Result<Account> {
    const stores = ports.stores.open(opening.id, opening.databaseKey);
    if (!stores.ok) return stores;
    try {
      const made = createAccount({
        ...opening,
        stores: stores.value,
        ports,
        tell: changes.tell,
        looking: looking.now,
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

  /** Opens stores and account; what fails is the session's problem, and nothing is lost by it. */
  function open(opening: Opening): Result<Session> {
    const opened = openAccount(opening);
    if (!opened.ok) {
      become('signed-out', opened);
      return opened;
    }
    account = opened.value;
    keyIn = opening.keyIn;
    durable = opening.databaseKey !== null;
    if (!opening.demo) account.gate.adopt(door);
    account.start();
    become('signed-in');
    if (!opening.demo) void learnScope(account, opening.key);
    return success(get());
  }

  /** Asks once per key whether it may write, so that the composer can say so before anything is typed. */
  async function learnScope(of: Account, key: Secret): Promise<void> {
    const print = ports.fingerprint(key);
    let known = false;
    bestEffort(ports.log, 'scope', () => {
      known = of.cache.meta('scope-of') === print;
    });
    if (known) return;
    const may = await of.remote.mayWrite();
    if (may === null || of !== account) return;
    of.setCanWrite(may);
    bestEffort(ports.log, 'scope', () => of.cache.setMeta('scope-of', print));
  }

  async function end(): Promise<void> {
    cancelRetry();
    const ending = account;
    account = null;
    if (ending && !ending.demo) door.adopt(ending.gate);
    await ending?.stop();
  }

  /** A keychain that is locked or a disk that is full is tried again: both change without telling anybody. */
  async function openSaved(id: string): Promise<void> {
    cancelRetry();
    const read = await vault.apiKey(id, true);
    const databaseKey = read.ok ? await vault.databaseKey(id) : null;
    if (read.ok && databaseKey?.ok) {
      const opened = open({
        id,
        key: read.value,
        keyIn: 'keychain',
        http: ports.http,
        demo: false,
        databaseKey: databaseKey.value,
      });
      if (!opened.ok && opened.code === 'store_full') retryLater();
      return;
    }
    retryLater();
    const why = read.ok ? failure('keychain_locked') : read;
    if (state !== 'keychain-locked' || problem?.code !== why.code) become('keychain-locked', why);
  }

  function retryLater(): void {
    cancelRetry = ports.clock.after(openAgain, () => void retry());
  }

  async function retry(): Promise<void> {
    const saved = ports.settings.get().account;
    const mayWork = state === 'keychain-locked' || (!account && problem?.code === 'store_full');
    if (mayWork && saved) await openSaved(saved.id);
  }

  async function openForThisRun(key: Secret): Promise<void> {
    const id = `run-${ports.fingerprint(key)}`;
    const databaseKey = await vault.databaseKey(id);
    open({
      id,
      key,
      keyIn: 'run',
      http: ports.http,
      demo: false,
      databaseKey: databaseKey.ok ? databaseKey.value : null,
    });
  }

  /** Asks HostUp with the typed key before anything is kept. */
  async function tryKey(key: Secret): Promise<Failure | null> {
    const gate = account && !account.demo ? account.gate : door;
    const remote = createRemote({ http: ports.http, key: () => key, clock: ports.clock, gate });
    const answer = await remote.list(null, 1);
    // an installation without the list still opens tickets by number
    return answer.ok || answer.code === 'not_found' ? null : answer;
  }

  function replaceKey(of: Account, key: Secret, stored: Session['keyIn']): Result<Session> {
    keyIn = stored;
    of.replaceKey(key);
    become('signed-in');
    void learnScope(of, key);
    return success(get());
  }

  /** Keeps the key: in the keychain if it takes it, else until the program ends. */
  async function accept(key: Secret): Promise<Result<Session>> {
    cancelRetry();
    // a run with a key from the environment keeps its drafts and replies, and its new key for this run too
    if (account && keyIn === 'run') return replaceKey(account, key, 'run');
    const before = ports.settings.get().account;
    const id = before?.id ?? ports.newId();
    const saved = await vault.saveApiKey(id, key);
    // a keychain that is locked still holds the old key: the marker that says so must stay
    ports.settings.set({ account: { id, keySaved: saved.ok || (before?.keySaved ?? false) } });
    const stored = saved.ok ? ('keychain' as const) : ('memory' as const);
    if (account && !account.demo && account.id === id) return replaceKey(account, key, stored);
    await end();
    const databaseKey = saved.ok ? await vault.databaseKey(id) : saved;
    const given = databaseKey.ok ? databaseKey.value : null;
    return open({ id, key, keyIn: stored, http: ports.http, demo: false, databaseKey: given });
  }

  async function demo(): Promise<Result<Session>> {
    await end();
    const { http, key } = ports.demo();
    return open({ id: 'demo', key, keyIn: 'none', http, demo: true, databaseKey: null });
  }

  /** Says beforehand when there is no keychain, because then the key will not be kept. */
  async function firstRun(): Promise<void> {
    missing = (await vault.isThere()) ? null : failure('keychain_missing');
    become('first-run', missing);
  }

  async function start(): Promise<void> {
    if (ports.startInDemo) return void (await demo());
    if (ports.keyForThisRun) return openForThisRun(ports.keyForThisRun);
    const saved = ports.settings.get().account;
    if (!saved?.keySaved) return firstRun();
    await openSaved(saved.id);
  }

  return {
    get,
    account: () => account,
    start,
    stop: end,
    demo,
    async connect(apiKey) {
      const text = apiKey.trim();
      if (text === '') return failure('unauthorized');
      const before = state;
      // replacing a key that works must not take the tickets away meanwhile
      if (before !== 'signed-in') become('connecting');
      const key = new Secret(text);
      const refused = await tryKey(key);
      if (!refused) return accept(key);
      if (before !== 'signed-in') become(before, before === 'signed-out' ? refused : missing);
      return refused;
    },
    async signOut() {
      const saved = ports.settings.get().account;
      const id = account?.demo ? null : (saved?.id ?? account?.id ?? null);
      const forgotten = id ? await vault.forget(id) : success(null);
      if (
        !forgotten.ok &&
        saved?.keySaved &&
        (forgotten.code === 'keychain_locked' || keyIn === 'keychain')
      ) {
        // it would come to light again with the next unlocking, and nobody would know of it
        return failure('keychain_locked');
      }
      cancelRetry();
      await end();
      if (id) {
        ports.stores.wipe(id);
        ports.settings.set({ account: null });
      }
      keyIn = 'none';
      durable = false;
      warnings = [];
      await firstRun();
      return success(get());
    },
    async retryKeychain() {
      await retry();
      return success(get());
    },
    dismissWarnings() {
      warnings = [];
      changes.tell('session');
    },
  };
}
