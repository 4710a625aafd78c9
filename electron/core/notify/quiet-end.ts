// Waits for the end of the quiet hours, while there is something to be told then.
import type { Clock } from '../ports.ts';

/** Milliseconds: looks this often at least, because a timer does not count the time that the machine slept. */
const longestWait = 60_000;

export type QuietEnd = {
  /** Something waits for it, or it may have become another. */
  await(): void;
  stop(): void;
};

/** @param until when the quiet ends that there is now; null: it is not quiet */
export function createQuietEnd(clock: Clock, until: () => number | null, onEnd: () => void): QuietEnd {
  let cancel = () => {};
  function look(): void {
    cancel();
    const end = until();
    if (end === null) onEnd();
    else cancel = clock.after(Math.min(longestWait, end - clock.now()), look);
  }
  return { await: look, stop: () => cancel() };
}
