// The index of the search follows what is kept, a little at a time and without being asked.
import { expect, it } from 'vitest';
import { StoreError } from '../../../electron/core/records.ts';
import { createCatchingUp } from '../../../electron/core/search/catching-up.ts';
import { createFakeClock } from '../../fakes/clock.ts';

function setUp(portions: number) {
  const clock = createFakeClock();
  const said: string[] = [];
  const world = { portions, fault: null as Error | null };
  const catchingUp = createCatchingUp({
    cache: {
      searchIsBehind: () => world.portions > 0,
      catchUpSearch() {
        if (world.fault) throw world.fault;
        world.portions -= 1;
      },
    },
    clock,
    log: { info() {}, warn() {}, error: (event) => said.push(event) },
    onDone: () => said.push('done'),
  });
  return { clock, said, world, catchingUp };
}

it('does nothing at once, one portion at a time, and says when all is done', async () => {
  const { clock, said, world, catchingUp } = setUp(3);
  catchingUp.look();
  catchingUp.look();
  expect(world.portions).toBe(3);
  expect(clock.pending()).toBe(1);
  await clock.advance(0);
  expect(world.portions).toBe(0);
  expect(said).toEqual(['done']);
});

it('waits for nothing while nothing is missing', async () => {
  const { clock, said, catchingUp } = setUp(0);
  catchingUp.look();
  expect(clock.pending()).toBe(0);
  await clock.advance(1_000);
  expect(said).toEqual([]);
});

it('leaves the rest to the next start when it ends', async () => {
  const { clock, said, world, catchingUp } = setUp(3);
  catchingUp.look();
  catchingUp.stop();
  await clock.advance(1_000);
  catchingUp.look();
  await clock.advance(1_000);
  expect(world.portions).toBe(3);
  expect(said).toEqual([]);
});

it('tries again after a full disk, with the next change', async () => {
  const { clock, said, world, catchingUp } = setUp(2);
  world.fault = new StoreError('store_full');
  catchingUp.look();
  await clock.advance(10_000);
  expect(said).toEqual(['search-index']);
  expect(world.portions).toBe(2);
  world.fault = null;
  catchingUp.look();
  await clock.advance(0);
  expect(said).toEqual(['search-index', 'done']);
});
