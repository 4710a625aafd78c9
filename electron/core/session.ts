// Who is signed in: from the keychain, the environment, typed keys or the demo. One slot per account; opens and ends them.
import { limits } from '../contract/calls.ts';
import { type Failure, failure, type Result, success } from '../contract/codes.ts';
import type { Session } from '../contract/model.ts';
import type { Account } from './account.ts';
import { createRegistry } from './accounts/registry.ts';
import { createRoster, demoId } from './accounts/roster.ts';
import { accountUnnamed, type Underway, wholeProblem, wholeState } from './accounts/whole.ts';
import type { Changes } from './changes.ts';
import type { Looking } from './commands/looking.ts';
import type { Ports } from './ports.ts';
import { createRemote } from './remote-api.ts';
import { Secret } from './secret.ts';
import { createGate } from './sync/gate.ts';
import { createVault } from './vault.ts';

export type SessionControl = {
  get(): Session;
  /** those that are open, in the user's order */
  accounts(): readonly Account[];
  /** the ids of all, open or not */
  known(): readonly string[];
  start(): Promise<void>;
  stop(): Promise<void>;
  /** @param accountId whose new key it is; left out: of the first account or the only one */
  connect(apiKey: string, accountId?: string): Promise<Result<Session>>;
  add(apiKey: string, name: string): Promise<Result<Session>>;
  change(accountId: string, change: Labels): Result<Session>;
  demo(): Promise<Result<Session>>;
  /** every account */
  signOut(): Promise<Result<Session>>;
  signOutOf(accountId: string): Promise<Result<Session>>;
  retryKeychain(): Promise<Result<Session>>;
  dismissWarnings(): void;
};
type Labels = {
  readonly name?: string | undefined;
  readonly colour?: Session['accounts'][number]['colour'] | undefined;
};

export function createSession(ports: Ports, changes: Changes, looking: Looking): SessionControl {
  const vault = createVault(ports);
  const registry = createRegistry(ports.settings);
  // one gate before there is an account, too; what it learnt is handed on, and comes back at the end
  const door = createGate({ clock: ports.clock, random: ports.random, load: () => null, save: () => {} });
  let underway: Underway = 'starting';
  let missing: Failure | null = null;
  const trying = new Set<string>();

  const roster = createRoster({ ports, vault, registry, changes, looking, door });
  const { slots, find } = roster;
  const isDemo = () => slots().some(({ id }) => id === demoId);
  const isRun = () => slots().some((slot) => slot.describe().keyIn === 'run');
  const tell = () => changes.tell('session', 'connection', 'tickets', 'outbox');

  function get(): Session {
    const accounts = slots().map((slot) => slot.describe());
    const state = wholeState(accounts, underway);
    const open = slots()
      .filter((slot) => slot.account())
      .map((slot) => slot.describe());
    return {
      state,
      accounts,
      demo: isDemo(),
      canWrite: open.length === 0 || open.some(({ canWrite }) => canWrite),
      keyIn: accounts[0]?.keyIn ?? 'none',
      durable: open.length > 0 && open.every(({ durable }) => durable),
      problem: wholeProblem(accounts, state, missing),
      warnings: slots().flatMap((slot) => slot.warnings()),
      version: ports.version,
      platform: ports.platform,
    };
  }

  /** Says beforehand when there is no keychain, because then the key will not be kept. */
  async function openSavedOrFirstRun(): Promise<void> {
    if (!(await roster.openSaved())) missing = (await vault.isThere()) ? null : failure('keychain_missing');
    underway = null;
    tell();
  }

  async function openForThisRun(key: Secret): Promise<void> {
    const slot = roster.add(`run-${ports.fingerprint(key)}`);
    const made = await vault.databaseKey(slot.id);
    underway = null;
    slot.open({ key, keyIn: 'run', http: ports.http, databaseKey: made.ok ? made.value : null });
  }

  /** Whose key a typed one is; null: a new account's. */
  function targetOf(accountId: string | undefined): Result<string | null> {
    const ids = isRun() ? slots().map(({ id }) => id) : registry.all().map(({ id }) => id);
    // who is in the demo and types a key wants to leave it
    if (accountId !== undefined && accountId !== demoId)
      return ids.includes(accountId) ? success(accountId) : failure('not_found');
    return ids.length > 1 ? accountUnnamed('/accountId') : success(ids[0] ?? null);
  }

  /** Asks HostUp with the typed key before anything is kept. */
  async function tryKey(key: Secret, of: Account | null): Promise<Failure | null> {
    const gate = of && !of.demo ? of.gate : door;
    const remote = createRemote({ http: ports.http, key: () => key, clock: ports.clock, gate });
    const answer = await remote.list(null, 1);
    // an installation without the list still opens tickets by number
    return answer.ok || answer.code === 'not_found' ? null : answer;
  }

  /** One customer twice would be two senders of one reply. */
  async function unlessInUse(
    key: Secret,
    id: string | null,
    work: () => Promise<Result<Session>>,
  ): Promise<Result<Session>> {
    const print = ports.fingerprint(key);
    const isInUse = slots().some((slot) => slot.id !== id && !slot.demo && slot.keyPrint() === print);
    if (isInUse || trying.has(print)) return failure('conflict');
    trying.add(print);
    try {
      return await work();
    } finally {
      trying.delete(print);
    }
  }

  async function connectTo(id: string | null, key: Secret): Promise<Result<Session>> {
    const slot = id === null ? undefined : find(id);
    underway = 'connecting';
    tell();
    const refused = await tryKey(key, slot?.account() ?? null).finally(() => {
      underway = null;
    });
    if (refused && slot?.describe().state === 'signed-out') slot.shut(refused);
    else tell();
    return refused ?? keep(id ?? ports.newId(), key, '');
  }

  /** Keeps the key: in the keychain if it takes it, else until the program ends. */
  async function keep(id: string, key: Secret, name: string): Promise<Result<Session>> {
    // a run with a key from the environment keeps its drafts and replies, and its new key for this run too
    if (isRun()) {
      find(id)?.replaceKey(key, 'run');
      return success(get());
    }
    if (isDemo()) {
      await roster.end();
      await roster.openSaved();
    }
    // a kill between the two leaves an account that asks for its key, and never a key that nobody knows of
    registry.add(id, name);
    const slot = find(id) ?? roster.add(id);
    const saved = await vault.saveApiKey(id, key);
    // a keychain that is locked still holds the old key: the marker that says so stays
    if (saved.ok) registry.change(id, { keySaved: true });
    const databaseKey = saved.ok && !slot.account() ? await vault.databaseKey(id) : saved;
    if (find(id) !== slot) return signedOutMeanwhile(id);
    const keyIn = saved.ok ? ('keychain' as const) : ('memory' as const);
    if (slot.account()) {
      slot.replaceKey(key, keyIn);
      return success(get());
    }
    const given = databaseKey.ok ? databaseKey.value : null;
    const answer = slot.open({ key, keyIn, http: ports.http, databaseKey: given });
    return answer.ok ? success(get()) : answer;
  }

  async function signedOutMeanwhile(id: string): Promise<Failure> {
    await vault.forget(id);
    return failure('no_key');
  }

  async function demo(): Promise<Result<Session>> {
    await roster.end();
    underway = null;
    const { http, key } = ports.demo();
    const answer = roster.add(demoId).open({ key, keyIn: 'none', http, databaseKey: null });
    return answer.ok ? success(get()) : answer;
  }

  return {
    get,
    accounts: roster.open,
    known: () => slots().map(({ id }) => id),
    async start() {
      if (ports.startInDemo) return void (await demo());
      if (ports.keyForThisRun) return openForThisRun(ports.keyForThisRun);
      await openSavedOrFirstRun();
    },
    stop: roster.end,
    demo,
    async connect(apiKey, accountId) {
      const key = keyOf(apiKey);
      if (!key) return failure('unauthorized');
      const target = targetOf(accountId);
      if (!target.ok) return target;
      return unlessInUse(key, target.value, () => connectTo(target.value, key));
    },
    async add(apiKey, name) {
      const key = keyOf(apiKey);
      if (isDemo() || isRun()) return failure('refused');
      if (registry.all().length >= limits.accounts) return failure('too_large');
      if (!key) return failure('unauthorized');
      return unlessInUse(key, null, async () => {
        const refused = await tryKey(key, null);
        return refused ?? keep(ports.newId(), key, name.trim());
      });
    },
    change(accountId, { name, colour }) {
      if (!find(accountId)) return failure('not_found');
      if (!registry.get(accountId)) return failure('refused');
      registry.change(accountId, {
        ...(name === undefined ? {} : { name: name.trim() }),
        ...(colour ? { colour } : {}),
      });
      tell();
      return success(get());
    },
    async signOut() {
      // the demo is left, and nobody is signed out
      const ids = isDemo() ? [] : [...slots(), ...registry.all()].map(({ id }) => id);
      for (const id of new Set(ids)) {
        const failed = await roster.forget(id);
        if (failed) return failed;
      }
      await roster.end();
      await openSavedOrFirstRun();
      return success(get());
    },
    async signOutOf(accountId) {
      if (!find(accountId)) return failure('not_found');
      if (isDemo()) return this.signOut();
      const failed = await roster.forget(accountId);
      if (failed) return failed;
      if (slots().length === 0) await openSavedOrFirstRun();
      else tell();
      return success(get());
    },
    async retryKeychain() {
      await Promise.all(slots().map((slot) => slot.retry()));
      return success(get());
    },
    dismissWarnings() {
      for (const slot of slots()) slot.dismissWarnings();
      changes.tell('session');
    },
  };
}

function keyOf(typed: string): Secret | null {
  const text = typed.trim();
  return text === '' ? null : new Secret(text);
}
