// Pure: how long until the next look, from what is open, how fresh it is, and whether someone watches.

const minute = 60_000;
const hour = 60 * minute;

export type Situation = {
  /** a window of ours is in front */
  readonly inFront: boolean;
  /** milliseconds since the latest activity on a ticket that waits for staff; null: none waits */
  readonly waitingFor: number | null;
  readonly anyOpen: boolean;
  /** looks that failed in a row */
  readonly failures: number;
  /** requests that one look costs (a list that is not in order must be walked whole) */
  readonly pages: number;
};

/** Milliseconds, ± 10 % jitter; `random` is 0 ≤ x < 1. */
export function nextInterval(situation: Situation, random: number): number {
  if (situation.failures > 0) return backOff(situation, random);
  const calm = restful(situation) * Math.max(1, Math.min(situation.pages, 20));
  return Math.round(calm * (0.9 + 0.2 * random));
}

function restful({ inFront, waitingFor, anyOpen }: Situation): number {
  const lately = waitingFor !== null && waitingFor < hour;
  if (inFront) return lately ? 15_000 : 30_000;
  if (lately) return 30_000;
  if (waitingFor !== null && waitingFor < 24 * hour) return minute;
  if (waitingFor !== null) return 3 * minute;
  return anyOpen ? 5 * minute : 15 * minute;
}

/** Full jitter over a doubling ceiling; never under two seconds, never over ten minutes. */
function backOff({ failures }: Situation, random: number): number {
  const ceiling = Math.min(10 * minute, 5_000 * 2 ** Math.min(failures - 1, 12));
  return Math.round(Math.max(2_000, ceiling * random));
}
