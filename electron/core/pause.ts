// Long work is done in pieces, so that windows, answers and timers have their turn in between.
import type { Clock } from './ports.ts';

/** Settles when everything else that is due has had its turn. */
export const pause = (clock: Clock): Promise<void> => new Promise((go) => clock.after(0, go));

/** Counts what was done, and pauses whenever that has become `atOnce`. */
export function createPace(clock: Clock, atOnce: number): (count: number) => Promise<void> | undefined {
  let done = 0;
  return (count) => {
    done += count;
    if (done < atOnce) return undefined;
    done = 0;
    return pause(clock);
  };
}

/** Pauses whenever this many milliseconds went into work since the last pause: for work of which nobody knows how much it is. */
export function createTimedPace(clock: Clock, atOnce: number): () => Promise<void> | undefined {
  let since = clock.now();
  return () => {
    // a clock that was set back must not put the pause off
    if (Math.abs(clock.now() - since) < atOnce) return undefined;
    return pause(clock).then(() => {
      since = clock.now();
    });
  };
}
