// Memory and open descriptors over a long run, after a real garbage collection each time, and their slopes.
import { readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export type Sample = {
  readonly at: number;
  readonly heap: number;
  readonly external: number;
  readonly descriptors: number;
};

let collect: (() => void) | null = null;

/** Throws away what nothing refers to, so that two samples can be compared. */
function collectGarbage(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}

/** `at`: how far the run is, in units of the caller. */
export function sample(at: number): Sample {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return { at, heap: heapUsed, external, descriptors: countDescriptors() };
}

/** Where the system does not tell (not Linux), 0. */
function countDescriptors(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}

/** Least squares: growth per unit of `at`. The first samples still warm caches up and are left out. */
export function slope(samples: readonly Sample[], of: 'heap' | 'external' | 'descriptors'): number {
  const used = samples.slice(Math.min(2, Math.max(0, samples.length - 2)));
  if (used.length < 2) return 0;
  const meanAt = used.reduce((sum, { at }) => sum + at, 0) / used.length;
  const mean = used.reduce((sum, one) => sum + one[of], 0) / used.length;
  const over = used.reduce((sum, one) => sum + (one.at - meanAt) * (one[of] - mean), 0);
  const under = used.reduce((sum, { at }) => sum + (at - meanAt) ** 2, 0);
  return under === 0 ? 0 : over / under;
}

export const mib = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
