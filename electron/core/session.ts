// Who is signed in: from the keychain, the environment, typed keys or the demo. What opens, changes or ends accounts waits
// its turn here, one verb after the other, so that none sees what another has half done.
import { type Failure, failure, type Result, success } from '../contract/codes.ts';
import type { Session } from '../contract/model.ts';
import type { Account } from './account.ts';
import { createLaunch } from './accounts/launch.ts';
import { createRegistry } from './accounts/registry.ts';
import { createRoster, demoId } from './accounts/roster.ts';
import { addWith, connectWith } from './accounts/sign-in.ts';
import { createTypedKeys, typedKey } from './accounts/typed-keys.ts';
import { wholeSession } from './accounts/whole-session.ts';
import type { Changes } from './changes.ts';
import type { Looking } from './commands/looking.ts';
import { createLane } from './lane.ts';
import { createPlaces } from './places.ts';
import type { Ports } from './ports.ts';
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
  const tell = () => changes.tell('session', 'connection', 'tickets', 'outbox');
  const parts = assemble(ports, changes, looking, tell);
  const { roster, launch } = parts;
  const { slots, find } = roster;
  const get = () => wholeSession(slots(), launch.beside(), ports);

  const lane = createLane(1);
  /** One verb after the other; answers what the session is then. */
  const inTurn = (verb: () => Promise<Failure | null>): Promise<Result<Session>> =>
    lane(async () => (await verb()) ?? success(get()));

  return {
    get,
    accounts: roster.open,
    known: () => slots().map(({ id }) => id),
    start: () => lane(launch.start),
    // whoever is in turn may wait for a person or the network, and finds out
    stop: roster.close,
    demo: () => inTurn(launch.openDemo),
    async connect(apiKey, accountId) {
      const key = typedKey(apiKey);
      return key ? inTurn(() => connectWith(key, accountId, parts)) : failure('unauthorized');
    },
    add: (apiKey, name) => inTurn(() => addWith(typedKey(apiKey), name, parts)),
    // in turn with adding, so that no two are called alike
    change: (accountId, labels) => inTurn(async () => relabel(accountId, labels, parts)),
    async signOut() {
      const wasDemo = launch.isDemo();
      return inTurn(() => signOutAll(wasDemo, parts));
    },
    signOutOf: (accountId) =>
      inTurn(async () => {
        if (accountId === demoId) return signOutAll(true, parts);
        return find(accountId) ? forget([accountId], parts) : failure('not_found');
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

type SessionParts = ReturnType<typeof assemble>;

/** What a session works with. */
function assemble(ports: Ports, changes: Changes, looking: Looking, tell: () => void) {
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
  const roster = createRoster({ ports, vault, registry, changes, looking, door, places });
  const launch = createLaunch({ ports, vault, roster, tell });
  const keys = createTypedKeys({ ports, vault, registry, roster, door, run: launch.run });
  return { ports, registry, roster, launch, keys, tell };
}

function relabel(accountId: string, { name, colour }: Labels, parts: SessionParts): Failure | null {
  const { registry, roster, tell } = parts;
  if (!roster.find(accountId)) return failure('not_found');
  if (!registry.get(accountId)) return failure('refused');
  if (registry.isNameTaken(name ?? '', accountId)) return failure('name_in_use');
  registry.change(accountId, {
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(colour ? { colour } : {}),
  });
  tell();
  return null;
}

/** Goes on past one that cannot be signed out; that one stays, and is seen to. */
async function forget(
  ids: readonly string[],
  { roster, launch, tell }: SessionParts,
): Promise<Failure | null> {
  let failed: Failure | null = null;
  try {
    for (const id of ids) {
      const why = await roster.forget(id);
      failed ??= why;
    }
    if (roster.slots().length === 0) await launch.startOver();
  } finally {
    tell();
  }
  return failed;
}

/** @param wasDemo the demo was what was shown when it was asked for */
async function signOutAll(wasDemo: boolean, parts: SessionParts): Promise<Failure | null> {
  const { roster, launch } = parts;
  if (!wasDemo && !launch.isDemo())
    return forget(
      roster.slots().map(({ id }) => id),
      parts,
    );
  await launch.leaveDemo();
  return null;
}
