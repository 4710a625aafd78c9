// What is opened without anybody typing a key: the demo, a key that was given for this run, or what was saved.
import { type Failure, failure } from '../../contract/codes.ts';
import type { Ports } from '../ports.ts';
import type { Secret } from '../secret.ts';
import type { Vault } from '../vault.ts';
import { demoId, type Roster } from './roster.ts';
import type { Beside } from './whole-session.ts';

/** A run with a key from the environment: its account is kept nowhere but in files of its own. */
export type Run = { readonly id: string; readonly key: Secret };

export type Launch = {
  beside(): Beside;
  /** null: no key was given for this run */
  run(): Run | null;
  /** Until the demo is left altogether: whoever signs out meanwhile means the demo. */
  isDemo(): boolean;
  start(): Promise<void>;
  /** Null: the demo is open. */
  openDemo(): Promise<Failure | null>;
  /** Opens what there is without it. Nobody is signed out by it. */
  leaveDemo(): Promise<void>;
  /** Nobody is signed in any more: opens what there is. */
  startOver(): Promise<void>;
  /** Says meanwhile that a key is being tried. */
  whileConnecting<T>(work: () => Promise<T>): Promise<T>;
  /** This run has learnt another key. */
  keepForRun(key: Secret): void;
};

type LaunchParts = {
  readonly ports: Ports;
  readonly vault: Vault;
  readonly roster: Roster;
  readonly tell: () => void;
};

/** Opens nothing until `start`. @param tell has pages ask again */
export function createLaunch({ ports, vault, roster, tell }: LaunchParts): Launch {
  let underway: Beside['underway'] = 'starting';
  let missing: Failure | null = null;
  let run: Run | null = null;
  let isDemo = false;

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

  async function openDemo(): Promise<Failure | null> {
    if (isDemo) return null;
    await roster.end();
    underway = null;
    const { http, key } = ports.demo();
    isDemo = true;
    const slot = roster.add(demoId);
    const taken = await slot.take({ key, keyIn: 'none', http, databaseKey: null, typed: false });
    return taken.ok ? null : taken;
  }

  return {
    beside: () => ({ underway, missing }),
    run: () => run,
    isDemo: () => isDemo,
    async start() {
      const { keyForThisRun: key } = ports;
      if (key) run = { id: `run-${ports.fingerprint(key)}`, key };
      if (ports.startInDemo) await openDemo();
      else await openKept();
    },
    openDemo,
    async leaveDemo() {
      if (!isDemo) return;
      await roster.end();
      await openKept();
      isDemo = false;
    },
    async startOver() {
      run = null;
      await openKept();
    },
    async whileConnecting(work) {
      underway = 'connecting';
      tell();
      try {
        return await work();
      } finally {
        underway = null;
      }
    },
    keepForRun(key) {
      if (run) run = { ...run, key };
    },
  };
}
