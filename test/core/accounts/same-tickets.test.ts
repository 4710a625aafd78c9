// Another key of a customer who is here already: not added, because everything would be here twice.
import { afterEach, expect, it } from 'vitest';
import { openBetter } from '../../../electron/adapters/sqlite-better.ts';
import { accountWith } from '../../../electron/core/accounts/same-tickets.ts';
import { StoreError } from '../../../electron/core/records.ts';
import { anAccount } from '../../fakes/account.ts';
import { aTicket } from '../../fakes/records.ts';
import { ask, createAgency, idsOf, sessionOf, twoNamed } from './agency.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const scopes = ['read:support', 'write:support'] as const;

it('is refused, names the account, and leaves everything as it was', async () => {
  const { agency, program, a, b } = await twoNamed(ends);
  agency.customer('key-b').setKey('key-b2', scopes);
  agency.alias('key-b2', 'key-b');
  const before = agency.keychain.entries();
  const add = () => program.page.call('account.add', { apiKey: 'key-b2', name: 'Bageriet igen' });
  expect(await add()).toEqual({ ok: false, code: 'key_in_use', accountId: b });
  expect(agency.keychain.entries()).toEqual(before);
  expect(await sessionOf(program)).toMatchObject({ state: 'signed-in', problem: null });
  // the way forward: it takes the place of the other key, or of the whole account
  expect(await program.page.call('session.connect', { apiKey: 'key-b2', accountId: b })).toMatchObject({
    ok: true,
  });
  await ask(program, 'account.signOut', { accountId: b });
  expect(await add()).toMatchObject({ ok: true });
  expect(await idsOf(program)).toEqual([a, expect.any(String)]);
});

it('is not told by tickets that came after the last look', () => {
  const { cache, outbox } = anAccount(openBetter).open();
  ends.push(cache.close, outbox.close);
  const [one, two] = [aTicket({ id: 'tkt_1', createdAt: 1_000 }), aTicket({ id: 'tkt_2', createdAt: 2_000 })];
  for (const ticket of [one, two]) cache.putTicket(ticket);
  const here = [{ id: 'acc', demo: false, cache }];
  const later = aTicket({ id: 'tkt_3', createdAt: 3_000 });
  expect(accountWith([later, two, one], here)).toBe('acc');
  expect(accountWith([later], here)).toBeNull();
  // this one would be known, had it been this customer's
  expect(accountWith([later, two, aTicket({ id: 'tkt_0', createdAt: 1_500 })], here)).toBeNull();
});

it('is not told by tickets that went to another customer, who is added', () => {
  const { cache, outbox } = anAccount(openBetter).open();
  ends.push(cache.close, outbox.close);
  const [moved, stayed] = [aTicket({ id: 'tkt_1' }), aTicket({ id: 'tkt_2' })];
  for (const ticket of [moved, stayed]) cache.putTicket(ticket);
  cache.markGone([moved.id], 5);
  const here = [{ id: 'acc', demo: false, cache }];
  expect(accountWith([moved], here)).toBeNull();
  expect(accountWith([moved, aTicket({ id: 'tkt_9' })], here)).toBeNull();
  expect(accountWith([moved, stayed], here)).toBe('acc');
});

it('is added where no ticket tells whose it is', async () => {
  const agency = createAgency(['key-a', 'key-b'], { tickets: 0 });
  ends.push(agency.remove);
  const program = await agency.opened();
  ends.push(() => program.app.stop());
  expect(await idsOf(program)).toHaveLength(2);
});

it('is told by all of a ticket that never changes, and in every ticket', () => {
  const { cache, outbox } = anAccount(openBetter).open();
  ends.push(cache.close, outbox.close);
  const [one, two] = [aTicket({ id: 'tkt_1', number: '1' }), aTicket({ id: 'tkt_2', number: '2' })];
  for (const ticket of [one, two]) cache.putTicket(ticket);
  const here = [{ id: 'acc', demo: false, cache }];
  expect(accountWith([one, two], here)).toBe('acc');
  // HostUp's staff may write another subject
  expect(accountWith([{ ...one, status: 'closed', messageCount: 99, subject: 'B' }], here)).toBe('acc');
  expect(accountWith([], here)).toBeNull();
  for (const other of [{ id: 'tkt_3' }, { number: '3' }, { createdAt: 1 }])
    expect(accountWith([one, { ...two, ...other }], here)).toBeNull();
  expect(accountWith([one], [{ id: 'demo', demo: true, cache }])).toBeNull();
  const failing = {
    ...cache,
    ticket: () => {
      throw new StoreError('store_broken');
    },
  };
  expect(accountWith([one], [{ id: 'broken', demo: false, cache: failing }, ...here])).toBe('acc');
});
