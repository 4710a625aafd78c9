// Signing in with a key that a person types: as the account that is here already, or as one more.
import { limits } from '../../contract/calls.ts';
import { type Failure, failure } from '../../contract/codes.ts';
import type { Ports } from '../ports.ts';
import type { Secret } from '../secret.ts';
import type { Launch } from './launch.ts';
import type { Registry } from './registry.ts';
import type { Roster } from './roster.ts';
import type { TypedKeys } from './typed-keys.ts';

type SignInParts = {
  readonly ports: Pick<Ports, 'newId'>;
  readonly registry: Registry;
  readonly roster: Pick<Roster, 'find'>;
  readonly launch: Launch;
  readonly keys: TypedKeys;
  /** has pages ask again */
  readonly tell: () => void;
};

/** @param accountId whose new key it is; left out: of the first account or the only one */
export async function connectWith(
  key: Secret,
  accountId: string | undefined,
  { ports, roster, launch, keys, tell }: SignInParts,
): Promise<Failure | null> {
  const target = keys.targetOf(accountId);
  if (!target.ok) return target;
  if (keys.isInUse(key, target.value)) return failure('key_in_use');
  const slot = target.value === null ? undefined : roster.find(target.value);
  const refused = await launch.whileConnecting(() => keys.refusal(key, slot?.account() ?? null));
  if (refused && slot?.describe().state === 'signed-out') slot.shut(refused);
  else tell();
  if (refused) return refused;
  await launch.leaveDemo();
  const kept = await keys.keep(target.value ?? ports.newId(), key, '');
  if (!kept.ok) return kept;
  // what a run has learnt is not forgotten in the demo
  launch.keepForRun(key);
  return null;
}

/** @param key null: nothing was typed */
export async function addWith(
  key: Secret | null,
  name: string,
  { ports, registry, launch, keys }: SignInParts,
): Promise<Failure | null> {
  if (launch.isDemo() || launch.run()) return failure('refused');
  if (registry.all().length >= limits.accounts) return failure('too_large');
  if (!key) return failure('unauthorized');
  if (keys.isInUse(key, null)) return failure('key_in_use');
  if (registry.isNameTaken(name, null)) return failure('name_in_use');
  const refused = await keys.refusalOfNew(key);
  if (refused) return refused;
  const kept = await keys.keep(ports.newId(), key, name.trim());
  return kept.ok ? null : kept;
}
