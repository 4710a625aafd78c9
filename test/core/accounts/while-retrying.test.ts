// A keychain that is tried again while accounts are signed out, added or given another key: whatever comes first, nothing
// of a signed-out account stays behind, and no key is in use twice.
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import type { Keychain } from '../../../electron/core/ports.ts';
import { anAgency, ask, sessionOf } from './agency.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Signed in before, and started while the keychain is locked, which it is no more. */
async function setUp() {
  const agency = anAgency(ends, ['key-a']);
  const before = await agency.start();
  await ask(before, 'session.connect', { apiKey: 'key-a' });
  await agency.clock.advance(3_000);
  await before.app.stop();
  agency.keychain.set('locked');
  let hesitates: { readonly what: RegExp; readonly until: Promise<void> } | null = null;
  const hesitating =
    <R>(name: 'read' | 'remove', work: (entry: string) => Promise<R>) =>
    async (entry: string) => {
      const asked = hesitates?.what.test(`${name} ${entry}`) ? hesitates : null;
      if (asked) hesitates = null;
      await asked?.until;
      return work(entry);
    };
  const { read, write, remove } = agency.keychain;
  const keychain: Keychain = {
    read: hesitating('read', read),
    write,
    remove: hesitating('remove', remove),
  };
  const program = await agency.start({ keychain });
  expect(await sessionOf(program)).toMatchObject({ state: 'keychain-locked' });
  agency.keychain.set('open');
  /** the keychain asks for a password before it answers this, once */
  const asksAbout = (what: RegExp) => {
    const typed = Promise.withResolvers<void>();
    hesitates = { what, until: typed.promise };
    return typed.resolve;
  };
  /** lets all happen that waits for nothing but its turn */
  const settle = async () => {
    for (let turns = 0; turns < 20; turns += 1) await turn();
    await agency.clock.advance(0);
  };
  return { ...agency, program, asksAbout, settle };
}

it('leaves nothing in the keychain of an account that is signed out meanwhile', async () => {
  const { asksAbout, keychain, program, settle } = await setUp();
  const answer = asksAbout(/^read database-key:/);
  const retried = program.page.call('session.retryKeychain', {});
  await settle();
  const signedOut = program.page.call('session.signOut', {});
  await settle();
  answer();
  expect(await retried).toMatchObject({ ok: true });
  expect(await signedOut).toMatchObject({ value: { state: 'first-run' } });
  await settle();
  expect(keychain.entries()).toEqual([]);
});

it('opens no account with a key that is being added as another one', async () => {
  const { asksAbout, program, settle } = await setUp();
  const answer = asksAbout(/^remove api-key:none$/);
  const added = program.page.call('account.add', { apiKey: 'key-a', name: 'Bageriet' });
  await settle();
  expect(await program.page.call('session.retryKeychain', {})).toMatchObject({
    value: { state: 'signed-in' },
  });
  answer();
  expect(await added).toMatchObject({ ok: false, code: 'key_in_use' });
  expect((await sessionOf(program)).accounts).toMatchObject([{ state: 'signed-in' }]);
});

it('keeps the key that was typed meanwhile', async () => {
  const { alias, asked, asksAbout, clock, customer, program, settle } = await setUp();
  customer('key-a').setKey('key-a2', ['read:support', 'write:support']);
  alias('key-a2', 'key-a');
  const answer = asksAbout(/^read api-key:/);
  const retried = program.page.call('session.retryKeychain', {});
  await settle();
  const typed = program.page.call('session.connect', { apiKey: 'key-a2' });
  await settle();
  answer();
  expect(await typed).toMatchObject({ value: { state: 'signed-in' } });
  expect(await retried).toMatchObject({ ok: true });
  asked.length = 0;
  await clock.advance(120_000);
  expect(new Set(asked.map(({ key }) => key))).toEqual(new Set(['key-a2']));
});
