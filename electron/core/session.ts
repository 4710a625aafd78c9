// Who is signed in: from the keychain, the environment, typed keys or the demo. What opens or ends accounts waits its turn
// here, one verb after the other, so that none sees what another has half done.
import { limits } from '../contract/calls.ts';
import { type Failure, failure, type Result, success } from '../contract/codes.ts';
import type { Session } from '../contract/model.ts';
import type { Account } from './account.ts';
import { createRegistry } from './accounts/registry.ts';
import { createRoster, demoId } from './accounts/roster.ts';
import { createTypedKeys, type Run, typedKey } from './accounts/typed-keys.ts';
import { type Underway, wholeProblem, wholeState } from './accounts/whole.ts';
import type { Changes } from './changes.ts';
import type { Looking } from './commands/looking.ts';
import { createLane } from './lane.ts';
import type { Ports } from './ports.ts';
import type { Secret } from './secret.ts';
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
  /** Every account that is shown; the first failure, with those that it concerns left. In the demo: leaves that alone. */
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
  const inTurn = createLane(1);
  let underway: Underway = 'starting';
  let missing: Failure | null = null;
  let run: Run | null = null;
  // until it is left altogether: whoever signs out meanwhile means the demo
  let isDemo = false;

  const roster = createRoster({ ports, vault, registry, changes, looking, door });
  const { slots, find } = roster;
  const keys = createTypedKeys({ ports, vault, registry, roster, door, run: () => run });
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
      demo: slots().some(({ demo }) => demo),
      canWrite: open.length === 0 || open.some(({ canWrite }) => canWrite),
      keyIn: accounts[0]?.keyIn ?? 'none',
      durable: open.length > 0 && open.every(({ durable }) => durable),
      problem: wholeProblem(accounts, state, missing),
      warnings: slots().flatMap((slot) => slot.warnings()),
      version: ports.version,
      platform: ports.platform,
    };
  }

  /** What there is without the demo and after a sign-out. */
  const openKept = () => (run ? openRun(run) : openSavedOrFirstRun());

  /** Says beforehand when there is no keychain, because then the key will not be kept. */
  async function openSavedOrFirstRun(): Promise<void> {
    if (!(await roster.openSaved())) missing = (await vault.isThere()) ? null : failure('keychain_missing');
    underway = null;
    tell();
  }

  async function openRun({ id, key }: Run): Promise<void> {
    const slot = roster.add(id);
    const made = await vault.databaseKey(id);
    underway = null;
    const databaseKey = made.ok ? made.value : null;
    const taken = await slot.take({ key, keyIn: 'run', http: ports.http, databaseKey, typed: false });
    if (!taken.ok) slot.shut(taken);
  }

  async function openDemo(): Promise<Result<Session>> {
    if (isDemo) return success(get());
    await roster.end();
    underway = null;
    const { http, key } = ports.demo();
    isDemo = true;
    const slot = roster.add(demoId);
    const taken = await slot.take({ key, keyIn: 'none', http, databaseKey: null, typed: false });
    return taken.ok ? success(get()) : taken;
  }

  /** Nobody is signed out by it. */
  async function leaveDemo(): Promise<void> {
    if (!isDemo) return;
    await roster.end();
    await openKept();
    isDemo = false;
  }

  async function connect(key: Secret, accountId: string | undefined): Promise<Result<Session>> {
    const target = keys.targetOf(accountId);
    if (!target.ok) return target;
    if (keys.isInUse(key, target.value)) return failure('key_in_use');
    const slot = target.value === null ? undefined : find(target.value);
    underway = 'connecting';
    tell();
    const refused = await keys.refusal(key, slot?.account() ?? null).finally(() => {
      underway = null;
    });
    if (refused && slot?.describe().state === 'signed-out') slot.shut(refused);
    else tell();
    if (refused) return refused;
    await leaveDemo();
    const kept = await keys.keep(target.value ?? ports.newId(), key, '');
    // what a run has learnt is not forgotten in the demo
    if (kept.ok && run) run = { ...run, key };
    return kept.ok ? success(get()) : kept;
  }

  async function add(key: Secret | null, name: string): Promise<Result<Session>> {
    if (isDemo || run) return failure('refused');
    if (registry.all().length >= limits.accounts) return failure('too_large');
    if (!key) return failure('unauthorized');
    if (keys.isInUse(key, null)) return failure('key_in_use');
    const refused = await keys.refusal(key, null);
    if (refused) return refused;
    const kept = await keys.keep(ports.newId(), key, name.trim());
    return kept.ok ? success(get()) : kept;
  }

  /** Goes on past one that cannot be signed out; that one stays, and is seen to. */
  async function forget(ids: readonly string[]): Promise<Result<Session>> {
    let failed: Failure | null = null;
    try {
      for (const id of ids) {
        const why = await roster.forget(id);
        failed ??= why;
      }
      if (slots().length === 0) {
        run = null;
        await openKept();
      }
    } finally {
      tell();
    }
    return failed ?? success(get());
  }

  async function signOutAll(wasDemo: boolean): Promise<Result<Session>> {
    if (!wasDemo && !isDemo) return forget(slots().map(({ id }) => id));
    await leaveDemo();
    return success(get());
  }

  return {
    get,
    accounts: roster.open,
    known: () => slots().map(({ id }) => id),
    start: () =>
      inTurn(async () => {
        const { keyForThisRun: key } = ports;
        if (key) run = { id: `run-${ports.fingerprint(key)}`, key };
        if (ports.startInDemo) await openDemo();
        else await openKept();
      }),
    // whoever is in turn may wait for a person or the network, and finds out
    stop: roster.close,
    demo: () => inTurn(openDemo),
    async connect(apiKey, accountId) {
      const key = typedKey(apiKey);
      return key ? inTurn(() => connect(key, accountId)) : failure('unauthorized');
    },
    add: (apiKey, name) => inTurn(() => add(typedKey(apiKey), name)),
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
      const wasDemo = isDemo;
      return inTurn(() => signOutAll(wasDemo));
    },
    signOutOf: (accountId) =>
      inTurn(async () => {
        if (accountId === demoId) return signOutAll(true);
        return find(accountId) ? forget([accountId]) : failure('not_found');
      }),
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
