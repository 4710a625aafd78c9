// What was written for one customer is never sent with another customer's key, whichever way that key comes.
import { afterEach, describe, expect, it } from 'vitest';
import type { Input } from '../../../electron/contract/calls.ts';
import { Secret } from '../../../electron/core/secret.ts';
import type { Program } from '../../fakes/program-under-test.ts';
import { type Agency, ask, createAgency, idsOf, offline, rowsOf, sessionOf } from './agency.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const scopes = ['read:support', 'write:support', 'read:account'] as const;
/** Each has tickets of its own. `key-a2` is another key of the first one. */
function agencyOf(tickets = 3) {
  const agency = createAgency(['key-a', 'key-c'], (key) => ({
    tickets,
    random: () => (key === 'key-a' ? 0.25 : 0.75),
  }));
  ends.push(agency.remove);
  const start = async (...given: Parameters<Agency['start']>) => {
    const program = await agency.start(...given);
    ends.push(() => program.app.stop());
    await agency.clock.advance(3_000);
    return program;
  };
  return { ...agency, start };
}
type Setting = ReturnType<typeof agencyOf>;

const newTicket: Omit<Input<'ticket.create'>, 'account'> = {
  id: 'form-1',
  departmentSlug: 'vps',
  subject: 'Ny VPS svarar inte',
  message: 'Bara för A',
  priority: 'medium',
  ccEmails: [],
  criticalReason: null,
  service: null,
};

/** A reply and a new ticket wait, because nothing goes out, and the key is refused later. */
async function waiting(agency: Setting, program: Program) {
  const [id = ''] = await idsOf(program);
  agency.trouble.set('key-a', offline);
  const [row] = await rowsOf(program);
  if (row) {
    const ticketId = row.id;
    const reply = {
      id: 'reply-1',
      ticketId,
      text: 'Svar från A',
      encrypted: false,
      reopen: true,
      replaces: '',
    };
    await ask(program, 'reply.send', reply);
  }
  const created = ask(program, 'ticket.create', { ...newTicket, account: id });
  await agency.clock.advance(16_000);
  await created;
  await ask(program, 'draft.save', { ticketId: `${id}/new`, text: 'utkast', encrypted: false });
  return id;
}

async function nothingWentToC(agency: Setting, subjects: readonly (string | null)[]): Promise<void> {
  await agency.clock.advance(400_000);
  expect(
    agency
      .customer('key-c')
      .tickets()
      .map(({ subject }) => subject),
  ).toEqual(subjects);
  expect(agency.customer('key-c').applied()).toEqual([]);
  expect(
    agency.asked.filter(
      ({ key, method, path }) => key === 'key-c' && method === 'POST' && /messages/.test(path),
    ),
  ).toEqual([]);
}
const subjectsOf = (agency: Setting) =>
  agency
    .customer('key-c')
    .tickets()
    .map(({ subject }) => subject);
const texts = async (program: Program) =>
  (await ask(program, 'outbox.list', {})).map(({ text, state }) => [text, state]);

/** The replies that HostUp has of customer A. */
const appliedOfA = (agency: Setting) =>
  agency
    .customer('key-a')
    .applied()
    .map(({ message }) => message);

describe('another customer’s key typed for an account', () => {
  it('is refused, and everything that waits stays and waits', async () => {
    const agency = agencyOf();
    const program = await agency.start();
    await ask(program, 'session.connect', { apiKey: 'key-a' });
    await agency.clock.advance(3_000);
    const id = await waiting(agency, program);
    const [subjects, before] = [subjectsOf(agency), await texts(program)];
    const refused = { ok: false, code: 'other_customer' };
    const type = (apiKey: string) => program.page.call('session.connect', { apiKey, accountId: id });
    expect(await type('key-c')).toEqual(refused);
    expect(await texts(program)).toEqual(before);
    expect(await ask(program, 'draft.get', { ticketId: `${id}/new` })).toMatchObject({ text: 'utkast' });
    expect(await sessionOf(program)).toMatchObject({ state: 'signed-in', problem: null });
    await nothingWentToC(agency, subjects);

    agency.trouble.clear();
    await agency.clock.advance(400_000);
    expect(appliedOfA(agency)).toEqual(['Svar från A']);
    expect(
      agency
        .customer('key-a')
        .tickets()
        .map(({ subject }) => subject),
    ).toContain(newTicket.subject);
    await program.app.stop();
    expect(await sessionOf(await agency.start())).toMatchObject({ state: 'signed-in' });
  });

  it('can be added as an account of its own', async () => {
    const agency = agencyOf();
    const program = await agency.start();
    await ask(program, 'session.connect', { apiKey: 'key-a' });
    await agency.clock.advance(3_000);
    expect(await program.page.call('session.connect', { apiKey: 'key-c' })).toMatchObject({
      code: 'other_customer',
    });
    await ask(program, 'account.add', { apiKey: 'key-c', name: 'C' });
    expect(await idsOf(program)).toHaveLength(2);
  });

  it('is refused after the old one was revoked, which stays said', async () => {
    const agency = agencyOf();
    const program = await agency.start();
    await ask(program, 'session.connect', { apiKey: 'key-a' });
    await agency.clock.advance(3_000);
    await waiting(agency, program);
    agency.trouble.set('key-a', { status: 401 });
    await agency.clock.advance(120_000);
    const subjects = subjectsOf(agency);
    const signedOut = { state: 'signed-out', problem: { code: 'unauthorized' } };
    expect(await sessionOf(program)).toMatchObject(signedOut);
    expect(await program.page.call('session.connect', { apiKey: 'key-c' })).toMatchObject({
      code: 'other_customer',
    });
    expect(await sessionOf(program)).toMatchObject(signedOut);
    expect(await rowsOf(program)).toHaveLength(3);
    await nothingWentToC(agency, subjects);
    agency.trouble.clear();
    agency.customer('key-a').setKey('key-a2', scopes);
    agency.alias('key-a2', 'key-a');
    await ask(program, 'session.connect', { apiKey: 'key-a2' });
    await agency.clock.advance(400_000);
    expect(appliedOfA(agency)).toEqual(['Svar från A']);
  });

  it('is refused where nothing is known of HostUp’s but a new ticket waits', async () => {
    const agency = agencyOf(0);
    const program = await agency.start();
    await ask(program, 'session.connect', { apiKey: 'key-a' });
    await agency.clock.advance(3_000);
    await waiting(agency, program);
    expect(await program.page.call('session.connect', { apiKey: 'key-c' })).toMatchObject({
      code: 'other_customer',
    });
    await nothingWentToC(agency, []);
    agency.trouble.clear();
    expect(await ask(program, 'session.connect', { apiKey: 'key-a' })).toMatchObject({ state: 'signed-in' });
  });

  it('is not taken while HostUp cannot be asked for the tickets', async () => {
    const agency = agencyOf();
    const program = await agency.start();
    await ask(program, 'session.connect', { apiKey: 'key-a' });
    await agency.clock.advance(3_000);
    agency.troubleAt.set(/tickets\/tkt_/, offline);
    agency.customer('key-a').setKey('key-a2', scopes);
    agency.alias('key-a2', 'key-a');
    const type = () => program.page.call('session.connect', { apiKey: 'key-a2' });
    expect(await type()).toMatchObject({ code: 'offline' });
    agency.asked.length = 0;
    await agency.clock.advance(120_000);
    expect(new Set(agency.asked.map(({ key }) => key))).toEqual(new Set(['key-a']));
    agency.troubleAt.clear();
    expect(await type()).toMatchObject({ ok: true });
  });

  it('is refused in a run with a key from the environment', async () => {
    const agency = agencyOf();
    const program = await agency.start({ keyForThisRun: new Secret('key-a') });
    await waiting(agency, program);
    const subjects = subjectsOf(agency);
    expect(await program.page.call('session.connect', { apiKey: 'key-c' })).toMatchObject({
      code: 'other_customer',
    });
    await nothingWentToC(agency, subjects);
  });

  it('is refused for an account that is not open, and the keychain keeps the old one', async () => {
    const agency = agencyOf();
    const first = await agency.start();
    await ask(first, 'session.connect', { apiKey: 'key-a' });
    await agency.clock.advance(3_000);
    await waiting(agency, first);
    await first.app.stop();
    agency.keychain.set('locked');
    const program = await agency.start();
    const subjects = subjectsOf(agency);
    agency.keychain.set('open');
    expect(await program.page.call('session.connect', { apiKey: 'key-c' })).toMatchObject({
      code: 'other_customer',
    });
    expect(await sessionOf(program)).toMatchObject({ state: 'keychain-locked' });
    agency.trouble.clear();
    await agency.clock.advance(15_000);
    expect(await sessionOf(program)).toMatchObject({ state: 'signed-in', keyIn: 'keychain' });
    await nothingWentToC(agency, subjects);
    expect(appliedOfA(agency)).toEqual(['Svar från A']);
  });
});

describe('another customer’s key in the keychain', () => {
  it('opens what is kept for reading and sends nothing', async () => {
    const agency = agencyOf();
    const first = await agency.start();
    await ask(first, 'session.connect', { apiKey: 'key-a' });
    await agency.clock.advance(3_000);
    const id = await waiting(agency, first);
    await first.app.stop();
    await agency.keychain.write(`api-key:${id}`, new Secret('key-c'));
    const subjects = subjectsOf(agency);
    const program = await agency.start();
    expect(await sessionOf(program)).toMatchObject({
      state: 'signed-out',
      problem: { code: 'other_customer' },
    });
    expect(await rowsOf(program)).toHaveLength(3);
    await nothingWentToC(agency, subjects);
    agency.trouble.clear();
    await ask(program, 'session.connect', { apiKey: 'key-a' });
    await agency.clock.advance(400_000);
    expect(appliedOfA(agency)).toEqual(['Svar från A']);
  });

  it('is asked about again by itself when the network was away', async () => {
    const agency = agencyOf();
    const first = await agency.start();
    await ask(first, 'session.connect', { apiKey: 'key-a' });
    await agency.clock.advance(3_000);
    const [id] = await idsOf(first);
    await first.app.stop();
    agency.customer('key-a').setKey('key-a2', scopes);
    agency.alias('key-a2', 'key-a');
    await agency.keychain.write(`api-key:${id}`, new Secret('key-a2'));
    agency.trouble.set('key-a2', offline);
    const program = await agency.start();
    expect(await sessionOf(program)).toMatchObject({ state: 'signed-out', problem: { code: 'offline' } });
    expect(await rowsOf(program)).toHaveLength(3);
    agency.trouble.clear();
    await agency.clock.advance(15_000);
    expect(await sessionOf(program)).toMatchObject({ state: 'signed-in', problem: null });
  });
});
