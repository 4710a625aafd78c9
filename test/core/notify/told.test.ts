// What the page is told of notifications: each reply of staff once, what became of it, and never what it says.
import { afterEach, expect, it } from 'vitest';
import type { Notifier } from '../../../electron/core/ports.ts';
import { createWorldUnderTest } from '../../fakes/program-under-test.ts';
import { ask, twoAlike } from '../accounts/agency.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const secret = 'hemligt-lösenord-123';
const notifier = (outcome: Awaited<ReturnType<Notifier['show']>>): Notifier => ({
  show: async () => outcome,
  withdraw: () => {},
  inPage: () => [],
});

async function oneAccount(ports: { notifier?: Notifier } = {}) {
  const world = createWorldUnderTest({ api: { tickets: 3 }, ports: { fixedPollMs: 10_000, ...ports } });
  ends.push(world.remove);
  const program = await world.signedIn();
  ends.push(program.app.stop);
  const ids = world.api.tickets().map(({ id }) => id);
  const told = async (limit = 50) => ask(program, 'notices.told', { limit });
  const reply = async (ticketId: string, encrypted = false) => {
    world.api.staffReply(ticketId, secret, { encrypted });
    await world.clock.advance(12_000);
  };
  return { world, program, ids, told, reply };
}

it('says of each reply what became of it, the latest first', async () => {
  const { world, program, ids, told, reply } = await oneAccount();
  const [first = '', second = '', third = ''] = ids;
  expect(await told()).toEqual({ told: [], more: false });
  await ask(program, 'tickets.mark', { ticketIds: [second], muted: true });
  await ask(program, 'window.looking', { ticketId: third, focused: true });
  for (const id of ids) await reply(id, id === first);
  expect((await told()).told.map(({ ticketId, fate }) => [ticketId, fate])).toEqual([
    [third, 'in-front'],
    [second, 'muted'],
    [first, 'shown'],
  ]);
  program.app.notificationClicked(world.shown[0]?.id ?? '');
  const answer = await told();
  expect(answer.told[0]).toMatchObject({ ticketId: first, fate: 'clicked', at: world.clock.now() });
  expect(JSON.stringify(answer)).not.toContain(secret);
  expect(await told(1)).toEqual({ told: [answer.told[0]], more: true });
});

it('says when what was shown was read or answered here', async () => {
  const { program, ids, told, reply } = await oneAccount();
  const [first = '', second = ''] = ids;
  await reply(first);
  await reply(second);
  await ask(program, 'thread.markRead', { ticketId: first, upTo: null });
  await ask(program, 'reply.send', {
    id: 'out-1',
    ticketId: second,
    text: 'Tack!',
    encrypted: false,
    reopen: true,
  });
  const fates = new Map((await told()).told.map(({ ticketId, fate }) => [ticketId, fate]));
  expect(fates).toEqual(
    new Map([
      [first, 'read'],
      [second, 'replied'],
    ]),
  );
});

it.each(['failed', 'unsupported'] as const)('says when the system took none: %s', async (outcome) => {
  const { program, ids, told, reply } = await oneAccount({ notifier: notifier(outcome) });
  await reply(ids[0] ?? '');
  expect((await told()).told.map(({ fate }) => fate)).toEqual([outcome]);
  expect(await ask(program, 'notices.test', {})).toEqual({ outcome });
});

it('sends a test the way of the real ones, and keeps no account of it', async () => {
  const { world, program, told } = await oneAccount();
  expect(await ask(program, 'notices.test', {})).toEqual({ outcome: 'shown' });
  expect(world.shown.map(({ title }) => title)).toEqual(['Test notification']);
  expect((await told()).told).toEqual([]);
});

it('is one list of several accounts, each ticket under its own', async () => {
  const { agency, program, ticketId, inA, inB } = await twoAlike(ends);
  agency.customer('key-a').staffReply(ticketId, 'Svar A');
  await agency.clock.advance(61_000);
  agency.customer('key-b').staffReply(ticketId, 'Svar B');
  await agency.clock.advance(61_000);
  const { told, more } = await ask(program, 'notices.told', { limit: 2 });
  expect(told.map((one) => one.ticketId)).toEqual([inB, inA]);
  expect(more).toBe(false);
  const latest = await ask(program, 'notices.told', { limit: 1 });
  expect([latest.told.map((one) => one.ticketId), latest.more]).toEqual([[inB], true]);
});
