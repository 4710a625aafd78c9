import { expect, it } from 'vitest';
import { createRetry } from '../../../electron/core/accounts/retry.ts';
import { createFakeClock } from '../../fakes/clock.ts';

function create() {
  const clock = createFakeClock(0);
  const tries: number[] = [];
  const retry = createRetry(clock, 10_000, async () => {
    tries.push(clock.now());
    retry.cancel();
  });
  return { clock, tries, retry };
}

it('tries once after a while, however often it was put off', async () => {
  const { clock, tries, retry } = create();
  retry.later();
  await clock.advance(4_000);
  retry.later();
  await clock.advance(30_000);
  expect(tries).toEqual([14_000]);
});

it('tries at once when asked to, and only what waits', async () => {
  const { clock, tries, retry } = create();
  await retry.now();
  retry.later();
  await retry.now();
  await clock.advance(30_000);
  expect(tries).toEqual([0]);
});

it('tries nothing that was called off', async () => {
  const { clock, tries, retry } = create();
  retry.later();
  retry.cancel();
  await retry.now();
  await clock.advance(30_000);
  expect(tries).toEqual([]);
});
