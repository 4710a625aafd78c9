// How it stands with one account, as pages are told: open or why not, where its key lies, what had to be mended.
import type { Account as AccountState } from '../../contract/account.ts';
import type { Code, Failure } from '../../contract/codes.ts';
import type { Session } from '../../contract/model.ts';
import type { Changes } from '../changes.ts';
import type { Clock } from '../ports.ts';

type Told = Pick<AccountState, 'state' | 'keyIn' | 'durable' | 'problem'>;

export type Standing = {
  /** @param why the problem; left out: there is none */
  become(state: AccountState['state'], why?: Failure | null): void;
  told(): Told;
  /** @param durable what it holds is written to disk */
  opened(durable: boolean): void;
  keyLiesIn(keyIn: Session['keyIn']): void;
  /** What had to be mended when it was opened. */
  warn(codes: readonly Code[]): void;
  warnings(): Session['warnings'];
  dismissWarnings(): void;
};

/** At first nothing is known. */
export function createStanding(clock: Clock, { tell }: Pick<Changes, 'tell'>): Standing {
  let told: Told = { state: 'starting', keyIn: 'none', durable: false, problem: null };
  let warnings: Session['warnings'] = [];
  return {
    become(state, problem = null) {
      told = { ...told, state, problem };
      tell('session', 'connection', 'tickets', 'outbox');
    },
    told: () => told,
    opened(durable) {
      told = { ...told, durable };
    },
    keyLiesIn(keyIn) {
      told = { ...told, keyIn };
    },
    warn(codes) {
      warnings = codes.map((code) => ({ code, at: clock.now() }));
    },
    warnings: () => warnings,
    dismissWarnings() {
      warnings = [];
    },
  };
}
