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

/** What everything else waits for is the longest piece: how long each took, between the pauses that the work makes. */
export async function piecesOf(work: (clock: Clock) => unknown): Promise<number[]> {
  const spent: number[] = [];
  let start = performance.now();
  const end = () => spent.push(performance.now() - start);
  const clock: Clock = {
    now: Date.now,
    after(ms, task) {
      end();
      setTimeout(() => {
        start = performance.now();
        task();
      }, ms);
      return () => {};
    },
  };
  await work(clock);
  end();
  return spent;
}
