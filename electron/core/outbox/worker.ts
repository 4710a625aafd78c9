// Moves replies along, one in flight per ticket, in order. Every step is committed before the next begins;
// the only place of the program that sends. Writes the cache through `absorb`, never calls sync.
import { type Failure, failure } from '../../contract/codes.ts';
import { bestEffort } from '../best-effort.ts';
import { topicsOf } from '../changes.ts';
import { type Detail, type StoredOutgoing, StoreError } from '../records.ts';
import type { StepParts } from './parts.ts';
import { createSteps } from './steps.ts';
import { holdsBack, hurry, recover } from './transitions.ts';

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
  const busy = new Map<string, Promise<void>>();
  let running = false;
  let problem: Failure | null = null;
  let cancelTimer = () => {};

  /** The first row of each ticket that is not over; the ones behind it wait. */
  function heads(): StoredOutgoing[] {
    const first = new Map<string, StoredOutgoing>();
    for (const row of outbox.open()) {
      if (holdsBack(row) && !first.has(row.ticketId)) first.set(row.ticketId, row);
    }
    return [...first.values()];
  }

  function may(row: StoredOutgoing): boolean {
    return parts.mayRead() && (row.state !== 'queued' || parts.maySend());
  }

  function pump(): void {
    cancelTimer();
    if (!running) return;
    cancelTimer = clock.after(afterFault, pump);
    bestEffort(log, 'outbox-read', beginDue);
  }

  function beginDue(): void {
    const now = clock.now();
    let next = now + longestNap;
    for (const row of heads()) {
      if (busy.has(row.ticketId) || row.state === 'needs-user' || !may(row)) continue;
      const wait = (row.nextAttemptAt ?? 0) - now;
      if (wait <= 0 || wait > longestWait) begin(row);
      else next = Math.min(next, now + wait);
    }
    cancelTimer();
    cancelTimer = clock.after(Math.max(0, next - now), pump);
  }

  function begin(row: StoredOutgoing): void {
    const work = steps
      .advance(row)
      .then(() => become(null), failed)
      .finally(() => {
        busy.delete(row.ticketId);
        cancelTimer();
        if (running) cancelTimer = clock.after(progressed(row) ? 0 : afterFault, pump);
      });
    busy.set(row.ticketId, work);
  }

  function failed(cause: unknown): void {
    // a step that was under way when the stores closed fails; that is no bug
    if (!running) return;
    log.error('outbox-step', cause);
    become(cause instanceof StoreError ? failure(cause.code) : null);
  }

  function become(next: Failure | null): void {
    if (next?.code !== problem?.code) parts.tell('connection');
    problem = next;
  }

  function progressed(before: StoredOutgoing): boolean {
    try {
      const after = outbox.get(before.id);
      return JSON.stringify(after) !== JSON.stringify(before);
    } catch {
      return false;
    }
  }

  /** @param change answers the row itself where it stays as it is */
  function changeAll(change: (row: StoredOutgoing) => StoredOutgoing): void {
    const changed = outbox.open().filter((row) => !busy.has(row.ticketId) && change(row) !== row);
    if (changed.length === 0) return;
    outbox.transaction(() => {
      for (const row of changed) outbox.put(change(row));
    });
    parts.tell('outbox', ...topicsOf(changed.map(({ ticketId }) => ticketId)));
  }

  return {
    start() {
      // on a full disk, each row is turned when its time comes
      bestEffort(log, 'outbox-recover', () => changeAll((row) => recover(row, clock.now())));
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
      bestEffort(log, 'outbox-hurry', () => changeAll(hurry));
      pump();
    },
    review(detail) {
      if (!busy.has(detail.summary.id)) steps.review(detail);
    },
    waitsForKey: () => !parts.mayRead(),
    async idle() {
      while (busy.size > 0) await Promise.all(busy.values());
    },
    problem: () => problem,
  };
}
