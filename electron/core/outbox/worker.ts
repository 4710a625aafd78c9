// Moves replies along, one in flight per ticket, in order. Every step is committed before the next begins;
// the only place of the program that sends. Writes the cache through `absorb`, never calls sync.
import type { Failure } from '../../contract/codes.ts';
import { bestEffort } from '../best-effort.ts';
import { topicsOf } from '../changes.ts';
import type { Detail, StoredOutgoing } from '../records.ts';
import type { StepParts } from './parts.ts';
import { createSteps } from './steps.ts';
import { holdsBack, hurry, recover } from './transitions.ts';
import { createUnderWay } from './under-way.ts';

export type Outbox = {
  /** turns what a crash left in doubt into questions, then works */
  start(): void;
  stop(): void;
  /** there may be something to do: a new row, a person's choice */
  kick(): void;
  /** HostUp answers, or a person will not wait: what could not reach it is tried now, whenever its next try was due */
  hurry(): void;
  /** a conversation was read, and this is what HostUp told: a reply in doubt may be in it */
  review(detail: Detail): void;
  /** signed out: nothing goes out, or is looked for, until there is a key again */
  waitsForKey(): boolean;
  /** settles when nothing is under way */
  idle(): Promise<void>;
  /** why the latest step could not be written down (a full disk); null: it could */
  problem(): Failure | null;
};

type WorkerParts = StepParts & {
  /** false while signed out: nothing is asked */
  readonly mayRead: () => boolean;
  /** false with a key that may only read: nothing goes out */
  readonly maySend: () => boolean;
};

const longestNap = 60_000;
/** Nothing waits longer: a row that seems to was written before the clock was set back. */
const longestWait = 3_600_000;
/** A step that failed by a fault of the store must not spin. */
const afterFault = 5_000;

/** One account’s outbox; sends nothing until `start`. */
export function createOutbox(parts: WorkerParts): Outbox {
  const { clock, outbox, log } = parts;
  const steps = createSteps(parts);
  let running = false;
  let cancelTimer = () => {};
  const underWay = createUnderWay({
    ...parts,
    advance: steps.advance,
    isRunning: () => running,
    onEnd(moved) {
      cancelTimer();
      if (running) cancelTimer = clock.after(moved ? 0 : afterFault, pump);
    },
  });
  const isFree = (row: StoredOutgoing) => !underWay.isBusy(row.ticketId);

  function pump(): void {
    cancelTimer();
    if (!running) return;
    cancelTimer = clock.after(afterFault, pump);
    bestEffort(log, 'outbox-read', beginDue);
  }

  function beginDue(): void {
    const now = clock.now();
    let next = now + longestNap;
    for (const row of headsOf(outbox.open())) {
      if (!isFree(row) || !mayGo(row, parts)) continue;
      const wait = (row.nextAttemptAt ?? 0) - now;
      if (wait <= 0 || wait > longestWait) underWay.begin(row);
      else next = Math.min(next, now + wait);
    }
    cancelTimer();
    cancelTimer = clock.after(Math.max(0, next - now), pump);
  }

  return {
    start() {
      // on a full disk, each row is turned when its time comes
      bestEffort(log, 'outbox-recover', () => changeAll(parts, isFree, (row) => recover(row, clock.now())));
      running = true;
      pump();
    },
    stop() {
      running = false;
      cancelTimer();
    },
    kick: pump,
    hurry() {
      if (!running) return;
      bestEffort(log, 'outbox-hurry', () => changeAll(parts, isFree, hurry));
      pump();
    },
    review(detail) {
      if (!underWay.isBusy(detail.summary.id)) steps.review(detail);
    },
    waitsForKey: () => !parts.mayRead(),
    idle: underWay.idle,
    problem: underWay.problem,
  };
}

/** The first row of each ticket that is not over; the ones behind it wait. */
function headsOf(rows: readonly StoredOutgoing[]): StoredOutgoing[] {
  const first = new Map<string, StoredOutgoing>();
  for (const row of rows) {
    if (holdsBack(row) && !first.has(row.ticketId)) first.set(row.ticketId, row);
  }
  return [...first.values()];
}

const mayGo = (row: StoredOutgoing, { mayRead, maySend }: WorkerParts): boolean =>
  row.state !== 'needs-user' && mayRead() && (row.state !== 'queued' || maySend());

/** @param change answers the row itself where it stays as it is */
function changeAll(
  { outbox, tell }: WorkerParts,
  isFree: (row: StoredOutgoing) => boolean,
  change: (row: StoredOutgoing) => StoredOutgoing,
): void {
  const changed = outbox.open().filter((row) => isFree(row) && change(row) !== row);
  if (changed.length === 0) return;
  outbox.transaction(() => {
    for (const row of changed) outbox.put(change(row));
  });
  tell('outbox', ...topicsOf(changed.map(({ ticketId }) => ticketId)));
}
