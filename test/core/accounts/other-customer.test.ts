// What was written for one customer is never sent with another customer's key, whichever way that key comes.
import { afterEach, describe, expect, it } from 'vitest';
import type { Input } from '../../../electron/contract/calls.ts';
import { Secret } from '../../../electron/core/secret.ts';
import type { Program } from '../../fakes/program-under-test.ts';
import { anAgency, applied, ask, idsOf, offline, rowsOf, sessionOf } from './agency.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const scopes = ['read:support', 'write:support', 'read:account'] as const;
/** Each has tickets of its own. */
const agencyOf = (tickets = 3) =>
  anAgency(ends, ['key-a', 'key-c'], {}, (key) => ({
    tickets,
    random: () => (key === 'key-a' ? 0.25 : 0.75),
  }));
type Setting = ReturnType<typeof agencyOf>;

/** The program of customer A, who has looked once. */
async function ofA(agency: Setting): Promise<Program> {
  const program = await agency.start();
  await ask(program, 'session.connect', { apiKey: 'key-a' });
  await agency.clock.advance(3_000);
  return program;
}
/** Another key of customer A. */
function secondKey(agency: Setting): string {
  agency.customer('key-a').setKey('key-a2', scopes);
  agency.alias('key-a2', 'key-a');
  return 'key-a2';
}
const type = ({ page }: Program, apiKey: string, accountId?: string) =>
  page.call('session.connect', { apiKey, ...(accountId === undefined ? {} : { accountId }) });
const refused = { ok: false, code: 'other_customer' };

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

const subjectsOf = (agency: Setting, key: string) =>
  agency
    .customer(key)
    .tickets()
    .map(({ subject }) => subject);
const isSent = ({ key, method, path }: Setting['asked'][number]) =>
  key === 'key-c' && method === 'POST' && /messages/.test(path);
async function nothingWentToC(agency: Setting, subjects: readonly (string | null)[]): Promise<void> {
  await agency.clock.advance(400_000);
  expect(subjectsOf(agency, 'key-c')).toEqual(subjects);
  expect(applied(agency, 'key-c')).toEqual([]);
  expect(agency.asked.filter(isSent)).toEqual([]);
}
const texts = async (program: Program) =>
  (await ask(program, 'outbox.list', {})).map(({ text, state }) => [text, state]);

describe('another customer’s key typed for an account', () => {
  it('is refused, and everything that waits stays and waits', async () => {
    const agency = agencyOf();
    const program = await ofA(agency);
    const id = await waiting(agency, program);
    const [subjects, before] = [subjectsOf(agency, 'key-c'), await texts(program)];
    expect(await type(program, 'key-c', id)).toEqual(refused);
    expect(await texts(program)).toEqual(before);
    expect(await ask(program, 'draft.get', { ticketId: `${id}/new` })).toMatchObject({ text: 'utkast' });
    expect(await sessionOf(program)).toMatchObject({ state: 'signed-in', problem: null });
    await nothingWentToC(agency, subjects);

    agency.trouble.clear();
    await agency.clock.advance(400_000);
    expect(applied(agency, 'key-a')).toEqual(['Svar från A']);
    expect(subjectsOf(agency, 'key-a')).toContain(newTicket.subject);
    await program.app.stop();
    expect(await sessionOf(await agency.start())).toMatchObject({ state: 'signed-in' });
  });

  it('can be added as an account of its own', async () => {
    const agency = agencyOf();
    const program = await ofA(agency);
    expect(await type(program, 'key-c')).toEqual(refused);
    await ask(program, 'account.add', { apiKey: 'key-c', name: 'C' });
    expect(await idsOf(program)).toHaveLength(2);
  });

  it('is refused after the old one was revoked, which stays said', async () => {
    const agency = agencyOf();
    const program = await ofA(agency);
    await waiting(agency, program);
    agency.trouble.set('key-a', { status: 401 });
    await agency.clock.advance(120_000);
    const subjects = subjectsOf(agency, 'key-c');
    const signedOut = { state: 'signed-out', problem: { code: 'unauthorized' } };
    expect(await sessionOf(program)).toMatchObject(signedOut);
    expect(await type(program, 'key-c')).toEqual(refused);
    expect(await sessionOf(program)).toMatchObject(signedOut);
    expect(await rowsOf(program)).toHaveLength(3);
    await nothingWentToC(agency, subjects);
    agency.trouble.clear();
    await ask(program, 'session.connect', { apiKey: secondKey(agency) });
    await agency.clock.advance(400_000);
    expect(applied(agency, 'key-a')).toEqual(['Svar från A']);
  });

  it('is refused where nothing is known of HostUp’s but a new ticket waits', async () => {
    const agency = agencyOf(0);
    const program = await ofA(agency);
    await waiting(agency, program);
    expect(await type(program, 'key-c')).toEqual(refused);
    await nothingWentToC(agency, []);
    agency.trouble.clear();
    expect(await ask(program, 'session.connect', { apiKey: 'key-a' })).toMatchObject({ state: 'signed-in' });
  });

  it('is not taken while HostUp cannot be asked for the tickets', async () => {
    const agency = agencyOf();
    const program = await ofA(agency);
    agency.troubleAt.set(/tickets\/tkt_/, offline);
    const second = secondKey(agency);
    expect(await type(program, second)).toMatchObject({ code: 'offline' });
    agency.asked.length = 0;
    await agency.clock.advance(120_000);
    expect(new Set(agency.asked.map(({ key }) => key))).toEqual(new Set(['key-a']));
    agency.troubleAt.clear();
    expect(await type(program, second)).toMatchObject({ ok: true });
  });

  it('is refused in a run with a key from the environment', async () => {
    const agency = agencyOf();
    const program = await agency.start({ keyForThisRun: new Secret('key-a') });
    await waiting(agency, program);
    const subjects = subjectsOf(agency, 'key-c');
    expect(await type(program, 'key-c')).toEqual(refused);
    await nothingWentToC(agency, subjects);
  });

  it('is refused for an account that is not open, and the keychain keeps the old one', async () => {
    const agency = agencyOf();
    const first = await ofA(agency);
    await waiting(agency, first);
    await first.app.stop();
    agency.keychain.set('locked');
    const program = await agency.start();
    const subjects = subjectsOf(agency, 'key-c');
    agency.keychain.set('open');
    expect(await type(program, 'key-c')).toEqual(refused);
    expect(await sessionOf(program)).toMatchObject({ state: 'keychain-locked' });
    agency.trouble.clear();
    await agency.clock.advance(15_000);
    expect(await sessionOf(program)).toMatchObject({ state: 'signed-in', keyIn: 'keychain' });
    await nothingWentToC(agency, subjects);
    expect(applied(agency, 'key-a')).toEqual(['Svar från A']);
  });
});

describe('where HostUp knows tickets by their numbers alone', () => {
  it('the same customer’s new key is taken and another’s refused', async () => {
    const agency = anAgency(ends, ['key-a', 'key-c'], {}, (key) => ({
      tickets: key === 'key-a' ? 3 : 0,
      v2: false,
    }));
    const program = await ofA(agency);
    const number = agency.customer('key-a').tickets()[0]?.number ?? '';
    await ask(program, 'tickets.openByNumber', { number });
    expect(await rowsOf(program)).toMatchObject([{ number }]);
    expect(await type(program, 'key-c')).toEqual(refused);
    expect(await type(program, secondKey(agency))).toMatchObject({ ok: true });
  });
});

describe('another customer’s key in the keychain', () => {
  it('opens what is kept for reading and sends nothing', async () => {
    const agency = agencyOf();
    const first = await ofA(agency);
    const id = await waiting(agency, first);
    await first.app.stop();
    await agency.keychain.write(`api-key:${id}`, new Secret('key-c'));
    const subjects = subjectsOf(agency, 'key-c');
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
    expect(applied(agency, 'key-a')).toEqual(['Svar från A']);
  });

  it('is asked about again by itself when the network was away', async () => {
    const agency = agencyOf();
    const first = await ofA(agency);
    const [id] = await idsOf(first);
    await first.app.stop();
    const second = secondKey(agency);
    await agency.keychain.write(`api-key:${id}`, new Secret(second));
    agency.trouble.set(second, offline);
    const program = await agency.start();
    expect(await sessionOf(program)).toMatchObject({ state: 'signed-out', problem: { code: 'offline' } });
    expect(await rowsOf(program)).toHaveLength(3);
    agency.trouble.clear();
    await agency.clock.advance(15_000);
    expect(await sessionOf(program)).toMatchObject({ state: 'signed-in', problem: null });
  });
});
