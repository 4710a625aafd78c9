// Replies end to end inside the core: what the customer sees, and what HostUp really applied.
import { describe, expect, it } from 'vitest';
import { DEMO_KEY } from '../../../electron/demo/api.ts';
import { messages, setUp, states } from './stage.ts';

describe('a reply', () => {
  it('is durable when the call answers, goes out once, and enters the thread with its id', async () => {
    const setup = await setUp();
    const answer = await setup.send('Hej! Den svarar nu. Åäö');
    expect(answer).toMatchObject({ ok: true, value: { outgoing: { state: 'queued' } } });
    await setup.clock.advance(1_000);
    const [row] = await setup.outgoing();
    expect(row).toMatchObject({ state: 'sent', text: 'Hej! Den svarar nu. Åäö' });
    expect(setup.api.applied().map((reply) => reply.message)).toEqual(['Hej! Den svarar nu. Åäö']);
    const { messages } = await setup.thread();
    expect(messages.at(-1)?.id).toBe(row?.messageId);
  });

  it('carries its encrypted mark to HostUp and shows no text of it', async () => {
    const setup = await setUp();
    await setup.send('Lösenordet är hemligt123', { encrypted: true });
    await setup.clock.advance(1_000);
    expect(setup.api.applied()).toMatchObject([{ message: 'Lösenordet är hemligt123', encrypted: true }]);
    expect(JSON.stringify(await setup.thread())).not.toContain('hemligt123');
  });

  it('is one reply, however often the same composed one is sent', async () => {
    const setup = await setUp();
    await Promise.all([setup.send('ok', { id: 'a' }), setup.send('ok', { id: 'a' })]);
    await setup.clock.advance(1_000);
    await setup.send('ok', { id: 'a' });
    await setup.clock.advance(5_000);
    expect(setup.api.applied()).toHaveLength(1);
  });

  it('that comes with another text under the same id is not taken, and that is said', async () => {
    const setup = await setUp();
    const older = async (text: string, encrypted = true) =>
      setup.send(text, { id: 'a', encrypted }).then((answer) => answer.ok && answer.value.older);
    setup.faults.setOffline(true);
    expect(await older('ok')).toBe(false);
    expect(await older('ok')).toBe(false);
    expect(await older('ok då')).toBe(true);
    expect(await older('ok', false)).toBe(true);
    setup.faults.setOffline(false);
    await setup.clock.advance(60_000);
    expect(setup.api.applied()).toMatchObject([{ message: 'ok', encrypted: true }]);
  });

  it('keeps its order, and two deliberate "ok" stay two', async () => {
    const setup = await setUp();
    for (const text of ['ok', 'ok', 'tack']) await setup.send(text);
    await setup.clock.advance(10_000);
    expect(setup.api.applied().map((reply) => reply.message)).toEqual(['ok', 'ok', 'tack']);
    expect(new Set((await setup.outgoing()).map((row) => row.messageId)).size).toBe(3);
  });

  it('waits while there is no network, also over a restart, and goes out when it is back', async () => {
    const setup = await setUp();
    setup.faults.setOffline(true);
    await setup.send('skrivet på tåget');
    await setup.clock.advance(30_000);
    expect((await setup.outgoing())[0]).toMatchObject({ state: 'queued', reason: { code: 'offline' } });
    await setup.restart();
    setup.faults.setOffline(false);
    await setup.clock.advance(400_000);
    expect(await states(setup)).toEqual(['sent']);
    expect(setup.api.applied()).toHaveLength(1);
  });
});

describe('a reply whose answer is lost', () => {
  it('that was applied is found again and never sent twice', async () => {
    const setup = await setUp();
    setup.faults.add('POST', messages, { kind: 'applied-then-lost' });
    await setup.send('kom det fram?');
    await setup.clock.advance(3_000);
    expect(await states(setup)).toEqual(['sent']);
    await setup.clock.advance(600_000);
    expect(setup.api.applied()).toHaveLength(1);
  });

  it.each([500, 502, 503, 408, 302])('after %i is found again too', async (status) => {
    const setup = await setUp();
    setup.faults.add('POST', messages, { kind: 'applied-then', status });
    await setup.send('kom det fram?');
    await setup.clock.advance(20_000);
    expect(await states(setup)).toEqual(['sent']);
    expect(setup.api.applied()).toHaveLength(1);
  });

  it('and that arrives 90 s late is found before anybody is asked', async () => {
    const setup = await setUp();
    setup.faults.add('POST', messages, { kind: 'applied-late', ms: 90_000 });
    await setup.send('sent');
    await setup.clock.advance(60_000);
    expect(await states(setup)).toEqual(['unknown']);
    await setup.clock.advance(70_000);
    expect(await states(setup)).toEqual(['sent']);
    expect(setup.api.applied()).toHaveLength(1);
  });

  it('and that never arrived asks the person after two minutes, and never goes out by itself', async () => {
    const setup = await setUp();
    setup.faults.add('POST', messages, { kind: 'lost' });
    await setup.send('försvann');
    await setup.clock.advance(119_000);
    expect(await states(setup)).toEqual(['unknown']);
    await setup.clock.advance(30_000);
    expect(await states(setup)).toEqual(['needs-user']);
    await setup.clock.advance(86_400_000);
    expect(setup.api.applied()).toHaveLength(0);
    const [row] = await setup.outgoing();
    await setup.page().call('outbox.sendAgain', { id: row?.id ?? '' });
    await setup.clock.advance(5_000);
    expect(await states(setup)).toEqual(['sent']);
    expect(setup.api.applied()).toHaveLength(1);
  });

  it('holds back what was written after it', async () => {
    const setup = await setUp();
    setup.faults.add('POST', messages, { kind: 'lost' });
    await setup.send('först');
    await setup.send('sedan');
    await setup.clock.advance(60_000);
    expect(await states(setup)).toEqual(['unknown', 'queued']);
    expect(setup.api.applied()).toHaveLength(0);
  });

  it('closes as sent when it turns up after the person was asked', async () => {
    const setup = await setUp();
    setup.faults.add('POST', messages, { kind: 'applied-late', ms: 200_000 });
    await setup.send('mycket sen');
    await setup.clock.advance(150_000);
    expect(await states(setup)).toEqual(['needs-user']);
    await setup.clock.advance(400_000);
    expect(await states(setup)).toEqual(['sent']);
  });

  it('is recognised although the API masks its text', async () => {
    for (const maskEncrypted of ['masked', 'null'] as const) {
      const setup = await setUp({ maskEncrypted });
      setup.faults.add('POST', messages, { kind: 'applied-then-lost' });
      await setup.send('hemligt', { encrypted: true });
      await setup.clock.advance(3_000);
      expect(await states(setup)).toEqual(['sent']);
      const last = (await setup.thread()).messages.at(-1);
      expect(last).toMatchObject({ encrypted: true, available: false });
    }
  });
});

describe('a reply that HostUp refuses', () => {
  it('is kept with the reason, and can be taken back into the composer with its mark', async () => {
    const setup = await setUp();
    setup.faults.add('POST', messages, {
      kind: 'answer',
      status: 422,
      text: '{"code":"invalid_request","requestId":"req_1"}',
    });
    await setup.send('för lång', { encrypted: true });
    await setup.clock.advance(2_000);
    const [row] = await setup.outgoing();
    expect(row).toMatchObject({ state: 'rejected', reason: { code: 'invalid_request', requestId: 'req_1' } });
    const draft = await setup.page().call('outbox.edit', { id: row?.id ?? '' });
    expect(draft).toMatchObject({ ok: true, value: { text: 'för lång', encrypted: true } });
    expect((await setup.thread()).draft).toMatchObject({ text: 'för lång', encrypted: true });
    expect(await setup.outgoing()).toEqual([]);
  });

  it('because the ticket is closed offers to reopen it, and then goes out', async () => {
    const setup = await setUp();
    setup.api.closeTicket(setup.ticket.id);
    await setup.send('en sak till');
    await setup.clock.advance(2_000);
    const [row] = await setup.outgoing();
    expect(row).toMatchObject({ state: 'rejected', reason: { code: 'ticket_closed' } });
    await setup.page().call('outbox.reopenAndSend', { id: row?.id ?? '' });
    await setup.clock.advance(2_000);
    expect(await states(setup)).toEqual(['sent']);
    expect(setup.api.applied()).toHaveLength(1);
  });

  it('for now (429) goes out when the pause is over, and nothing before', async () => {
    const setup = await setUp();
    setup.faults.add('POST', messages, { kind: 'answer', status: 429, headers: { 'retry-after': '60' } });
    await setup.send('lugnt');
    await setup.clock.advance(1_000);
    const before = setup.requests();
    await setup.clock.advance(57_000);
    expect(setup.requests()).toBe(before);
    await setup.clock.advance(30_000);
    expect(await states(setup)).toEqual(['sent']);
    expect(setup.api.applied()).toHaveLength(1);
  });

  it('because the key was revoked waits for a new key, loses nothing, and then goes out', async () => {
    const setup = await setUp();
    setup.api.setKey(DEMO_KEY, null);
    await setup.send('viktigt');
    await setup.clock.advance(60_000);
    expect(await setup.page().call('session.get', {})).toMatchObject({
      value: { state: 'signed-out', problem: { code: 'unauthorized' } },
    });
    const quiet = setup.requests();
    await setup.clock.advance(3_600_000);
    expect(setup.requests()).toBe(quiet);
    expect(await states(setup)).toEqual(['queued']);
    setup.api.setKey('new-key', ['read:support', 'write:support']);
    expect(await setup.page().call('session.connect', { apiKey: ' new-key ' })).toMatchObject({ ok: true });
    await setup.clock.advance(120_000);
    expect(await states(setup)).toEqual(['sent']);
    expect(setup.api.applied()).toHaveLength(1);
  });

  it('because this one ticket takes none from this key leaves every other ticket writable', async () => {
    const setup = await setUp();
    setup.faults.add('POST', /\/messages$/, { kind: 'answer', status: 403, text: '{"code":"forbidden"}' });
    await setup.send('får inte');
    await setup.clock.advance(5_000);
    const [row] = await setup.outgoing();
    expect(row).toMatchObject({ state: 'rejected', reason: { code: 'forbidden' } });
    expect(await setup.page().call('session.get', {})).toMatchObject({ value: { canWrite: true } });
    expect(setup.api.applied()).toHaveLength(0);
  });

  it('because the key may only read is said before anything is typed', async () => {
    const setup = await setUp({ keys: { [DEMO_KEY]: ['read:support'] } });
    await setup.clock.advance(5_000);
    expect(await setup.page().call('session.get', {})).toMatchObject({ value: { canWrite: false } });
    expect(await setup.send('går inte')).toMatchObject({ ok: false, code: 'read_only_key' });
    expect(setup.api.tickets()).toHaveLength(1);
  });
});

describe('a draft', () => {
  it('survives a restart with its mark and what its writer had seen, and is emptied by sending', async () => {
    const setup = await setUp();
    const draft = { ticketId: setup.ticket.id, encrypted: true };
    await setup.page().call('draft.save', { ...draft, text: 'halv', seenUpTo: 'msg_1' });
    // who does not say what was seen changes nothing of it
    await setup.page().call('draft.save', { ...draft, text: 'halvfärdigt å' });
    await setup.restart();
    const kept = { text: 'halvfärdigt å', encrypted: true, seenUpTo: 'msg_1' };
    expect((await setup.thread()).draft).toMatchObject(kept);
    await setup.send('halvfärdigt å, nu klart', { encrypted: true });
    expect((await setup.thread()).draft).toBeNull();
  });
});
