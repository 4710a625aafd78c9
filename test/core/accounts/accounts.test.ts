import { afterEach, describe, expect, it } from 'vitest';
import { Secret } from '../../../electron/core/secret.ts';
import type { Program } from '../../fakes/program-under-test.ts';
import { anAgency, ask, idsOf, offline, rowsOf, sessionOf, twoNamed } from './agency.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const withTwo = () => twoNamed(ends);

describe('adding an account', () => {
  it('keeps its key beside the first one and opens both again at the next start', async () => {
    const { agency, program, a, b } = await withTwo();
    expect(await sessionOf(program)).toMatchObject({
      state: 'signed-in',
      accounts: [
        { id: a, name: '', colour: 'blue', state: 'signed-in', keyIn: 'keychain', durable: true },
        { id: b, name: 'Bageriet', colour: 'green', state: 'signed-in', keyIn: 'keychain', durable: true },
      ],
    });
    expect(agency.keychain.entries().sort()).toEqual(
      [`api-key:${a}`, `api-key:${b}`, `database-key:${a}`, `database-key:${b}`].sort(),
    );
    await program.app.stop();
    const later = await agency.start();
    expect(await idsOf(later)).toEqual([a, b]);
    expect(await rowsOf(later)).toHaveLength(6);
  });

  it.each([
    ['a wrong key', 'no-such-key', 'unauthorized'],
    ['an empty one', '  ', 'unauthorized'],
    ['the key of another account', 'key-a', 'key_in_use'],
  ])('keeps nothing of %s', async (_name, apiKey, code) => {
    const { agency, program, a, b } = await withTwo();
    const before = agency.keychain.entries();
    expect(await program.page.call('account.add', { apiKey, name: 'X' })).toMatchObject({ ok: false, code });
    expect(agency.keychain.entries()).toEqual(before);
    expect(agency.settings().accounts.map(({ id }) => id)).toEqual([a, b]);
    expect(await sessionOf(program)).toMatchObject({ state: 'signed-in', problem: null });
  });

  it.each(['Bageriet', ' bAGERIET '])('takes the name %j once, at adding and at renaming', async (name) => {
    const { agency, program, a, b } = await withTwo();
    const before = agency.keychain.entries();
    const taken = { ok: false, code: 'name_in_use' };
    expect(await program.page.call('account.add', { apiKey: 'key-c', name })).toMatchObject(taken);
    expect(await program.page.call('account.change', { accountId: a, name })).toMatchObject(taken);
    expect(agency.keychain.entries()).toEqual(before);
    const its = await program.page.call('account.change', { accountId: b, name });
    expect(its).toMatchObject({ ok: true, value: { accounts: [{ name: '' }, { name: name.trim() }] } });
    expect(await program.page.call('account.change', { accountId: b, name: '' })).toMatchObject({ ok: true });
  });

  it('takes the same key once, however often it is sent at once', async () => {
    const { agency, program } = await withTwo();
    const add = () => program.page.call('account.add', { apiKey: 'key-c', name: 'C' });
    const answers = await Promise.all([add(), add(), add()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.code === 'key_in_use')).toHaveLength(2);
    expect(agency.settings().accounts).toHaveLength(3);
  });

  it('is refused in the demo and with a key for this run', async () => {
    const demo = anAgency(ends, ['key-a'], { startInDemo: true });
    const run = anAgency(ends, ['key-a'], { keyForThisRun: new Secret('key-a') });
    for (const agency of [demo, run]) {
      const program = await agency.start();
      expect(await idsOf(program)).toHaveLength(1);
      const answer = await program.page.call('account.add', { apiKey: 'key-a', name: '' });
      expect(answer).toMatchObject({ code: 'refused' });
    }
  });

  it.each([
    ['before the keychain is asked', 'api-key'],
    ['before the databases have a key', 'database-key'],
  ])('loses no key when the program is killed %s', async (_name, entry) => {
    const { agency, program: before, a } = await withTwo();
    await before.app.stop();
    // from that write on nothing happens any more, as after a kill
    const { write } = agency.keychain;
    const hang = new Promise<never>(() => {});
    const keychain = {
      ...agency.keychain,
      write: (name: string, secret: Secret) => (name.startsWith(entry) ? hang : write(name, secret)),
    };
    const program = await agency.start({ keychain });
    void program.page.call('account.add', { apiKey: 'key-c', name: 'Studio' });
    await agency.clock.advance(1_000);
    const left = agency.settings().accounts.at(-1);
    expect(left).toMatchObject({ name: 'Studio' });

    const later = await agency.start();
    const third = (await sessionOf(later)).accounts[2];
    expect(third).toMatchObject({ id: left?.id, name: 'Studio' });
    const known = agency.settings().accounts.map(({ id }) => id);
    for (const kept of agency.keychain.entries()) expect(known).toContain(kept.split(':')[1]);
    if (third?.state !== 'signed-in')
      await ask(later, 'session.connect', { apiKey: 'key-c', accountId: third?.id ?? '' });
    await agency.clock.advance(3_000);
    expect(await rowsOf(later)).toHaveLength(9);
    expect((await idsOf(later))[0]).toBe(a);
  });
});

describe('the first account', () => {
  it('asks for its key at the next start when the program was killed before the keychain had it', async () => {
    const agency = anAgency(ends);
    const { write } = agency.keychain;
    const hang = new Promise<never>(() => {});
    const keychain = {
      ...agency.keychain,
      write: (name: string, secret: Secret) => (name.startsWith('api-key') ? hang : write(name, secret)),
    };
    const program = await agency.start({ keychain });
    void program.page.call('session.connect', { apiKey: 'key-a' });
    await agency.clock.advance(3_000);
    await program.app.stop();
    const later = await agency.start();
    const [id = ''] = await idsOf(later);
    expect(await sessionOf(later)).toMatchObject({ state: 'signed-out', problem: { code: 'no_key' } });
    await ask(later, 'session.connect', { apiKey: 'key-a', accountId: id });
    await agency.clock.advance(3_000);
    expect(await sessionOf(later)).toMatchObject({ state: 'signed-in', keyIn: 'keychain' });
    expect(agency.settings().accounts).toHaveLength(1);
  });
});

describe('name and colour', () => {
  it('are the user’s, and stay', async () => {
    const { agency, program, a, b } = await withTwo();
    await ask(program, 'account.change', { accountId: a, name: ' Åkeri & Söner AB ', colour: 'rose' });
    await ask(program, 'account.change', { accountId: b, colour: 'slate' });
    await program.app.stop();
    expect((await sessionOf(await agency.start())).accounts).toMatchObject([
      { id: a, name: 'Åkeri & Söner AB', colour: 'rose' },
      { id: b, name: 'Bageriet', colour: 'slate' },
    ]);
  });

  it('cannot be given to an account that is not there', async () => {
    const { program } = await withTwo();
    const answer = await program.page.call('account.change', { accountId: 'nobody', name: 'X' });
    expect(answer).toMatchObject({ code: 'not_found' });
  });

  it('of a new account is the first colour that is free', async () => {
    const { program, a } = await withTwo();
    await ask(program, 'account.signOut', { accountId: a });
    const { accounts } = await ask(program, 'account.add', { apiKey: 'key-c', name: 'C' });
    expect(accounts.map(({ colour }) => colour)).toEqual(['green', 'blue']);
  });
});

describe('a new key', () => {
  it('must say whose it is where there are several', async () => {
    const { program, b } = await withTwo();
    expect(await program.page.call('session.connect', { apiKey: 'key-c' })).toMatchObject({
      code: 'invalid_request',
      fields: [{ pointer: '/accountId' }],
    });
    expect(
      await program.page.call('session.connect', { apiKey: 'key-c', accountId: 'nobody' }),
    ).toMatchObject({
      code: 'not_found',
    });
    expect(await program.page.call('session.connect', { apiKey: 'key-a', accountId: b })).toMatchObject({
      code: 'key_in_use',
    });
  });

  it('brings back the account whose old one was revoked, and touches no other', async () => {
    const { agency, program, a, b } = await withTwo();
    agency.trouble.set('key-b', { status: 401 });
    await agency.clock.advance(120_000);
    expect((await sessionOf(program)).accounts[1]).toMatchObject({ state: 'signed-out' });
    expect(await program.page.call('session.connect', { apiKey: 'wrong', accountId: b })).toMatchObject({
      code: 'unauthorized',
    });
    expect(await rowsOf(program)).toHaveLength(6);
    agency.trouble.clear();
    await ask(program, 'session.connect', { apiKey: 'key-b', accountId: b });
    expect((await sessionOf(program)).accounts).toMatchObject([
      { id: a, state: 'signed-in' },
      { id: b, state: 'signed-in', problem: null },
    ]);
  });
});

describe('one account’s trouble', () => {
  it('with its keychain entry leaves the other signed in, and passes by itself', async () => {
    const { agency, program, a, b } = await withTwo();
    await program.app.stop();
    const { read } = agency.keychain;
    let locked = true;
    const later = await agency.start({
      keychain: {
        ...agency.keychain,
        read: async (entry) => (locked && entry.endsWith(b) ? { state: 'locked' } : read(entry)),
      },
    });
    await agency.clock.advance(3_000);
    expect(await sessionOf(later)).toMatchObject({
      state: 'signed-in',
      problem: null,
      accounts: [
        { id: a, state: 'signed-in' },
        { id: b, state: 'keychain-locked', problem: { code: 'keychain_locked' } },
      ],
    });
    expect(await rowsOf(later)).toHaveLength(3);
    const shut = await later.page.call('tickets.counts', { account: b });
    expect(shut).toMatchObject({ code: 'no_key' });
    locked = false;
    await agency.clock.advance(15_000);
    expect((await sessionOf(later)).accounts[1]).toMatchObject({ state: 'signed-in' });
    expect(await rowsOf(later)).toHaveLength(6);
  });

  it('that has another account’s key in the keychain is shut, and nothing is sent twice', async () => {
    const { agency, program, a, b } = await withTwo();
    await program.app.stop();
    await agency.keychain.write(`api-key:${b}`, new Secret('key-a'));
    const later = await agency.start();
    const { accounts } = await sessionOf(later);
    expect(accounts.filter(({ state }) => state === 'signed-in')).toHaveLength(1);
    expect(accounts.filter(({ problem }) => problem?.code === 'key_in_use')).toHaveLength(1);
    expect(accounts.map(({ id }) => id)).toEqual([a, b]);
  });

  it('is a key that was typed for the second while the first was locked', async () => {
    const { agency, program, a, b } = await withTwo();
    await program.app.stop();
    const { read } = agency.keychain;
    let locked = true;
    const keychain = {
      ...agency.keychain,
      read: async (entry: string) =>
        locked && entry.endsWith(a) ? ({ state: 'locked' } as const) : read(entry),
    };
    const later = await agency.start({ keychain });
    await ask(later, 'session.connect', { apiKey: 'key-a', accountId: b });
    locked = false;
    await agency.clock.advance(15_000);
    expect((await sessionOf(later)).accounts).toMatchObject([
      { id: a, state: 'signed-out', problem: { code: 'key_in_use' } },
      { id: b, state: 'signed-in' },
    ]);
  });

  it('with the network shows what is kept of both', async () => {
    const { agency, program, b } = await withTwo();
    agency.trouble.set('key-b', offline);
    await agency.clock.advance(120_000);
    expect(await rowsOf(program)).toHaveLength(6);
    expect(await rowsOf(program, { accounts: [b] })).toHaveLength(3);
  });

  it('is told to support by place and colour, without names', async () => {
    const { agency, program, a, b } = await withTwo();
    agency.trouble.set('key-b', { status: 401 });
    await agency.clock.advance(120_000);
    const { text } = await ask(program, 'diagnostics.get', {});
    expect(text).toMatch(/^account: 1 blue$/m);
    expect(text).toMatch(/^account: 2 green$/m);
    expect(text).toMatch(/^account problem: unauthorized$/m);
    for (const secret of ['Bageriet', 'key-a', 'key-b', a, b]) expect(text).not.toContain(secret);
  });
});

describe('the whole', () => {
  it('is summed up for the tray', async () => {
    const { agency, program } = await withTwo();
    const needsYou = async (of: Program) => (await ask(of, 'tickets.counts', {})).needsYou;
    expect(agency.settings().accounts).toHaveLength(2);
    expect(program.app.summary()).toMatchObject({
      needsYou: await needsYou(program),
      connection: { state: 'up-to-date' },
      session: { state: 'signed-in' },
    });
  });

  it('offers the ticket that needs the user most, whose it may be', async () => {
    const { agency, program, b } = await withTwo();
    const { id } = agency.customer('key-b').addTicket({ subject: 'Bråttom' });
    agency.customer('key-b').staffReply(id, 'Svara oss');
    await agency.clock.advance(120_000);
    expect(await ask(program, 'quick.get', {})).toEqual({ ticketId: `${b}/${id}` });
  });
});
