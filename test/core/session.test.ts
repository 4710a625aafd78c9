import { afterEach, describe, expect, it } from 'vitest';
import { Secret } from '../../electron/core/secret.ts';
import { DEMO_KEY } from '../../electron/demo/api.ts';
import { createFaultyHttp } from '../fakes/faulty-http.ts';
import { createWorldUnderTest, type Program } from '../fakes/program-under-test.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

function setUp(ports = {}) {
  const faults = createFaultyHttp(() => {});
  const world = createWorldUnderTest({ api: { tickets: 3 }, wrap: faults.wrap, ports });
  ends.push(world.remove);
  const start = async () => {
    const program = await world.start();
    ends.unshift(() => program.app.stop());
    return program;
  };
  return { ...world, faults, start };
}
/** Signed in once, and started again with the keychain locked. */
async function lockedOf(world: ReturnType<typeof setUp>): Promise<Program> {
  const first = await world.start();
  await first.page.call('session.connect', { apiKey: DEMO_KEY });
  await world.clock.advance(1_000);
  await first.app.stop();
  world.keychain.set('locked');
  return world.start();
}
const session = async ({ page }: Program) => {
  const answer = await page.call('session.get', {});
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
};
const total = async ({ page }: Program) => {
  const answer = await page.call('tickets.list', { view: 'all', offset: 0, limit: 10 });
  return answer.ok ? answer.value.total : answer.code;
};
describe('signing in', () => {
  it('starts at the first run, keeps a good key in the keychain and finds it again', async () => {
    const world = setUp();
    const first = await world.start();
    expect(await session(first)).toMatchObject({ state: 'first-run', keyIn: 'none' });
    await first.page.call('session.connect', { apiKey: `  ${DEMO_KEY}\n` });
    expect(await session(first)).toMatchObject({ state: 'signed-in', keyIn: 'keychain', durable: true });
    await first.app.stop();
    const second = await world.start();
    await world.clock.advance(1_000);
    expect(await session(second)).toMatchObject({ state: 'signed-in', keyIn: 'keychain' });
    expect(await total(second)).toBe(3);
  });

  it.each([
    ['a wrong key', 'no-such-key', 'unauthorized'],
    ['an empty one', '   ', 'unauthorized'],
    ['one that no header can carry', 'nyckel å', 'unauthorized'],
  ])('says why with %s, and keeps nothing', async (_name, apiKey, code) => {
    const world = setUp();
    const program = await world.start();
    expect(await program.page.call('session.connect', { apiKey })).toMatchObject({ ok: false, code });
    expect(await session(program)).toMatchObject({ state: 'first-run', problem: null });
    expect(world.keychain.entries()).toEqual([]);
    expect(world.settings().accounts).toEqual([]);
  });

  it('says when there is no network, and can be tried again', async () => {
    const world = setUp();
    const program = await world.start();
    world.faults.setOffline(true);
    expect(await program.page.call('session.connect', { apiKey: DEMO_KEY })).toMatchObject({
      code: 'offline',
    });
    world.faults.setOffline(false);
    expect(await program.page.call('session.connect', { apiKey: DEMO_KEY })).toMatchObject({ ok: true });
  });

  it('takes a key for this run only and never keeps it', async () => {
    const world = setUp({ keyForThisRun: new Secret(DEMO_KEY) });
    const program = await world.start();
    expect(await session(program)).toMatchObject({ state: 'signed-in', keyIn: 'run' });
    expect(world.keychain.entries().filter((entry) => entry.startsWith('api-key'))).toEqual([]);
    expect(world.settings().accounts).toEqual([]);
  });

  it('replaces a key that works without taking the tickets away, and keeps the old one when the new is wrong', async () => {
    const world = setUp();
    const program = await world.start();
    await program.page.call('session.connect', { apiKey: DEMO_KEY });
    await world.clock.advance(1_000);
    expect(await program.page.call('session.connect', { apiKey: 'wrong' })).toMatchObject({
      code: 'unauthorized',
    });
    expect(await session(program)).toMatchObject({ state: 'signed-in', problem: null });
    world.api.setKey('second', ['read:support', 'write:support']);
    await program.page.call('session.connect', { apiKey: 'second' });
    world.api.setKey(DEMO_KEY, null);
    await world.clock.advance(600_000);
    expect(await session(program)).toMatchObject({ state: 'signed-in' });
  });

  it('says signed in everywhere once a new key was taken, also while HostUp asks for a pause', async () => {
    const world = setUp();
    const program = await world.start();
    await program.page.call('session.connect', { apiKey: DEMO_KEY });
    await world.clock.advance(1_000);
    world.faults.add('GET', /tickets/, { kind: 'answer', status: 401 });
    program.app.wake('asked');
    await world.clock.advance(1_000);
    const connection = () => program.page.call('connection.get', {});
    expect(await connection()).toMatchObject({ value: { state: 'signed-out' } });
    const reset = new Date(world.clock.now() + 600_000).toISOString();
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    world.faults.add('GET', /tickets/, { kind: 'answer', status: 404, headers });
    await program.page.call('session.connect', { apiKey: DEMO_KEY });
    expect(await session(program)).toMatchObject({ state: 'signed-in' });
    expect(await connection()).not.toMatchObject({ value: { state: 'signed-out' } });
    await world.clock.advance(700_000);
    expect(await connection()).toMatchObject({ value: { state: 'up-to-date' } });
  });

  it('signs out and wipes: entries, files and cache, and another customer can sign in', async () => {
    const world = setUp();
    const program = await world.start();
    await program.page.call('session.connect', { apiKey: DEMO_KEY });
    await world.clock.advance(1_000);
    await program.page.call('session.signOut', {});
    expect(await session(program)).toMatchObject({ state: 'first-run', keyIn: 'none', durable: false });
    expect(world.keychain.entries()).toEqual([]);
    expect(await total(program)).toBe('no_key');
    expect(await program.page.call('session.connect', { apiKey: DEMO_KEY })).toMatchObject({ ok: true });
  });
});

describe('the keychain', () => {
  it('that is missing keeps the key until the program ends, and writes nothing to disk', async () => {
    const world = setUp();
    world.keychain.set('unavailable');
    const program = await world.start();
    const said = { state: 'first-run', problem: { code: 'keychain_missing' } };
    expect(await session(program)).toMatchObject(said);
    await program.page.call('session.connect', { apiKey: 'wrong' });
    expect(await session(program)).toMatchObject(said);
    await program.page.call('session.connect', { apiKey: DEMO_KEY });
    expect(await session(program)).toMatchObject({ state: 'signed-in', keyIn: 'memory', durable: false });
    await program.app.stop();
    expect(await session(await world.start())).toMatchObject(said);
  });

  it('that is locked at login is no sign-in: it is picked up when it opens, without a restart', async () => {
    const world = setUp();
    const program = await lockedOf(world);
    expect(await session(program)).toMatchObject({
      state: 'keychain-locked',
      problem: { code: 'keychain_locked' },
    });
    await world.clock.advance(60_000);
    world.keychain.set('open');
    await world.clock.advance(15_000);
    expect(await session(program)).toMatchObject({ state: 'signed-in', keyIn: 'keychain', durable: true });
    expect(await total(program)).toBe(3);
  });

  it('that is locked keeps what it holds when another key is typed for now', async () => {
    const world = setUp();
    const program = await lockedOf(world);
    await program.page.call('session.connect', { apiKey: DEMO_KEY });
    expect(await session(program)).toMatchObject({ state: 'signed-in', keyIn: 'memory', durable: false });
    await program.app.stop();
    world.keychain.set('open');
    expect(await session(await world.start())).toMatchObject({ state: 'signed-in', keyIn: 'keychain' });
  });

  it('never gets a new database key while files exist that only the old one opens', async () => {
    const world = setUp();
    const first = await world.start();
    await first.page.call('session.connect', { apiKey: DEMO_KEY });
    await first.app.stop();
    const entry = world.keychain.entries().find((name) => name.startsWith('database-key')) ?? '';
    await world.keychain.remove(entry);
    const program = await world.start();
    expect(await session(program)).toMatchObject({ state: 'keychain-locked' });
    expect(world.keychain.entries()).not.toContain(entry);
  });
});

describe('a key for this run that is refused later', () => {
  it('gives way to a typed one, and drafts and waiting replies stay', async () => {
    const world = setUp({ keyForThisRun: new Secret(DEMO_KEY) });
    const program = await world.start();
    await world.clock.advance(2_000);
    const ticketId = world.api.tickets()[0]?.id ?? '';
    world.api.setStatus(ticketId, 'open');
    world.api.setKey(DEMO_KEY, null);
    await program.page.call('draft.save', { ticketId, text: 'halvt', encrypted: false });
    const send = { id: 'one', ticketId, text: 'väntar', encrypted: false, reopen: true, replaces: '' };
    await program.page.call('reply.send', send);
    await world.clock.advance(5_000);
    expect(await session(program)).toMatchObject({ state: 'signed-out' });
    world.api.setKey('second', ['read:support', 'write:support']);
    await program.page.call('session.connect', { apiKey: 'second' });
    await world.clock.advance(400_000);
    expect(world.api.applied().map((reply) => reply.message)).toEqual(['väntar']);
    expect(await program.page.call('draft.get', { ticketId })).toMatchObject({ value: { text: 'halvt' } });
    expect(world.keychain.entries().filter((entry) => entry.startsWith('api-key'))).toEqual([]);
  });
});
