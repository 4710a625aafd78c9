// What may go better later: tried again after a while, or at once when asked to.
import type { Clock } from '../ports.ts';

export type Retry = {
  later(): void;
  cancel(): void;
  /** Tries at once, if it waits to be tried again. */
  now(): Promise<void>;
};

/** @param delay milliseconds from `later` to the try */
export function createRetry(clock: Clock, delay: number, work: () => Promise<void>): Retry {
  let waits = false;
  let stopTimer = () => {};

  async function now(): Promise<void> {
    if (waits) await work();
  }

  return {
    later() {
      waits = true;
      stopTimer();
      stopTimer = clock.after(delay, () => void now());
    },
    cancel() {
      waits = false;
      stopTimer();
    },
    now,
  };
}
