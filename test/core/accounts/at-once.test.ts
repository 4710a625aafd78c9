// Two verbs about who is signed in, begun at the same moment: they come one after the other, and neither undoes more
// than it was asked to.
import { afterEach, describe, expect, it } from 'vitest';
import type { Program } from '../../fakes/program-under-test.ts';
import { anAgency, ask, idsOf, rowsOf, sessionOf, twoNamed } from './agency.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** In the demo, with two accounts beneath it. */
async function inDemo() {
  const { agency, program: before, a, b } = await twoNamed(ends);
  await before.app.stop();
  const program = await agency.start({ startInDemo: true });
  expect(await sessionOf(program)).toMatchObject({ demo: true });
  return { agency, program, a, b };
}

type Setting = Awaited<ReturnType<typeof twoNamed>>;
const verbs: Readonly<Record<string, (program: Program, setting: Setting) => Promise<unknown>>> = {
  connect: ({ page }, { a }) => page.call('session.connect', { apiKey: 'key-a', accountId: a }),
  add: ({ page }) => page.call('account.add', { apiKey: 'key-c', name: 'C' }),
  demo: ({ page }) => page.call('session.demo', {}),
  signOut: ({ page }) => page.call('session.signOut', {}),
  signOutOf: ({ page }, { b }) => page.call('account.signOut', { accountId: b }),
  leaveDemo: ({ page }) => page.call('account.signOut', { accountId: 'demo' }),
};
const pairs = Object.keys(verbs).flatMap((first) =>
  Object.keys(verbs).map((second) => [first, second] as const),
);
/** What may take a real account away. */
const ending = (name: string) => name === 'signOut' || name === 'signOutOf';

describe.each(pairs)('%s and %s', (first, second) => {
  const both = (program: Program, setting: Setting) =>
    Promise.all([verbs[first]?.(program, setting), verbs[second]?.(program, setting)]);

  async function isWhole(setting: Setting, program: Program): Promise<void> {
    await setting.agency.clock.advance(3_000);
    const session = await sessionOf(program);
    const ids = session.accounts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    if (!session.demo) expect(ids).toEqual(setting.agency.settings().accounts.map(({ id }) => id));
    for (const { id, keySaved } of setting.agency.settings().accounts) {
      expect(keySaved).toBe(true);
      expect(setting.agency.keychain.entries()).toContain(`api-key:${id}`);
    }
    expect(setting.agency.bugs).toEqual([]);
    await program.app.stop();
  }

  it('leave everything whole among real accounts', async () => {
    const setting = await twoNamed(ends);
    await both(setting.program, setting);
    const kept = setting.agency.settings().accounts.map(({ id }) => id);
    if (!ending(first) && !ending(second))
      expect(kept).toEqual(expect.arrayContaining([setting.a, setting.b]));
    await isWhole(setting, setting.program);
  }, 20_000);

  it('forget nobody in the demo', async () => {
    const setting = await inDemo();
    await both(setting.program, setting);
    const kept = setting.agency.settings().accounts.map(({ id }) => id);
    // an account is ended only by who names it, once the demo has been left
    const named = ending(second) && first !== 'signOutOf' ? second : '';
    expect(kept).toContain(setting.a);
    if (named !== 'signOutOf') expect(kept).toContain(setting.b);
    await isWhole(setting, setting.program);
  }, 20_000);
});

describe('in the demo', () => {
  it('leaving it twice signs nobody out', async () => {
    const { agency, program, a, b } = await inDemo();
    const leave = () => program.page.call('session.signOut', {});
    const answers = await Promise.all([leave(), leave(), leave()]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    await agency.clock.advance(3_000);
    expect(await idsOf(program)).toEqual([a, b]);
    expect(agency.keychain.entries()).toHaveLength(4);
    expect(await rowsOf(program)).toHaveLength(6);
  });

  it('asking for it twice gives one', async () => {
    const agency = anAgency(ends);
    const program = await agency.start();
    await Promise.all([ask(program, 'session.demo', {}), ask(program, 'session.demo', {})]);
    expect(await idsOf(program)).toEqual(['demo']);
  });

  it('a key typed twice opens one account', async () => {
    const agency = anAgency(ends);
    const program = await agency.start();
    await ask(program, 'session.demo', {});
    const type = (apiKey: string) => program.page.call('session.connect', { apiKey });
    await Promise.all([type('key-a'), type('key-a')]);
    await agency.clock.advance(3_000);
    expect(await idsOf(program)).toHaveLength(1);
    expect(agency.settings().accounts).toHaveLength(1);
    expect(await rowsOf(program)).toHaveLength(3);
  });

  it('an unknown account is not there, and the demo stays', async () => {
    const { program, a } = await inDemo();
    expect(await program.page.call('account.signOut', { accountId: a })).toMatchObject({ code: 'not_found' });
    expect(await sessionOf(program)).toMatchObject({ demo: true });
  });
});

describe('a sign-out while a new key is tried', () => {
  it('is the last word', async () => {
    const { agency, program, a, b } = await twoNamed(ends);
    const typed = program.page.call('session.connect', { apiKey: 'key-b', accountId: b });
    const out = program.page.call('account.signOut', { accountId: b });
    await Promise.all([typed, out]);
    await agency.clock.advance(3_000);
    expect(await idsOf(program)).toEqual([a]);
    expect(agency.keychain.entries().filter((entry) => entry.endsWith(b))).toEqual([]);
  });
});

describe('the end of the program', () => {
  it('does not wait for a verb that waits for a person, and nothing opens after it', async () => {
    const { agency, program: before, a } = await twoNamed(ends);
    await before.app.stop();
    let answer = () => {};
    const { write } = agency.keychain;
    const keychain = {
      ...agency.keychain,
      write: async (...given: Parameters<typeof write>) => {
        await new Promise<void>((go) => {
          answer = go;
        });
        return write(...given);
      },
    };
    const program = await agency.start({ keychain });
    void program.page.call('session.connect', { apiKey: 'key-a', accountId: a });
    await agency.clock.advance(1_000);
    await program.app.stop();
    answer();
    await agency.clock.advance(1_000);
    expect(await idsOf(program)).toEqual([]);
    expect(agency.keychain.entries()).toHaveLength(4);
    expect(await rowsOf(await agency.start())).toHaveLength(6);
  });
});

it('adding and renaming give a name to one of the two', async () => {
  const { agency, program, a } = await twoNamed(ends);
  const answers = await Promise.all([
    program.page.call('account.add', { apiKey: 'key-c', name: 'Nytt bageri' }),
    program.page.call('account.change', { accountId: a, name: 'nytt Bageri' }),
  ]);
  expect(answers).toMatchObject([{ ok: true }, { ok: false, code: 'name_in_use' }]);
  const names = agency.settings().accounts.map(({ name }) => name.toLowerCase());
  expect(names.filter((name) => name === 'nytt bageri')).toHaveLength(1);
});
