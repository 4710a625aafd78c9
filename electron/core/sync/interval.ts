// Pure: how long until the next look, from what is open, how fresh it is, whether someone watches, and what the user wants.
import type { Pause } from '../../contract/settings.ts';

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

/** What the user wants of the rhythm. */
export type Pauses = { readonly shortestPause: Pause; readonly longestPause: Pause };

/** Milliseconds, ± 10 % jitter, and then within what the user wants; `random` is 0 ≤ x < 1. */
export function nextInterval(situation: Situation, random: number, pauses: Pauses): number {
  const shortest = shortestOf(pauses);
  // a longest pause is no reason to press a server that does not answer
  if (situation.failures > 0) return Math.max(shortest, backOff(situation, random));
  const calm = restful(situation) * Math.max(1, Math.min(situation.pages, 20));
  const jittered = Math.round(calm * (0.9 + 0.2 * random));
  const longest = (pauses.longestPause ?? Number.POSITIVE_INFINITY) * minute;
  return Math.max(shortest, Math.min(longest, jittered));
}

/** Milliseconds. */
export const shortestOf = ({ shortestPause }: Pick<Pauses, 'shortestPause'>): number =>
  (shortestPause ?? 0) * minute;

/** What was chosen last moves the other pause, where the shortest would be longer than the longest. */
export function inOrder(before: Pauses, chosen: Partial<Pauses>): Partial<Pauses> {
  const { shortestPause, longestPause } = { ...before, ...chosen };
  if (shortestPause === null || longestPause === null || shortestPause <= longestPause) return {};
  return chosen.longestPause === undefined
    ? { longestPause: shortestPause }
    : { shortestPause: longestPause };
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
