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
