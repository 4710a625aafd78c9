// The texts of encrypted messages are kept or not as the user says, in every account, also in one that is not open then.
import { afterEach, expect, it } from 'vitest';
import type { Ports } from '../../electron/core/ports.ts';
import { StoreError } from '../../electron/core/records.ts';
import { createFaultyHttp } from '../fakes/faulty-http.ts';
import { createWorldUnderTest } from '../fakes/program-under-test.ts';
import { createAgency, idsOf, offline } from './accounts/agency.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const code = 'auth-kod: xK4-771';

async function withSecret() {
  const faults = createFaultyHttp(() => {});
  const world = createWorldUnderTest({ api: { tickets: 0 }, wrap: faults.wrap });
  ends.push(world.remove);
  const ticketId = world.api.addTicket({ subject: 'Flytt av domän' }).id;
  const messageId = world.api.staffReply(ticketId, code, { encrypted: true }).id;
  let program = await world.signedIn();
  ends.push(() => program.app.stop());
  return {
    ...world,
    faults,
    async restart() {
      await program.app.stop();
      program = await world.start();
      await world.clock.advance(1_000);
    },
    keep: (keepEncrypted: boolean) => program.page.call('settings.set', { keepEncrypted }),
    reveal: () => program.page.call('message.reveal', { ticketId, messageId }),
    session: () => program.page.call('session.get', {}),
  };
}

it('are forgotten as soon as the keychain lets the account be opened', async () => {
  const { restart, keychain, faults, clock, session, keep, reveal } = await withSecret();
  keychain.set('locked');
  faults.setOffline(true);
  await restart();
  expect(await session()).toMatchObject({ value: { state: 'keychain-locked' } });
  expect(await keep(false)).toMatchObject({ ok: true });
  keychain.set('open');
  await clock.advance(60_000);
  expect(await session()).toMatchObject({ value: { state: 'signed-in' } });
  expect(await reveal()).toMatchObject({ ok: false, code: 'offline' });
});

it('are fetched again as soon as the account is open', async () => {
  const { restart, keychain, faults, clock, keep, reveal } = await withSecret();
  await keep(false);
  keychain.set('locked');
  await restart();
  await keep(true);
  keychain.set('open');
  await clock.advance(60_000);
  faults.setOffline(true);
  expect(await reveal()).toMatchObject({ value: { text: code } });
});

it('are forgotten in the other accounts where one cannot, and in that one when it is opened again', async () => {
  const agency = createAgency(['key-a', 'key-b']);
  ends.push(agency.remove);
  const ticketId = agency.customer('key-a').tickets()[0]?.id ?? '';
  const replies = ['key-a', 'key-b'].map((key) =>
    agency.customer(key).staffReply(ticketId, code, { encrypted: true }),
  );
  const first = await agency.opened();
  const ids = await idsOf(first);
  await first.app.stop();

  const failing: Ports['stores'] = {
    ...agency.stores,
    open(id, key) {
      const opened = agency.stores.open(id, key);
      if (!opened.ok || id !== ids[0]) return opened;
      const keepEncrypted = () => {
        throw new StoreError('store_full');
      };
      return { ...opened, value: { ...opened.value, cache: { ...opened.value.cache, keepEncrypted } } };
    },
  };
  const start = async (ports: Partial<Ports>) => {
    const program = await agency.start(ports);
    ends.push(() => program.app.stop());
    await agency.clock.advance(3_000);
    const revealed = (index: number) =>
      program.page.call('message.reveal', {
        ticketId: `${ids[index]}/${ticketId}`,
        messageId: replies[index]?.id ?? '',
      });
    return { ...program, revealed };
  };

  const program = await start({ stores: failing });
  for (const key of ['key-a', 'key-b']) agency.trouble.set(key, offline);
  expect(await program.page.call('settings.set', { keepEncrypted: false })).toMatchObject({
    ok: false,
    code: 'store_full',
  });
  expect(await program.revealed(0)).toMatchObject({ value: { text: code } });
  expect(await program.revealed(1)).toMatchObject({ ok: false, code: 'offline' });
  await program.app.stop();
  const later = await start({});
  expect(await later.revealed(0)).toMatchObject({ ok: false, code: 'offline' });
});
