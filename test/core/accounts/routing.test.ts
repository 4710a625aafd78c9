// Two customers whose tickets have the same ids and numbers: whatever is done to one's ticket reaches that one alone.
import { afterEach, describe, expect, it } from 'vitest';
import { type Agency, applied, ask, idsOf, offline, rowsOf, sessionOf, twoAlike } from './agency.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const setUp = () => twoAlike(ends);

const reply = (ticketId: string, id = 'out-1') => ({
  id,
  ticketId,
  text: `till ${ticketId}`,
  encrypted: false,
  reopen: false,
});
const writes = (agency: Agency) =>
  agency.asked.filter(({ method }) => method === 'POST').map(({ key }) => key);

describe('two customers with the same tickets', () => {
  it('are both in the list, each ticket with its account', async () => {
    const { agency, program, a, b, ticketId, inA, inB } = await setUp();
    expect(agency.customer('key-b').tickets()[0]?.id).toBe(ticketId);
    const rows = await rowsOf(program);
    expect(rows).toHaveLength(6);
    expect(rows.filter(({ id }) => id === inA || id === inB).map(({ accountId }) => accountId)).toEqual([
      a,
      b,
    ]);
    expect((await rowsOf(program, { accounts: [b] })).every(({ accountId }) => accountId === b)).toBe(true);
    expect(await rowsOf(program, { accounts: ['nobody'] })).toEqual([]);
    expect(await rowsOf(program, { accounts: [] })).toHaveLength(6);
  });

  it('are counted together and one by one', async () => {
    const { program, a, b } = await setUp();
    const both = await ask(program, 'tickets.counts', {});
    const [inA, inB] = [
      await ask(program, 'tickets.counts', { account: a }),
      await ask(program, 'tickets.counts', { account: b }),
    ];
    expect(both.open).toBe(inA.open + inB.open);
    expect(both.closed + both.open).toBe(6);
    expect(both).toMatchObject({ conversations: 6, unfetched: inA.unfetched + inB.unfetched });
    expect(both.accounts).toEqual([...inA.accounts, ...inB.accounts]);
    expect(both.accounts.map(({ id }) => id)).toEqual([a, b]);
    expect(both.departments).toHaveLength(inA.departments.length);
    expect(await program.page.call('tickets.counts', { account: 'nobody' })).toMatchObject({
      code: 'not_found',
    });
  });

  it('get each its own reply', async () => {
    const { agency, program, a, inA, inB } = await setUp();
    const { outgoing } = await ask(program, 'reply.send', reply(inB));
    expect(outgoing).toMatchObject({ ticketId: inB });
    await agency.clock.advance(5_000);
    expect([applied(agency, 'key-a'), applied(agency, 'key-b')]).toEqual([[], [`till ${inB}`]]);
    expect(writes(agency).every((key) => key === 'key-b')).toBe(true);
    await ask(program, 'reply.send', reply(inA, 'out-2'));
    await agency.clock.advance(5_000);
    expect(applied(agency, 'key-a')).toEqual([`till ${inA}`]);
    expect(applied(agency, 'key-b')).toHaveLength(1);
    const thread = await ask(program, 'thread.get', { ticketId: inA, limit: 100 });
    expect(thread.ticket).toMatchObject({ id: inA, accountId: a });
    expect(thread.outgoing).toMatchObject([{ id: 'out-2', ticketId: inA, accountId: a, state: 'sent' }]);
  });

  it('are closed, reopened, marked, read and drafted for one by one', async () => {
    const { agency, program, inA, inB, ticketId } = await setUp();
    const statusOf = (key: string) =>
      agency
        .customer(key)
        .tickets()
        .find(({ id }) => id === ticketId)?.status;
    await ask(program, 'ticket.close', { ticketId: inB });
    expect([statusOf('key-a'), statusOf('key-b')]).toEqual(['open', 'closed']);
    await ask(program, 'ticket.reopen', { ticketId: inB });
    expect(statusOf('key-b')).not.toBe('closed');

    await ask(program, 'tickets.mark', { ticketIds: [inB], pinned: true, muted: true });
    await ask(program, 'draft.save', { ticketId: inA, text: 'halvt', encrypted: true });
    agency.customer('key-a').staffReply(ticketId, 'Klart');
    agency.customer('key-b').staffReply(ticketId, 'Klart');
    await agency.clock.advance(120_000);
    const row = async (id: string) => (await rowsOf(program)).find((one) => one.id === id);
    expect(await row(inA)).toMatchObject({ pinned: false, muted: false, hasDraft: true, unread: true });
    expect(await row(inB)).toMatchObject({ pinned: true, muted: true, hasDraft: false, unread: true });
    await ask(program, 'thread.markRead', { ticketId: inB, upTo: null });
    expect(await row(inA)).toMatchObject({ unread: true });
    expect(await row(inB)).toMatchObject({ unread: false });
    expect(await ask(program, 'draft.get', { ticketId: inB })).toBeNull();
    expect(await ask(program, 'draft.get', { ticketId: inA })).toMatchObject({
      text: 'halvt',
      encrypted: true,
    });
  });

  it('are closed together, with an outcome for each in the order asked', async () => {
    const { agency, program, inA, inB } = await setUp();
    agency.trouble.set('key-b', offline);
    const gone = `nobody/${inA.split('/')[1]}`;
    const { results } = await ask(program, 'tickets.close', { ticketIds: [inB, gone, inA] });
    expect(results.map((one) => [one.ticketId, one.failure?.code ?? null])).toEqual([
      [inB, 'offline'],
      [gone, 'not_found'],
      [inA, null],
    ]);
  });

  it('have each its own draft of a new ticket, and a new ticket must say whose it is', async () => {
    const { agency, program, a, b } = await setUp();
    await ask(program, 'draft.save', { ticketId: `${a}/new`, text: '{"a":1}', encrypted: false });
    expect(await ask(program, 'draft.get', { ticketId: `${b}/new` })).toBeNull();
    expect(await program.page.call('draft.get', { ticketId: 'new' })).toMatchObject({
      code: 'not_found',
    });
    const ticket = {
      id: 'new-1',
      departmentSlug: 'vps',
      subject: 'Ny',
      message: 'Hej',
      priority: 'medium' as const,
      ccEmails: [],
      criticalReason: null,
      service: null,
    };
    expect(await program.page.call('ticket.create', ticket as never)).toMatchObject({ code: 'bad_call' });
    expect(await program.page.call('ticket.create', { ...ticket, account: 'nobody' })).toMatchObject({
      code: 'not_found',
    });
    const before = agency.customer('key-a').tickets().length;
    const { departments } = await ask(program, 'tickets.departments', {});
    const departmentSlug = departments[0]?.slug ?? '';
    const creating = ask(program, 'ticket.create', { ...ticket, departmentSlug, account: b });
    await agency.clock.advance(1_000);
    const { outgoing } = await creating;
    expect(outgoing).toMatchObject({ accountId: b, state: 'sent' });
    expect(outgoing.ticketId.startsWith(`${b}/tkt_`)).toBe(true);
    expect(agency.customer('key-a').tickets()).toHaveLength(before);
    expect(agency.customer('key-b').tickets()).toHaveLength(before + 1);
    // the same id is the same ticket, and not one in another account
    const again = { ...ticket, departmentSlug, account: a };
    expect(await program.page.call('ticket.create', again)).toMatchObject({ code: 'conflict' });
  });

  it('never share the id of a reply', async () => {
    const { agency, program, inA, inB } = await setUp();
    agency.trouble.set('key-a', offline);
    await ask(program, 'reply.send', reply(inA, 'same'));
    expect(await program.page.call('reply.send', reply(inB, 'same'))).toMatchObject({ code: 'conflict' });
    await ask(program, 'outbox.discard', { id: 'same' });
    agency.trouble.clear();
    await agency.clock.advance(400_000);
    expect([applied(agency, 'key-a'), applied(agency, 'key-b')]).toEqual([[], []]);
  });

  it('show one message each, with its own key', async () => {
    const { agency, program, inA, inB, ticketId } = await setUp();
    agency.customer('key-a').staffReply(ticketId, 'hemligt A', { encrypted: true });
    agency.customer('key-b').staffReply(ticketId, 'hemligt B', { encrypted: true });
    await agency.clock.advance(120_000);
    const reveal = async (id: string) => {
      const { messages } = await ask(program, 'thread.get', { ticketId: id, limit: 100 });
      const messageId = messages.findLast(({ encrypted }) => encrypted)?.id ?? '';
      return (await ask(program, 'message.reveal', { ticketId: id, messageId })).text;
    };
    expect([await reveal(inA), await reveal(inB)]).toEqual(['hemligt A', 'hemligt B']);
  });

  it('are opened by number: what is kept first, then the one that is named, then with every key', async () => {
    const { agency, program, a, b, inA, inB } = await setUp();
    const number = agency.customer('key-a').tickets()[0]?.number ?? '';
    expect(await ask(program, 'tickets.openByNumber', { number })).toEqual({ ticketId: inA });
    expect(await ask(program, 'tickets.openByNumber', { number: `#${number}`, account: b })).toEqual({
      ticketId: inB,
    });
    const only = agency.customer('key-b').addTicket({ subject: 'Bara B' });
    agency.asked.length = 0;
    const found = await ask(program, 'tickets.openByNumber', { number: only.number });
    expect(found).toEqual({ ticketId: `${b}/${only.id}` });
    expect(await program.page.call('tickets.openByNumber', { number: '1' })).toMatchObject({
      code: 'not_found',
    });
    agency.trouble.set('key-a', offline);
    // it may be there, for all that is known
    expect(await program.page.call('tickets.openByNumber', { number: '1' })).toMatchObject({
      code: 'offline',
    });
    expect(await program.page.call('tickets.openByNumber', { number: '1', account: a })).toMatchObject({
      code: 'offline',
    });
  });
});

describe('a reply on its way', () => {
  async function waiting() {
    const scene = await setUp();
    scene.agency.trouble.set('key-b', offline);
    await ask(scene.program, 'reply.send', reply(scene.inB));
    await scene.agency.clock.advance(5_000);
    return scene;
  }

  it('goes out through its own account after a restart', async () => {
    const { agency, program, inB } = await waiting();
    await program.app.stop();
    agency.trouble.clear();
    const later = await agency.start();
    ends.push(() => later.app.stop());
    await agency.clock.advance(400_000);
    expect([applied(agency, 'key-a'), applied(agency, 'key-b')]).toEqual([[], [`till ${inB}`]]);
  });

  it('never goes out once its account is signed out', async () => {
    const { agency, program, a, b, inA, inB } = await waiting();
    await ask(program, 'account.signOut', { accountId: b });
    agency.trouble.clear();
    await agency.clock.advance(400_000);
    expect([applied(agency, 'key-a'), applied(agency, 'key-b')]).toEqual([[], []]);
    expect(await idsOf(program)).toEqual([a]);
    for (const answer of [
      await program.page.call('reply.send', reply(inB, 'late')),
      await program.page.call('draft.save', { ticketId: inB, text: 'x', encrypted: false }),
      await program.page.call('thread.get', { ticketId: inB, limit: 10 }),
    ])
      expect(answer).toMatchObject({ ok: false, code: 'not_found' });
    await ask(program, 'reply.send', reply(inA, 'other'));
    await agency.clock.advance(5_000);
    expect(applied(agency, 'key-a')).toEqual([`till ${inA}`]);
  });

  it('waits while its account is paused by HostUp, and the other account goes on', async () => {
    const { agency, program, inA, inB } = await setUp();
    agency.trouble.set('key-b', { status: 429, headers: { 'retry-after': '600' } });
    await ask(program, 'reply.send', reply(inB));
    await agency.clock.advance(5_000);
    await ask(program, 'reply.send', reply(inA, 'out-2'));
    await agency.clock.advance(5_000);
    expect(applied(agency, 'key-a')).toEqual([`till ${inA}`]);
    agency.trouble.clear();
    await agency.clock.advance(1_200_000);
    expect(applied(agency, 'key-b')).toEqual([`till ${inB}`]);
  });

  it('waits for a new key where the old one was refused, and the other account goes on', async () => {
    const { agency, program, a, b, inA, inB } = await setUp();
    agency.trouble.set('key-b', { status: 401 });
    await ask(program, 'reply.send', reply(inB));
    await agency.clock.advance(5_000);
    const session = await sessionOf(program);
    expect(session.state).toBe('signed-in');
    expect(session.accounts).toMatchObject([
      { id: a, state: 'signed-in', problem: null },
      { id: b, state: 'signed-out', problem: { code: 'unauthorized' } },
    ]);
    await ask(program, 'reply.send', reply(inA, 'out-2'));
    await agency.clock.advance(60_000);
    expect([applied(agency, 'key-a'), applied(agency, 'key-b')]).toEqual([[`till ${inA}`], []]);
    agency.trouble.clear();
    await ask(program, 'session.connect', { apiKey: 'key-b', accountId: b });
    await agency.clock.advance(400_000);
    expect(applied(agency, 'key-b')).toEqual([`till ${inB}`]);
  });
});
