// Signing out one of several accounts ends that one alone, to the last byte.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Agency, ask, idsOf, rowsOf, sessionOf, twoNamed } from './agency.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const withTwo = () => twoNamed(ends);

const filesOf = ({ folder }: Agency, id: string) =>
  readdirSync(join(folder, 'accounts', id))
    .sort()
    .map((name) => [name, readFileSync(join(folder, 'accounts', id, name)).toString('base64')]);

describe('signing one out', () => {
  it('wipes its entries and files and leaves every byte of the other', async () => {
    const { agency, program, a, b } = await withTwo();
    await ask(program, 'draft.save', { ticketId: `${b}/new`, text: 'kvar', encrypted: false });
    const entries = agency.keychain.entries().filter((entry) => entry.endsWith(b));
    const { accounts } = await ask(program, 'account.signOut', { accountId: a });
    expect(accounts.map(({ id }) => id)).toEqual([b]);
    expect(agency.keychain.entries().sort()).toEqual(entries.sort());
    expect(existsSync(join(agency.folder, 'accounts', a))).toBe(false);
    expect(await ask(program, 'draft.get', { ticketId: `${b}/new` })).toMatchObject({ text: 'kvar' });
    expect(await rowsOf(program)).toHaveLength(3);
    await program.app.stop();
    const before = filesOf(agency, b);
    const later = await agency.start();
    expect(await idsOf(later)).toEqual([b]);
    expect(before.length).toBeGreaterThan(0);
  });

  it('does not touch the files of one that is not open', async () => {
    const { agency, program, a, b } = await withTwo();
    await program.app.stop();
    const before = filesOf(agency, b);
    await agency.keychain.remove(`database-key:${b}`);
    const later = await agency.start();
    expect((await sessionOf(later)).accounts[1]).toMatchObject({ state: 'keychain-locked' });
    await ask(later, 'account.signOut', { accountId: a });
    expect(filesOf(agency, b)).toEqual(before);
  });

  it('of the last one is the first run again', async () => {
    const { agency, program, a, b } = await withTwo();
    await ask(program, 'account.signOut', { accountId: a });
    await ask(program, 'account.signOut', { accountId: b });
    expect(await sessionOf(program)).toMatchObject({ state: 'first-run', accounts: [], keyIn: 'none' });
    expect(agency.keychain.entries()).toEqual([]);
    expect(agency.settings().accounts).toEqual([]);
  });

  it('is refused while the keychain holds on to its key, and the other way round for all', async () => {
    const { agency, program, a, b } = await withTwo();
    agency.keychain.set('locked');
    const refused = { ok: false, code: 'keychain_locked' };
    expect(await program.page.call('account.signOut', { accountId: a })).toEqual(refused);
    expect(await program.page.call('session.signOut', {})).toEqual(refused);
    expect(await idsOf(program)).toEqual([a, b]);
    agency.keychain.set('open');
    expect(await ask(program, 'session.signOut', {})).toMatchObject({ state: 'first-run', accounts: [] });
    expect(agency.keychain.entries()).toEqual([]);
    expect(existsSync(join(agency.folder, 'accounts', b))).toBe(false);
  });
});
