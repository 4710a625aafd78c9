// Signing out promises that the key is gone. Where the keychain does not let go of it, that is said and nothing changes.
import { afterEach, expect, it } from 'vitest';
import { DEMO_KEY } from '../../electron/demo/api.ts';
import { createWorldUnderTest, type Program } from '../fakes/program-under-test.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const session = async ({ page }: Program) => {
  const answer = await page.call('session.get', {});
  return answer.ok ? answer.value : answer;
};

async function signedIn() {
  const world = createWorldUnderTest({ api: { tickets: 3 } });
  ends.push(world.remove);
  const start = async () => {
    const program = await world.start();
    ends.push(() => program.app.stop());
    return program;
  };
  const program = await start();
  await program.page.call('session.connect', { apiKey: DEMO_KEY });
  await world.clock.advance(1_000);
  return { world, program, start };
}

it('is refused while the keychain is locked, and works once it is open', async () => {
  const { world, program } = await signedIn();
  world.keychain.set('locked');
  expect(await program.page.call('session.signOut', {})).toEqual({ ok: false, code: 'keychain_locked' });
  expect(await session(program)).toMatchObject({ state: 'signed-in', keyIn: 'keychain' });
  expect(world.keychain.entries()).toHaveLength(2);
  expect(world.settings().accounts).toHaveLength(1);

  world.keychain.set('open');
  expect(await program.page.call('session.signOut', {})).toMatchObject({ ok: true });
  expect(world.keychain.entries()).toEqual([]);
  expect(world.settings().accounts).toEqual([]);
});

it('is refused when it was locked from the start, which is still tried again by itself', async () => {
  const { world, program, start } = await signedIn();
  await program.app.stop();
  world.keychain.set('locked');
  const later = await start();
  expect(await later.page.call('session.signOut', {})).toEqual({ ok: false, code: 'keychain_locked' });
  world.keychain.set('open');
  await world.clock.advance(11_000);
  expect(await session(later)).toMatchObject({ state: 'signed-in' });
});

it('is refused when the keychain that gave the key is out of reach for now', async () => {
  const { world, program } = await signedIn();
  world.keychain.set('unavailable');
  expect(await program.page.call('session.signOut', {})).toEqual({ ok: false, code: 'keychain_locked' });
  expect(world.keychain.entries()).toHaveLength(2);
});

it('works without a keychain: there is nothing in it to leave behind', async () => {
  const world = createWorldUnderTest({ api: { tickets: 3 } });
  ends.push(world.remove);
  world.keychain.set('unavailable');
  const program = await world.start();
  ends.push(() => program.app.stop());
  await program.page.call('session.connect', { apiKey: DEMO_KEY });
  expect(await session(program)).toMatchObject({ state: 'signed-in', keyIn: 'memory' });
  expect(await program.page.call('session.signOut', {})).toMatchObject({ ok: true });
  expect(await session(program)).toMatchObject({ state: 'first-run', keyIn: 'none' });
});

it('works for who once had a keychain and has none any more', async () => {
  const { world, program, start } = await signedIn();
  await program.app.stop();
  world.keychain.set('unavailable');
  const later = await start();
  expect(await session(later)).toMatchObject({ state: 'keychain-locked' });
  expect(await later.page.call('session.signOut', {})).toMatchObject({ ok: true });
  expect(world.settings().accounts).toEqual([]);
});
