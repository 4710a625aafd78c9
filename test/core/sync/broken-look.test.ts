// A look that ends in a bug of ours: what is shown must not go on saying that all is well, and the looking goes on.
import { afterEach, expect, it } from 'vitest';
import { createWorldUnderTest } from '../../fakes/program-under-test.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Signed in; `breaks` makes every request for this path throw what nobody expects. */
async function setUp() {
  let broken: RegExp | null = null;
  const world = createWorldUnderTest({
    api: { tickets: 3 },
    ports: { fixedPollMs: 20_000 },
    wrap: (http) => ({
      ...http,
      async request(request) {
        if (broken?.test(request.path)) throw new TypeError('nobody expects this');
        return http.request(request);
      },
    }),
  });
  ends.push(() => world.remove());
  const { app, page } = await world.signedIn();
  ends.push(() => app.stop());
  const breaks = (path: RegExp | null) => {
    broken = path;
  };
  return { ...world, page, breaks };
}

it('is told as a fault, written down, and over with the next look that goes well', async () => {
  const { bugs, breaks, clock, page } = await setUp();
  expect(await page.call('connection.get', {})).toMatchObject({ value: { state: 'up-to-date' } });
  breaks(/tickets\?/);
  await clock.advance(20_000);
  expect(await page.call('connection.get', {})).toMatchObject({
    value: { state: 'error', problem: { code: 'internal' } },
  });
  expect(bugs).toEqual([expect.any(TypeError)]);
  breaks(null);
  await clock.advance(20_000);
  expect(await page.call('connection.get', {})).toMatchObject({
    value: { state: 'up-to-date', problem: null },
  });
});

it('still tells of what can be read', async () => {
  const { api, breaks, clock, shown } = await setUp();
  const [first, second] = api.tickets();
  api.staffReply(first?.id ?? '', 'Svar');
  await clock.advance(1_000);
  api.staffReply(second?.id ?? '', 'Svar');
  breaks(new RegExp(`/${first?.id}`));
  await clock.advance(60_000);
  expect(shown.map(({ ticketId }) => ticketId)).toEqual([expect.stringContaining(second?.id ?? 'none')]);
});
