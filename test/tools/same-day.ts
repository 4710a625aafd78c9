// For tests that call days by name: what is today when they begin must be today when they end.
import { setTimeout as wait } from 'node:timers/promises';

/** longer than such a test takes, on a slow machine too */
const margin = 60_000;

/** Settles at once, or just after midnight where that is near. */
export async function pastMidnight(now = Date.now()): Promise<void> {
  const left = new Date(now).setHours(24, 0, 0, 0) - now;
  if (left < margin) await wait(left + 1_000);
}
