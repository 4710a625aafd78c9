// Quiet hours in the whole program: nothing is heard but critical tickets, and at their end all in one.
import { afterEach, expect, it } from 'vitest';
import { createWorldUnderTest } from '../../fakes/program-under-test.ts';
import { ask } from '../accounts/agency.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const hour = 3_600_000;

/** Signed in, and from now on quiet for an hour. */
async function quiet() {
  const world = createWorldUnderTest({ api: { tickets: 3 }, ports: { fixedPollMs: 10_000 } });
  ends.push(world.remove);
  const program = await world.signedIn();
  ends.push(() => program.app.stop());
  const minutes = new Date(world.clock.now()).getHours() * 60 + new Date(world.clock.now()).getMinutes();
  const quietHours = { on: true, from: minutes, to: (minutes + 60) % (24 * 60) };
  await ask(program, 'settings.set', { quietHours });
  const reply = async (ticketId: string) => {
    world.api.staffReply(ticketId, 'Klart nu.');
    await world.clock.advance(12_000);
  };
  const fates = async (asked = program) =>
    (await ask(asked, 'notices.told', { limit: 50 })).told.map(({ ticketId, fate }) => [ticketId, fate]);
  const [first = '', second = '', third = ''] = world.api.tickets().map(({ id }) => id);
  return { world, program, quietHours, reply, fates, first, second, third };
}

it('raises nothing, says why, and tells once at the end what is still unread', async () => {
  const { world, program, reply, fates, first, second, third } = await quiet();
  await reply(first);
  await reply(second);
  await reply(third);
  expect(world.shown).toEqual([]);
  expect(await fates()).toEqual([
    [third, 'quiet-hours'],
    [second, 'quiet-hours'],
    [first, 'quiet-hours'],
  ]);
  await ask(program, 'thread.markRead', { ticketId: second, upTo: null });
  await world.clock.advance(hour);
  expect(world.shown.map(({ title }) => title)).toEqual(['2 new replies from HostUp']);
  expect(new Map((await fates()) as [string, string][])).toEqual(
    new Map([
      [first, 'shown'],
      [second, 'quiet-hours'],
      [third, 'shown'],
    ]),
  );
  await world.clock.advance(2 * hour);
  expect(world.shown).toHaveLength(1);
});

it('lets a critical ticket through', async () => {
  const { world, reply, fates, first } = await quiet();
  const critical = world.api.addTicket({ priority: 'critical' });
  await world.clock.advance(12_000);
  await reply(first);
  await reply(critical.id);
  expect(world.shown).toHaveLength(1);
  expect(world.shown[0]?.title).toContain(critical.number);
  expect(await fates()).toEqual([
    [critical.id, 'shown'],
    [first, 'quiet-hours'],
  ]);
});

it('tells what was held back at once when the quiet hours are switched off', async () => {
  const { world, program, quietHours, reply, first } = await quiet();
  await reply(first);
  await ask(program, 'settings.set', { quietHours: { ...quietHours, on: false } });
  await world.clock.advance(0);
  expect(world.shown).toHaveLength(1);
});

it('tells it in one with what came meanwhile when the program was ended before', async () => {
  const { world, program, reply, first, second } = await quiet();
  await reply(first);
  await program.app.stop();
  await world.clock.advance(hour);
  world.api.staffReply(second, 'Och det här.');
  const again = await world.start();
  ends.push(() => again.app.stop());
  await world.clock.advance(12_000);
  expect(world.shown.map(({ title }) => title)).toEqual(['2 new replies from HostUp']);
});

it('waits on for the end after the program was started again', async () => {
  const { world, program, reply, first } = await quiet();
  await reply(first);
  await program.app.stop();
  const again = await world.start({ fixedPollMs: 100 * hour });
  ends.push(() => again.app.stop());
  await world.clock.advance(12_000);
  expect(world.shown).toEqual([]);
  await world.clock.advance(hour);
  expect(world.shown).toHaveLength(1);
});
