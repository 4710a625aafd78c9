// The session as pages see it, from what its accounts say. Pure.
import type { Account as AccountState } from '../../contract/account.ts';
import type { Failure } from '../../contract/codes.ts';
import type { Session } from '../../contract/model.ts';
import type { Ports } from '../ports.ts';
import type { Slot } from './slot.ts';

/** What is said beside the accounts. */
export type Beside = {
  /** nothing is known yet, or a key is being tried */
  readonly underway: 'starting' | 'connecting' | null;
  /** why a key would not be kept, said before there is any account */
  readonly missing: Failure | null;
};

type Spoken = Pick<Slot, 'account' | 'demo' | 'describe' | 'warnings'>;

/** One that works makes the whole work; what is wrong with the others is said of them alone. */
export function wholeSession(
  slots: readonly Spoken[],
  { underway, missing }: Beside,
  { version, platform }: Pick<Ports, 'version' | 'platform'>,
): Session {
  const accounts = slots.map((slot) => slot.describe());
  const open = slots.filter((slot) => slot.account()).map((slot) => slot.describe());
  const state = stateOf(accounts, underway);
  return {
    state,
    accounts,
    demo: slots.some(({ demo }) => demo),
    canWrite: open.length === 0 || open.some(({ canWrite }) => canWrite),
    keyIn: accounts[0]?.keyIn ?? 'none',
    durable: open.length > 0 && open.every(({ durable }) => durable),
    problem: problemOf(accounts, state, missing),
    warnings: slots.flatMap((slot) => slot.warnings()),
    version,
    platform,
  };
}

function stateOf(accounts: readonly AccountState[], underway: Beside['underway']): Session['state'] {
  const any = (state: AccountState['state']) => accounts.some((account) => account.state === state);
  if (any('signed-in')) return 'signed-in';
  if (underway) return underway;
  if (accounts.length === 0) return 'first-run';
  if (any('starting')) return 'starting';
  return any('keychain-locked') ? 'keychain-locked' : 'signed-out';
}

function problemOf(
  accounts: readonly AccountState[],
  state: Session['state'],
  missing: Failure | null,
): Failure | null {
  if (state === 'first-run') return missing;
  return state === 'signed-in' ? null : (accounts.find((one) => one.state === state)?.problem ?? null);
}
