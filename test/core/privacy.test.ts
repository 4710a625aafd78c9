import { afterEach, describe, expect, it } from 'vitest';
import { createClipboard, secretStays } from '../../electron/core/clipboard.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { createFaultyHttp } from '../fakes/faulty-http.ts';
import { createWorldUnderTest } from '../fakes/program-under-test.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

describe('the clipboard', () => {
  const setUp = () => {
    const clock = createFakeClock();
    let text = 'before';
    const copyElsewhere = (next: string) => {
      text = next;
    };
    const clipboard = createClipboard(clock, { read: () => text, write: copyElsewhere });
    return { clock, clipboard, text: () => text, copyElsewhere };
  };

  it('gives a secret back after a minute', async () => {
    const { clock, clipboard, text } = setUp();
    clipboard.copy('hemligt', true);
    await clock.advance(secretStays - 1);
    expect(text()).toBe('hemligt');
    await clock.advance(1);
    expect(text()).toBe('');
  });

  it('leaves alone what was copied meanwhile, and what is no secret', async () => {
    const { clock, clipboard, text, copyElsewhere } = setUp();
    clipboard.copy('hemligt', true);
    copyElsewhere('annat');
    await clock.advance(secretStays);
    expect(text()).toBe('annat');
    clipboard.copy('öppet', false);
    await clock.advance(secretStays * 2);
    expect(text()).toBe('öppet');
  });

  it('counts from the latest copy, and gives a secret back when the program ends', async () => {
    const { clock, clipboard, text } = setUp();
    clipboard.copy('hemligt', true);
    await clock.advance(50_000);
    clipboard.copy('hemligt', true);
    await clock.advance(50_000);
    expect(text()).toBe('hemligt');
    await clipboard.takeBack();
    expect(text()).toBe('');
    expect(clock.pending()).toBe(0);
  });
});

async function signedIn() {
  const faults = createFaultyHttp(() => {});
  const world = createWorldUnderTest({ api: { tickets: 0 }, wrap: faults.wrap });
  const ticket = world.api.addTicket({
    subject: 'Flytt av domän',
    requesterName: 'Elin Exempel',
    body: 'brödtext',
  });
  world.api.staffReply(ticket.id, 'auth-kod: xK4-771', { encrypted: true });
  const { app, page } = await world.signedIn();
  ends.push(() => app.stop(), world.remove);
  const secret = async () => {
    const thread = await page.call('thread.get', { ticketId: ticket.id, limit: 10 });
    const message = thread.ok ? thread.value.messages.at(-1) : undefined;
    const shown = await page.call('message.reveal', { ticketId: ticket.id, messageId: message?.id ?? '' });
    return { message, shown };
  };
  return { ...world, faults, page, ticket, secret };
}

describe('encrypted messages', () => {
  it('are shown when asked for, from the cache', async () => {
    const { secret, faults } = await signedIn();
    faults.setOffline(true);
    expect(await secret()).toMatchObject({
      message: { available: true, blocks: null },
      shown: { value: { text: 'auth-kod: xK4-771' } },
    });
  });

  it('are not kept where the user says so: each is fetched when shown, and forgotten', async () => {
    const { page, secret, faults, clock } = await signedIn();
    await page.call('settings.set', { keepEncrypted: false });
    expect(await secret()).toMatchObject({
      message: { available: true },
      shown: { value: { text: 'auth-kod: xK4-771' } },
    });
    faults.setOffline(true);
    expect((await secret()).shown).toMatchObject({ ok: false, code: 'offline' });
    faults.setOffline(false);
    await page.call('settings.set', { keepEncrypted: true });
    await page.call('sync.now', {});
    await clock.advance(5_000);
    faults.setOffline(true);
    expect((await secret()).shown).toMatchObject({ ok: true });
  });

  it('that come while they are not to be kept never reach the cache', async () => {
    const { page, api, ticket, clock, secret, faults } = await signedIn();
    await page.call('settings.set', { keepEncrypted: false });
    api.staffReply(ticket.id, 'ny kod 9912', { encrypted: true });
    await clock.advance(600_000);
    expect((await secret()).shown).toMatchObject({ value: { text: 'ny kod 9912' } });
    faults.setOffline(true);
    expect((await secret()).shown).toMatchObject({ ok: false });
  });
});

describe('diagnostics', () => {
  it('tell states and counts, and no key, text, subject or name', async () => {
    const { page, ticket } = await signedIn();
    await page.call('draft.save', { ticketId: ticket.id, text: 'utkast om lösen', encrypted: false });
    const answer = await page.call('diagnostics.get', {});
    const text = answer.ok ? answer.value.text : '';
    expect(text).toContain('session: signed-in');
    expect(text).toContain('open tickets: 1');
    for (const secret of ['demo-key', 'utkast', 'brödtext', 'Flytt', 'Elin', 'xK4', ticket.id, ticket.number])
      expect(text).not.toContain(secret);
  });
});
