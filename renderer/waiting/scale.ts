// A logarithmic scale for waits, which reach from minutes to weeks, with ticks that people think in. Pure.
import type { Wait } from '../../electron/contract/waiting.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const steps = [
  minute,
  5 * minute,
  15 * minute,
  hour,
  4 * hour,
  12 * hour,
  day,
  3 * day,
  7 * day,
  14 * day,
  30 * day,
  90 * day,
  365 * day,
];
const mostTicks = 6;
/** the share of a chart that a label takes at least, in the narrowest window and in height */
const labelRoom = 0.19;

/** Fewer answers than this show no median and no range: one slow night would move them by hours. */
export const fewest = 5;
export const isEnough = (wait: Wait): boolean => wait.n >= fewest;

export type Scale = {
  /** where ticks stand, milliseconds */
  readonly ticks: readonly number[];
  /** those of them that have room for their words beside each other */
  readonly labels: readonly number[];
  /** 0–1; what lies outside is put on the edge */
  place(milliseconds: number): number;
};

/** The scale that holds all of these, from tick to tick. */
export function scaleOf(waits: readonly (Wait | null)[]): Scale {
  const known = waits.filter((wait) => wait !== null);
  const ends = known.flatMap((wait) => (isEnough(wait) ? [wait.low, wait.high] : [wait.median]));
  const least = ends.length === 0 ? minute : Math.min(...ends);
  const most = ends.length === 0 ? day : Math.max(...ends);
  const first = Math.max(
    0,
    steps.findLastIndex((step) => step <= least),
  );
  const reaching = steps.findIndex((step) => step >= most);
  const last = Math.max(first + 1, reaching < 0 ? steps.length - 1 : reaching);
  const from = steps[Math.min(first, steps.length - 2)] ?? minute;
  const to = steps[Math.min(last, steps.length - 1)] ?? day;
  const ticks = thin(steps.filter((step) => step >= from && step <= to));
  function place(milliseconds: number): number {
    const share = Math.log(Math.max(milliseconds, 1) / from) / Math.log(to / from);
    return Math.min(1, Math.max(0, share));
  }
  return { ticks, labels: apart(ticks, place), place };
}

/** Leaves out what is too near to the one before or to the last one; both ends stay. */
function apart(ticks: readonly number[], place: Scale['place']): readonly number[] {
  const kept: number[] = [];
  for (const tick of ticks) {
    const isEnd = tick === ticks[0] || tick === ticks.at(-1);
    const roomBefore = place(tick) - place(kept.at(-1) ?? 0);
    if (isEnd || Math.min(roomBefore, 1 - place(tick)) >= labelRoom) kept.push(tick);
  }
  return kept;
}

/** Leaves out every other one until few are left; both ends stay. */
function thin(ticks: readonly number[]): readonly number[] {
  if (ticks.length <= mostTicks) return ticks;
  return thin(ticks.filter((_, index) => index % 2 === 0 || index === ticks.length - 1));
}
