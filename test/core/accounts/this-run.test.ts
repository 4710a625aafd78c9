// A run with a key from the environment has one account of its own. The saved ones are not shown, and not touched.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { failure } from '../../../electron/contract/codes.ts';
import { Secret } from '../../../electron/core/secret.ts';
import { ask, idsOf, rowsOf, sessionOf, twoNamed } from './agency.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const keyForThisRun = new Secret('key-c');

/** Two saved accounts, and the run of a third key over them. */
async function aRun() {
  const { agency, program: before, a, b } = await twoNamed(ends);
  await before.app.stop();
  const saved = [...agency.keychain.entries()].sort();
  return { agency, saved, a, b };
}

describe('signing out in it', () => {
  it.each(['all', 'the only account'])('as %s wipes its own files and entry alone', async (which) => {
    const { agency, saved, a, b } = await aRun();
    const program = await agency.start({ keyForThisRun });
    const [id = ''] = await idsOf(program);
    expect(existsSync(join(agency.folder, 'accounts', id))).toBe(true);
    const session =
      which === 'all'
        ? await ask(program, 'session.signOut', {})
        : await ask(program, 'account.signOut', { accountId: id });
    expect(session.accounts.map((account) => account.id)).toEqual([a, b]);
    expect(existsSync(join(agency.folder, 'accounts', id))).toBe(false);
    expect(agency.keychain.entries().sort()).toEqual(saved);
    await agency.clock.advance(3_000);
    expect(await rowsOf(program)).toHaveLength(6);
  });
});

describe('a key typed in it', () => {
  it('is for this run also when its databases do not open, and no saved key is replaced', async () => {
    const { agency, saved, a, b } = await aRun();
    await agency.keychain.write(`api-key:${a}`, new Secret('key-a'));
    const home = join(agency.folder, 'accounts');
    // the databases of the run cannot be made for now
    const program = await agency.start({
      keyForThisRun,
      stores: { ...agency.stores, open: () => failure('store_read_only') },
    });
    expect(await sessionOf(program)).toMatchObject({
      state: 'signed-out',
      accounts: [{ problem: { code: 'store_read_only' } }],
    });
    const answer = await program.page.call('session.connect', { apiKey: 'key-b' });
    expect(answer).toMatchObject({ code: 'store_read_only' });
    const inPlaceOf = await program.page.call('session.connect', { apiKey: 'key-b', accountId: a });
    expect(inPlaceOf).toMatchObject({ code: 'not_found' });
    expect(await agency.keychain.read(`api-key:${a}`)).toMatchObject({ state: 'found' });
    await program.app.stop();
    const later = await agency.start();
    expect(await idsOf(later)).toEqual([a, b]);
    expect(
      agency.keychain
        .entries()
        .filter((entry) => !entry.includes('run-'))
        .sort(),
    ).toEqual(saved);
    expect(existsSync(home)).toBe(true);
    expect((await sessionOf(later)).accounts).toMatchObject([{ state: 'signed-in' }, { state: 'signed-in' }]);
  });

  it('opens it once they do', async () => {
    const { agency } = await aRun();
    let shut = true;
    const open: typeof agency.stores.open = (...given) =>
      shut ? failure('store_full') : agency.stores.open(...given);
    const program = await agency.start({ keyForThisRun, stores: { ...agency.stores, open } });
    expect(await sessionOf(program)).toMatchObject({ state: 'signed-out' });
    shut = false;
    await ask(program, 'session.connect', { apiKey: 'key-c' });
    await agency.clock.advance(3_000);
    expect(await sessionOf(program)).toMatchObject({ state: 'signed-in', keyIn: 'run' });
    expect(await rowsOf(program)).toHaveLength(3);
  });
});

describe('a typed key whose account does not open', () => {
  it('is not kept in the place of the old one', async () => {
    const { agency, a } = await aRun();
    const opening = (shut: string) => ({
      ...agency.stores,
      open: (...given: Parameters<typeof agency.stores.open>) =>
        given[0] === shut ? failure('store_read_only') : agency.stores.open(...given),
    });
    const program = await agency.start({ stores: opening(a) });
    agency.customer('key-a').setKey('key-a2', ['read:support']);
    agency.alias('key-a2', 'key-a');
    const answer = await program.page.call('session.connect', { apiKey: 'key-a2', accountId: a });
    expect(answer).toMatchObject({ code: 'store_read_only' });
    const kept = await agency.keychain.read(`api-key:${a}`);
    expect(kept.state === 'found' && kept.secret.reveal()).toBe('key-a');
  });
});

describe('the demo in it', () => {
  it('gives way to the run again', async () => {
    const { agency } = await aRun();
    const program = await agency.start({ keyForThisRun });
    const [id] = await idsOf(program);
    await ask(program, 'session.demo', {});
    await ask(program, 'session.signOut', {});
    expect(await sessionOf(program)).toMatchObject({ demo: false, keyIn: 'run', accounts: [{ id }] });
  });
});
