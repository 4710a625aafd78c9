// A key that a person types: whose it may be, what HostUp says of it, and keeping it once it is in use. Opens nothing
// but the account it is for.
import { type Failure, failure, type Result, success } from '../../contract/codes.ts';
import type { Account } from '../account.ts';
import type { Ports } from '../ports.ts';
import { createRemote } from '../remote-api.ts';
import { Secret } from '../secret.ts';
import type { Gate } from '../sync/gate.ts';
import type { Vault } from '../vault.ts';
import { keepForThisRun, keepSaved } from './keep-key.ts';
import type { Run } from './launch.ts';
import type { Registry } from './registry.ts';
import { demoId, isUsedBy, type Roster } from './roster.ts';
import { accountWith, mostCompared } from './same-tickets.ts';

export type TypedKeys = {
  /** Whose key it is; null: a new account's. */
  targetOf(accountId: string | undefined): Result<string | null>;
  isInUse(key: Secret, exceptBy: string | null): boolean;
  /** Asks HostUp, before anything is kept. Null: it takes the key. */
  refusal(key: Secret, of: Account | null): Promise<Failure | null>;
  /** As `refusal`, for an account that is to be added: it must be of no customer who is here. */
  refusalOfNew(key: Secret): Promise<Failure | null>;
  /** Uses it, and keeps it in the keychain if that takes it, else until the program ends. */
  keep(id: string, key: Secret, name: string): Promise<Result<null>>;
};

type Parts = {
  readonly ports: Ports;
  readonly vault: Vault;
  readonly registry: Registry;
  readonly roster: Roster;
  readonly door: Gate;
  readonly run: () => Run | null;
};

/** @param run the account of this run alone, if it was given a key */
export function createTypedKeys(parts: Parts): TypedKeys {
  const { ports, registry, roster, door, run } = parts;
  const { http } = ports;

  function isInUse(key: Secret, exceptBy: string | null): boolean {
    const print = ports.fingerprint(key);
    return roster.slots().some((slot) => slot.id !== exceptBy && isUsedBy(slot, print));
  }

  const newest = (key: Secret, gate: Gate, count: number) =>
    createRemote({ http, key: () => key, clock: ports.clock, gate }).list(null, count);

  return {
    targetOf(accountId) {
      const running = run();
      const ids = running ? [running.id] : registry.all().map(({ id }) => id);
      // who is in the demo and types a key wants to leave it
      if (accountId !== undefined && accountId !== demoId)
        return ids.includes(accountId) ? success(accountId) : failure('not_found');
      return ids.length > 1 ? unnamed : success(ids[0] ?? null);
    },
    isInUse,
    async refusal(key, of) {
      return refusedBy(await newest(key, of && !of.demo ? of.gate : door, 1));
    },
    async refusalOfNew(key) {
      const answer = await newest(key, door, mostCompared);
      if (!answer.ok) return refusedBy(answer);
      const accountId = accountWith(answer.value.tickets, roster.open());
      return accountId === null ? null : failure('key_in_use', { accountId });
    },
    // one customer twice would be two senders of one reply
    async keep(id, key, name) {
      if (isInUse(key, id)) return failure('key_in_use');
      return run() ? keepForThisRun(id, key, parts) : keepSaved(id, key, name, parts);
    },
  };
}

/** Several accounts, and nothing says which. */
const unnamed = failure('invalid_request', {
  fields: [{ pointer: '/accountId', detail: 'Which account?', code: 'required' }],
});

/** An installation without the list still opens tickets by number. */
const refusedBy = (answer: Result<unknown>): Failure | null =>
  answer.ok || answer.code === 'not_found' ? null : answer;

/** Null: nothing was typed. */
export function typedKey(typed: string): Secret | null {
  const text = typed.trim();
  return text === '' ? null : new Secret(text);
}
