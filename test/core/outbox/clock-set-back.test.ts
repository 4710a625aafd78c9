// A clock that is set back must not make a reply wait for years, nor ask about one too early, nor change the order.
import { afterEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '../../fakes/clock.ts';
import { createFaultyHttp } from '../../fakes/faulty-http.ts';
import { createWorldUnderTest } from '../../fakes/program-under-test.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const tenYears = 10 * 365 * 86_400_000;
const messages = /\/messages$/;

async function setUp() {
  let wrong = 0;
  const clock = createFakeClock();
  const faults = createFaultyHttp((ms, task) => void world.clock.after(ms, task));
  const world = createWorldUnderTest({
    clock,
    api: { tickets: 0, now: () => clock.now() - wrong },
    wrap: faults.wrap,
  });
  ends.push(() => world.remove());
  const ticket = world.api.addTicket({});
  const { app, page } = await world.signedIn();
  ends.push(() => app.stop());
  async function states() {
    const thread = await page.call('thread.get', { ticketId: ticket.id, limit: 10 });
    return thread.ok ? thread.value.outgoing.map(({ state }) => state) : [thread.code];
  }
  return {
    ...world,
    faults,
    setBack(by = tenYears): void {
      wrong -= by;
      world.clock.jump(-by);
    },
    send: (text = 'Hej') =>
      page.call('reply.send', { id: text, ticketId: ticket.id, text, encrypted: false, reopen: false }),
    applied: () => world.api.applied().map(({ message }) => message),
    states,
    state: async () => (await states())[0],
  };
}

describe('a clock set back by ten years', () => {
  it('lets a reply go out that waits for its next attempt', async () => {
    const { clock, faults, send, setBack, state, api } = await setUp();
    faults.add('POST', messages, { kind: 'refused' });
    await send();
    await clock.advance(100);
    setBack();
    await clock.advance(120_000);
    expect(await state()).toBe('sent');
    expect(api.applied()).toHaveLength(1);
  });

  it('finds a reply whose answer was lost', async () => {
    const { clock, faults, send, setBack, state, api } = await setUp();
    faults.add('POST', messages, { kind: 'applied-late', ms: 20_000 });
    await send();
    await clock.advance(100);
    setBack();
    await clock.advance(90_000);
    expect(await state()).toBe('sent');
    expect(api.applied()).toHaveLength(1);
  });

  it('asks about one that never arrived, not before two minutes and with few reads', async () => {
    const { clock, faults, send, setBack, state, requests } = await setUp();
    faults.add('POST', messages, { kind: 'lost' });
    await send();
    await clock.advance(100);
    setBack();
    const before = requests();
    await clock.advance(60_000);
    expect(await state()).toBe('unknown');
    await clock.advance(120_000);
    expect(await state()).toBe('needs-user');
    expect(requests() - before).toBeLessThan(40);
  });
});

describe('a clock set back by half a minute between two replies', () => {
  it('leaves them in the order in which they were written', async () => {
    const { clock, faults, send, setBack, applied } = await setUp();
    faults.setOffline(true);
    await send('först');
    await clock.advance(2_000);
    setBack(30_000);
    await send('sedan');
    await clock.advance(2_000);
    faults.setOffline(false);
    await clock.advance(400_000);
    expect(applied()).toEqual(['först', 'sedan']);
  });

  it('holds the second back while the first is in doubt', async () => {
    const setup = await setUp();
    setup.faults.add('POST', messages, { kind: 'lost' });
    await setup.send('först');
    await setup.clock.advance(500);
    setup.setBack(30_000);
    await setup.send('sedan');
    await setup.clock.advance(60_000);
    expect(await setup.states()).toEqual(['unknown', 'queued']);
    expect(setup.applied()).toEqual([]);
  });
});
