// What the steps of the outbox need; passed in by the account.
import type { Failure } from '../../contract/codes.ts';
import type { Topic } from '../../contract/events.ts';
import type { CacheStore, Clock, Log, OutboxStore } from '../ports.ts';
import type { StoredOutgoing } from '../records.ts';
import type { Remote } from '../remote.ts';
import type { Absorb } from '../sync/absorb.ts';

export type StepParts = {
  readonly clock: Clock;
  readonly random: () => number;
  readonly cache: CacheStore;
  readonly outbox: OutboxStore;
  readonly remote: Remote;
  readonly absorb: Absorb;
  /** after a commit */
  readonly tell: (...topics: Topic[]) => void;
  /** the API refused the key, or a write */
  readonly onRefused: (reason: Failure) => void;
  readonly log: Log;
};

/** Commits the row in the place of the expected one; false: a person decided otherwise meanwhile. */
export type Save = (row: StoredOutgoing, expected: StoredOutgoing) => boolean;
