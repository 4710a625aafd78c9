// How a benchmark says what it measured: wall-clock times of many runs.
import type { Clock } from '../../electron/core/ports.ts';

export function time(runs: number, work: () => void): string {
  const spent = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const at = (share: number) =>
    (spent[Math.min(runs - 1, Math.floor(runs * share))] ?? 0).toFixed(2).padStart(8);
  return `${at(0.5)} ms median ${at(0.95)} ms p95 ${at(1)} ms worst`;
}

export function show(what: string, figures: string): void {
  console.log(`${what.padEnd(44)} ${figures}`);
}

/**
 * What everything else waits for is the longest piece: how long each took, between the pauses that the work makes.
 * Milliseconds of the processor: on a busy machine the clock on the wall measures the others.
 */
export async function piecesOf(work: (clock: Clock) => unknown): Promise<number[]> {
  const spent: number[] = [];
  let start = process.cpuUsage();
  const end = () => {
    const { user, system } = process.cpuUsage(start);
    spent.push((user + system) / 1_000);
  };
  const clock: Clock = {
    now: Date.now,
    after(ms, task) {
      end();
      setTimeout(() => {
        start = process.cpuUsage();
        task();
      }, ms);
      return () => {};
    },
  };
  await work(clock);
  end();
  return spent;
}

export const mostRuns = 7;

/** The longest piece of the quickest of some runs, because a busy machine only ever adds to it. `prepare` is not measured. */
export async function longest(
  what: string,
  prepare: (run: number) => (clock: Clock) => unknown,
  runs = mostRuns,
): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  let pieces = 0;
  for (let run = 0; run < runs; run += 1) {
    const spent = await piecesOf(prepare(run));
    const most = Math.max(...spent);
    if (most < least) [least, pieces] = [most, spent.length];
  }
  show(what, `${least.toFixed(1).padStart(6)} ms, the longest of ${pieces}`);
}
