// What is said of all accounts together: the session, and how it goes with HostUp. Pure.
import type { Account as AccountState } from '../../contract/account.ts';
import { type Failure, failure } from '../../contract/codes.ts';
import type { Connection, Session } from '../../contract/model.ts';

/** What is under way beside the accounts: nothing is known yet, or a key is being tried. */
export type Underway = 'starting' | 'connecting' | null;

export function wholeState(accounts: readonly AccountState[], underway: Underway): Session['state'] {
  const any = (state: AccountState['state']) => accounts.some((account) => account.state === state);
  if (any('signed-in')) return 'signed-in';
  if (underway) return underway;
  if (accounts.length === 0) return 'first-run';
  if (any('starting')) return 'starting';
  return any('keychain-locked') ? 'keychain-locked' : 'signed-out';
}

/** @param missing why a key would not be kept, said before there is any account */
export function wholeProblem(
  accounts: readonly AccountState[],
  state: Session['state'],
  missing: Failure | null,
): Failure | null {
  if (state === 'first-run') return missing;
  return state === 'signed-in' ? null : (accounts.find((one) => one.state === state)?.problem ?? null);
}

export const notConnected: Connection = {
  state: 'signed-out',
  checkedAt: null,
  nextCheckAt: null,
  progress: null,
  problem: null,
};

const worstFirst: readonly Connection['state'][] = [
  'offline',
  'error',
  'paused',
  'signed-out',
  'starting',
  'syncing',
  'up-to-date',
];

/** The worst state with its problem, the oldest look (null: one has not looked yet), the earliest next one. */
export function wholeConnection(connections: readonly Connection[]): Connection {
  const [worst] = connections.toSorted((a, b) => worstFirst.indexOf(a.state) - worstFirst.indexOf(b.state));
  if (!worst) return notConnected;
  const looks = connections.map(({ checkedAt }) => checkedAt);
  const next = connections.flatMap(({ nextCheckAt }) => nextCheckAt ?? []);
  const progress = connections.flatMap((one) => one.progress ?? []);
  const sum = (of: (progress: { done: number; of: number }) => number) =>
    progress.reduce((total, one) => total + of(one), 0);
  return {
    state: worst.state,
    problem: worst.problem,
    checkedAt: looks.reduce((a, b) => (a === null || b === null ? null : Math.min(a, b))) ?? null,
    nextCheckAt: next.length > 0 ? Math.min(...next) : null,
    progress: progress.length > 0 ? { done: sum(({ done }) => done), of: sum((one) => one.of) } : null,
  };
}

/** What tells an account from the others: its name, else its place. Null where it is the only one. */
export function toldName(accounts: readonly AccountState[], id: string): string | null {
  const at = accounts.findIndex((account) => account.id === id);
  if (accounts.length < 2 || at < 0) return null;
  return accounts[at]?.name || String(at + 1);
}

/** Several accounts, and nothing says which. */
export const accountUnnamed = (pointer: string): Failure =>
  failure('invalid_request', { fields: [{ pointer, detail: 'Which account?', code: 'required' }] });
