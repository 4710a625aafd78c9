import { expect, it } from 'vitest';
import { pastMidnight } from './same-day.ts';

it('waits only where midnight is near, and then until it is past', async () => {
  const midnight = new Date(2026, 10, 22).getTime();
  const took = async (now: number) => {
    const before = performance.now();
    await pastMidnight(now);
    return performance.now() - before;
  };
  expect(await took(midnight - 500)).toBeGreaterThan(1_400);
  // not until the next one
  await pastMidnight(midnight);
  await pastMidnight(midnight - 2 * 60_000);
});
