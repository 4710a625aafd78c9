// A list of several pages of which one cannot be read: what it holds and what is behind it must be found soon after.
import { afterEach, expect, it } from 'vitest';
import { createFaultyHttp } from '../../fakes/faulty-http.ts';
import { createWorldUnderTest } from '../../fakes/program-under-test.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const secondPage = /cursor=/;

/** Signed in, and quiet: the conversations were read. */
async function setUp(tickets: number) {
  const faults = createFaultyHttp((ms, task) => void world.clock.after(ms, task));
  const world = createWorldUnderTest({
    api: { tickets, order: 'recent' },
    ports: { fixedPollMs: 20_000 },
    wrap: faults.wrap,
  });
  ends.push(() => world.remove());
  const program = await world.signedIn();
  ends.push(() => program.app.stop());
  await world.clock.advance(400_000);
  return { ...world, faults, program };
}

it.each(['again', 'after a restart'])('finds the news behind it when it looks %s', async (when) => {
  const { api, clock, faults, program, requests, start } = await setUp(250);
  for (const { id } of api.tickets().slice(0, 150)) api.staffReply(id, 'Svar');
  faults.add('GET', secondPage, { kind: 'lost' });
  await clock.advance(20_000);
  let { page } = program;
  if (when === 'after a restart') {
    await program.app.stop();
    const again = await start();
    ends.push(() => again.app.stop());
    page = again.page;
  }
  await clock.advance(200_000);
  expect(await page.call('tickets.counts', {})).toMatchObject({ value: { unread: 150 } });
  const before = requests();
  await clock.advance(100_000);
  expect(requests() - before).toBe(5);
});

it('tells what the first page brought though the next one stays out of reach', async () => {
  const { api, clock, faults, program, shown } = await setUp(150);
  faults.add('GET', secondPage, { kind: 'answer', status: 502 }, 1_000);
  api.staffReply(api.tickets().at(-1)?.id ?? '', 'Svar');
  await clock.advance(40_000);
  expect(shown).toHaveLength(1);
  expect(await program.page.call('connection.get', {})).toMatchObject({ value: { state: 'error' } });
});
