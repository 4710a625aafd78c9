// What is said of all accounts together: how it goes with HostUp, and what tells one from the others. Pure.
import type { Account as AccountState } from '../../contract/account.ts';
import type { Connection } from '../../contract/model.ts';

/** Said where there is no account. */
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
