// Who is signed in: from the keychain, the environment, a typed key or the demo. Opens and ends the account.
import { type Code, type Failure, failure, type Result, success } from '../contract/codes.ts';
import type { Session } from '../contract/model.ts';
import { type Account, createAccount } from './account.ts';
import type { Changes } from './changes.ts';
import type { Looking } from './commands/looking.ts';
import type { Http, Ports } from './ports.ts';
import { createRemote } from './remote-api.ts';
import { Secret } from './secret.ts';
import { createGate } from './sync/gate.ts';
import { createVault } from './vault.ts';

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
  let account: Account | null = null;
  let state: Session['state'] = 'starting';
  let keyIn: Session['keyIn'] = 'none';
  let durable = false;
  let problem: Failure | null = null;
  let warnings: Session['warnings'] = [];

  function become(next: Session['state'], why: Failure | null = null): void {
    state = next;
    problem = why;
    changes.tell('session', 'connection', 'tickets', 'outbox');
  }

  function get(): Session {
    return {
      state,
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

  /** Opens stores and account; what fails is the session's problem, and nothing is lost by it. */
  function open(opening: Opening): Result<Session> {
    const stores = ports.stores.open(opening.id, opening.databaseKey);
    if (!stores.ok) {
      become('signed-out', stores);
      return stores;
    }
    warnings = stores.value.warnings.map((code: Code) => ({ code, at: ports.clock.now() }));
    account = createAccount({
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
    keyIn = opening.keyIn;
    durable = opening.databaseKey !== null;
    account.start();
    become('signed-in');
    if (!opening.demo) void learnScope(account, opening.key);
    return success(get());
  }

  /** Asks once per key whether it may write, so that the composer can say so before anything is typed. */
  async function learnScope(of: Account, key: Secret): Promise<void> {
    const print = ports.fingerprint(key);
    if (of.cache.meta('scope-of') === print) return;
    const may = await of.remote.mayWrite();
    if (may === null || of !== account) return;
    of.cache.setMeta('scope-of', print);
    of.setCanWrite(may);
  }

  async function end(): Promise<void> {
    const ending = account;
    account = null;
    await ending?.stop();
  }

  async function openSaved(id: string, keySaved: boolean): Promise<void> {
    const read = await vault.apiKey(id, keySaved);
    if (!read.ok) return become(read.code === 'no_key' ? 'first-run' : 'keychain-locked', read);
    open({
      id,
      key: read.value,
      keyIn: 'keychain',
      http: ports.http,
      demo: false,
      databaseKey: await vault.databaseKey(id),
    });
  }

  async function openForThisRun(key: Secret): Promise<void> {
    const id = `run-${ports.fingerprint(key)}`;
    const databaseKey = await vault.databaseKey(id);
    open({ id, key, keyIn: 'run', http: ports.http, demo: false, databaseKey });
  }

  /** Asks HostUp with the typed key before anything is kept. */
  async function tryKey(key: Secret): Promise<Failure | null> {
    const gate = createGate({ clock: ports.clock, random: ports.random, load: () => null, save: () => {} });
    const remote = createRemote({ http: ports.http, key: () => key, clock: ports.clock, gate });
    const answer = await remote.list(null, 1);
    // an installation without the list still opens tickets by number
    return answer.ok || answer.code === 'not_found' ? null : answer;
  }

  async function accept(key: Secret): Promise<Result<Session>> {
    const id = ports.settings.get().account?.id ?? ports.newId();
    const keySaved = (await vault.saveApiKey(id, key)).ok;
    ports.settings.set({ account: { id, keySaved } });
    if (account && !account.demo && account.id === id) {
      keyIn = keySaved ? 'keychain' : 'memory';
      account.replaceKey(key);
      become('signed-in');
      void learnScope(account, key);
      return success(get());
    }
    await end();
    const databaseKey = keySaved ? await vault.databaseKey(id) : null;
    return open({
      id,
      key,
      keyIn: keySaved ? 'keychain' : 'memory',
      http: ports.http,
      demo: false,
      databaseKey,
    });
  }

  async function demo(): Promise<Result<Session>> {
    await end();
    const { http, key } = ports.demo();
    return open({ id: 'demo', key, keyIn: 'none', http, demo: true, databaseKey: null });
  }

  async function start(): Promise<void> {
    if (ports.startInDemo) return void (await demo());
    if (ports.keyForThisRun) return openForThisRun(ports.keyForThisRun);
    const saved = ports.settings.get().account;
    if (!saved?.keySaved) return become('first-run');
    await openSaved(saved.id, saved.keySaved);
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
      become('connecting');
      const key = new Secret(text);
      const refused = await tryKey(key);
      if (!refused) return accept(key);
      become(before, before === 'signed-out' ? refused : null);
      return refused;
    },
    async signOut() {
      const id = account?.demo ? null : (ports.settings.get().account?.id ?? account?.id ?? null);
      await end();
      if (id) {
        await vault.forget(id);
        ports.stores.wipe(id);
        ports.settings.set({ account: null });
      }
      keyIn = 'none';
      durable = false;
      warnings = [];
      become('first-run');
      return success(get());
    },
    async retryKeychain() {
      const saved = ports.settings.get().account;
      if (state === 'keychain-locked' && saved) await openSaved(saved.id, saved.keySaved);
      return success(get());
    },
    dismissWarnings() {
      warnings = [];
      changes.tell('session');
    },
  };
}
