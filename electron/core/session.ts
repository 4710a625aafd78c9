// Who is signed in: from the keychain, the environment, typed keys or the demo. What opens, changes or ends accounts waits
// its turn here, one verb after the other, so that none sees what another has half done.
import { limits } from '../contract/calls.ts';
import { type Failure, failure, type Result, success } from '../contract/codes.ts';
import type { Session } from '../contract/model.ts';
import type { Account } from './account.ts';
import { createLaunch } from './accounts/launch.ts';
import { createRegistry } from './accounts/registry.ts';
import { createRoster, demoId } from './accounts/roster.ts';
import { createTypedKeys, typedKey } from './accounts/typed-keys.ts';
import { wholeSession } from './accounts/whole-session.ts';
import type { Changes } from './changes.ts';
import type { Looking } from './commands/looking.ts';
import { createLane } from './lane.ts';
import { createPlaces } from './places.ts';
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
  change(accountId: string, change: Labels): Promise<Result<Session>>;
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

/** Opens nothing until `start`. */
export function createSession(ports: Ports, changes: Changes, looking: Looking): SessionControl {
  const vault = createVault(ports);
  const registry = createRegistry(ports.settings);
  // one gate before there is an account, too; what it learnt is handed on, and comes back at the end
  const places = createPlaces();
  const door = createGate({
    clock: ports.clock,
    random: ports.random,
    places: places.requests,
    load: () => null,
    save: () => {},
  });
  const inTurn = createLane(1);
  const tell = () => changes.tell('session', 'connection', 'tickets', 'outbox');

  const roster = createRoster({ ports, vault, registry, changes, looking, door, places });
  const { slots, find } = roster;
  const launch = createLaunch({ ports, vault, roster, tell });
  const keys = createTypedKeys({ ports, vault, registry, roster, door, run: launch.run });
  const get = () => wholeSession(slots(), launch.beside(), ports);

  async function connect(key: Secret, accountId: string | undefined): Promise<Result<Session>> {
    const target = keys.targetOf(accountId);
    if (!target.ok) return target;
    if (keys.isInUse(key, target.value)) return failure('key_in_use');
    const slot = target.value === null ? undefined : find(target.value);
    const refused = await launch.whileConnecting(() => keys.refusal(key, slot?.account() ?? null));
    if (refused && slot?.describe().state === 'signed-out') slot.shut(refused);
    else tell();
    if (refused) return refused;
    await launch.leaveDemo();
    const kept = await keys.keep(target.value ?? ports.newId(), key, '');
    if (!kept.ok) return kept;
    // what a run has learnt is not forgotten in the demo
    launch.keepForRun(key);
    return success(get());
  }

  async function add(key: Secret | null, name: string): Promise<Result<Session>> {
    if (launch.isDemo() || launch.run()) return failure('refused');
    if (registry.all().length >= limits.accounts) return failure('too_large');
    if (!key) return failure('unauthorized');
    if (keys.isInUse(key, null)) return failure('key_in_use');
    if (registry.isNameTaken(name, null)) return failure('name_in_use');
    const refused = await keys.refusalOfNew(key);
    if (refused) return refused;
    const kept = await keys.keep(ports.newId(), key, name.trim());
    return kept.ok ? success(get()) : kept;
  }

  async function change(accountId: string, { name, colour }: Labels): Promise<Result<Session>> {
    if (!find(accountId)) return failure('not_found');
    if (!registry.get(accountId)) return failure('refused');
    if (registry.isNameTaken(name ?? '', accountId)) return failure('name_in_use');
    registry.change(accountId, {
      ...(name === undefined ? {} : { name: name.trim() }),
      ...(colour ? { colour } : {}),
    });
    tell();
    return success(get());
  }

  /** Goes on past one that cannot be signed out; that one stays, and is seen to. */
  async function forget(ids: readonly string[]): Promise<Result<Session>> {
    let failed: Failure | null = null;
    try {
      for (const id of ids) {
        const why = await roster.forget(id);
        failed ??= why;
      }
      if (slots().length === 0) await launch.startOver();
    } finally {
      tell();
    }
    return failed ?? success(get());
  }

  async function signOutAll(wasDemo: boolean): Promise<Result<Session>> {
    if (!wasDemo && !launch.isDemo()) return forget(slots().map(({ id }) => id));
    await launch.leaveDemo();
    return success(get());
  }

  return {
    get,
    accounts: roster.open,
    known: () => slots().map(({ id }) => id),
    start: () => inTurn(launch.start),
    // whoever is in turn may wait for a person or the network, and finds out
    stop: roster.close,
    demo: () => inTurn(async () => (await launch.openDemo()) ?? success(get())),
    async connect(apiKey, accountId) {
      const key = typedKey(apiKey);
      return key ? inTurn(() => connect(key, accountId)) : failure('unauthorized');
    },
    add: (apiKey, name) => inTurn(() => add(typedKey(apiKey), name)),
    // in turn with adding, so that no two are called alike
    change: (accountId, labels) => inTurn(() => change(accountId, labels)),
    async signOut() {
      const wasDemo = launch.isDemo();
      return inTurn(() => signOutAll(wasDemo));
    },
    signOutOf: (accountId) =>
      inTurn(async () => {
        if (accountId === demoId) return signOutAll(true);
        return find(accountId) ? forget([accountId]) : failure('not_found');
      }),
    // not in turn: the keychain may wait for a person, who may rather type a key or sign out
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
