// How often HostUp is asked once the user has chosen between which pauses.
import { afterEach, expect, it } from 'vitest';
import { createWorldUnderTest, type ProgramOptions } from '../../fakes/program-under-test.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function signedIn(options: ProgramOptions = {}) {
  const world = createWorldUnderTest({ api: { tickets: 0 }, ...options });
  ends.push(world.remove);
  const { app, page } = await world.signedIn();
  ends.push(app.stop);
  return { world, page };
}

it('is asked oftener at once when the longest pause becomes shorter', async () => {
  const { world, page } = await signedIn();
  await world.clock.advance(30_000);
  const before = world.requests();
  await page.call('settings.set', { longestPause: 1 });
  expect(world.requests()).toBe(before);
  await world.clock.advance(600_000);
  expect(world.requests() - before).toBe(10);
});

it('is not asked before the shortest pause is over, also when the window comes to the front', async () => {
  const { world, page } = await signedIn();
  await page.call('settings.set', { shortestPause: 5 });
  const looking = (focused: boolean) => page.call('window.looking', { ticketId: null, focused });
  await looking(true);
  const before = world.requests();
  await world.clock.advance(120_000);
  await looking(false);
  await looking(true);
  await world.clock.advance(120_000);
  expect(world.requests()).toBe(before);
  await page.call('sync.now', {});
  await world.clock.advance(1_000);
  expect(world.requests()).toBeGreaterThan(before);
});

it('is asked as HOSTUP_POLL_SECONDS says, whatever was chosen', async () => {
  const { world, page } = await signedIn({ ports: { fixedPollMs: 10_000 } });
  await page.call('settings.set', { shortestPause: 60 });
  const before = world.requests();
  await world.clock.advance(60_000);
  expect(world.requests() - before).toBe(6);
});

it('moves the other pause where the shortest would be longer than the longest', async () => {
  const { page } = await signedIn();
  await page.call('settings.set', { longestPause: 1 });
  const answer = await page.call('settings.set', { shortestPause: 15 });
  expect(answer).toMatchObject({ ok: true, value: { shortestPause: 15, longestPause: 15 } });
});
