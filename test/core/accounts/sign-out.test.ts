// Signing out one of several accounts ends that one alone, to the last byte.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { failure } from '../../../electron/contract/codes.ts';
import type { Keychain } from '../../../electron/core/ports.ts';
import { StoreError } from '../../../electron/core/records.ts';
import { createWorldUnderTest } from '../../fakes/program-under-test.ts';
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

describe('signing out of all', () => {
  it('goes on past one whose key stays in the keychain, and leaves that one alone', async () => {
    const { agency, program: before, a, b } = await withTwo();
    await before.app.stop();
    const { remove } = agency.keychain;
    const keychain: Keychain = {
      ...agency.keychain,
      remove: async (entry) => (entry === `api-key:${a}` ? failure('keychain_locked') : remove(entry)),
    };
    const program = await agency.start({ keychain });
    const told: unknown[] = [];
    program.page.on('changed', ({ topics }) => told.push(...topics));
    expect(await program.page.call('session.signOut', {})).toEqual(failure('keychain_locked'));
    await agency.clock.advance(10);
    expect(told).toContain('session');
    expect(await idsOf(program)).toEqual([a]);
    expect(agency.keychain.entries().filter((entry) => entry.endsWith(b))).toEqual([]);
    expect(existsSync(join(agency.folder, 'accounts', b))).toBe(false);
    expect(await rowsOf(program)).toHaveLength(3);
  });
});

describe('files that cannot be removed', () => {
  it('keep their account in sight, without its key, until they can', async () => {
    const { agency, program: before, a, b } = await withTwo();
    await before.app.stop();
    let isStuck = true;
    const wipe = (id: string) => {
      if (isStuck && id === a) throw new StoreError('store_read_only');
      agency.stores.wipe(id);
    };
    const program = await agency.start({ stores: { ...agency.stores, wipe } });
    const out = () => program.page.call('account.signOut', { accountId: a });
    expect(await out()).toEqual(failure('store_read_only'));
    expect((await sessionOf(program)).accounts.find(({ id }) => id === a)).toMatchObject({
      state: 'signed-out',
      problem: { code: 'store_read_only' },
    });
    expect(agency.keychain.entries().some((entry) => entry.endsWith(a))).toBe(false);
    isStuck = false;
    expect(await out()).toMatchObject({ ok: true });
    expect(await idsOf(program)).toEqual([b]);
    expect(agency.settings().accounts.map(({ id }) => id)).toEqual([b]);
  });
});

describe('a reply that is being sent at that moment', () => {
  it('may arrive, once, and its answer finds nobody and breaks nothing', async () => {
    let arrive = () => {};
    const hold = new Promise<void>((go) => {
      arrive = go;
    });
    const world = createWorldUnderTest({
      api: { tickets: 3 },
      wrap: (inner) => ({
        ...inner,
        async request(request) {
          if (request.method === 'POST' && request.path.endsWith('/messages')) await hold;
          return inner.request(request);
        },
      }),
    });
    ends.push(world.remove);
    const program = await world.signedIn();
    ends.push(() => program.app.stop());
    const ticketId = world.api.tickets()[0]?.id ?? '';
    world.api.setStatus(ticketId, 'open');
    const reply = { id: 'one', ticketId, text: 'på väg', encrypted: false, reopen: true, replaces: '' };
    await program.page.call('reply.send', reply);
    await world.clock.advance(1_000);
    expect(await ask(program, 'outbox.list', {})).toMatchObject([{ state: 'sending' }]);
    const out = program.page.call('session.signOut', {});
    await world.clock.advance(5_000);
    expect(await out).toMatchObject({ ok: true, value: { state: 'first-run' } });
    arrive();
    await world.clock.advance(60_000);
    expect(world.api.applied().map(({ message }) => message)).toEqual(['på väg']);
    expect(world.keychain.entries()).toEqual([]);
    expect(readdirSync(join(world.folder, 'accounts'))).toEqual([]);
    expect(world.bugs).toEqual([]);
  });
});
