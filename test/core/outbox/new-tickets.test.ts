import { afterEach, describe, expect, it } from 'vitest';
import type { Input } from '../../../electron/contract/calls.ts';
import { discard } from '../../../electron/core/outbox/transitions.ts';
import { DEMO_KEY } from '../../../electron/demo/api.ts';
import { createFaultyHttp } from '../../fakes/faulty-http.ts';
import { theOnly } from '../../fakes/own-ids.ts';
import { createWorldUnderTest } from '../../fakes/program-under-test.ts';
import { anOutgoing, morning } from '../../fakes/records.ts';
import { conversation } from './stage.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function setUp() {
  const faults = createFaultyHttp((ms, task) => void world.clock.after(ms, task));
  let listAnswers = Promise.resolve();
  const world = createWorldUnderTest({
    api: { tickets: 0 },
    wrap: (http) => ({
      ...faults.wrap(http),
      async request(request) {
        const answer = await faults.wrap(http).request(request);
        if (/tickets\?/.test(request.path)) await listAnswers;
        return answer;
      },
    }),
  });
  const { app, page } = await world.signedIn();
  ends.push(
    () => app.stop(),
    () => world.remove(),
  );
  /** The call waits for an outcome, so time must pass meanwhile. */
  const create = async (more: Partial<Input<'ticket.create'>> = {}) => {
    const answer = page.call('ticket.create', { ...ticket, ...more });
    await world.clock.advance(16_000);
    return answer;
  };
  const slowList = (ms: number) => {
    listAnswers = new Promise((go) => void world.clock.after(ms, go));
  };
  return { ...world, page, faults, create, slowList };
}
const ticket: Input<'ticket.create'> = {
  id: 'form-1',
  account: theOnly,
  departmentSlug: 'vps',
  subject: 'Ny VPS svarar inte på SSH',
  message: 'Sedan i morse.',
  priority: 'medium',
  ccEmails: [],
  criticalReason: null,
  service: null,
};

describe('a new ticket', () => {
  it('goes through the outbox and answers the id that HostUp gave it', async () => {
    const world = await setUp();
    const answer = await world.create();
    const [made] = world.api.tickets();
    expect(answer).toMatchObject({
      ok: true,
      value: { outgoing: { kind: 'create', state: 'sent', ticketId: made?.id } },
    });
    expect(made).toMatchObject({ subject: ticket.subject, body: ticket.message });
  });

  it('that HostUp refuses tells the fields, and can be sent again mended under the same id', async () => {
    const world = await setUp();
    const refused = await world.create({ departmentSlug: 'no-such-department' });
    expect(refused).toMatchObject({
      ok: true,
      value: { outgoing: { state: 'rejected', reason: { code: 'invalid_request' } } },
    });
    expect(JSON.stringify(refused)).toContain('/departmentSlug');
    expect(await world.create()).toMatchObject({ value: { outgoing: { state: 'sent' } } });
    expect(world.api.tickets()).toHaveLength(1);
  });

  it('whose answer is lost is found in the list and not made twice', async () => {
    const world = await setUp();
    world.faults.add('POST', /tickets$/, { kind: 'applied-then-lost' });
    await world.create();
    await world.clock.advance(300_000);
    expect(world.api.tickets()).toHaveLength(1);
    expect(await world.page.call('outbox.list', {})).toEqual({ ok: true, value: [] });
  });

  it('that may be there, but cannot be read, is not made twice, not even when it is sent again', async () => {
    const world = await setUp();
    world.faults.add('POST', /tickets$/, { kind: 'applied-then-lost' });
    world.faults.add('GET', conversation, { kind: 'answer', status: 502 }, 1e9);
    await world.create();
    await world.clock.advance(20 * 60_000);
    expect(await world.page.call('outbox.list', {})).toMatchObject({
      value: [{ state: 'needs-user', reason: { code: 'server_error' } }],
    });
    await world.page.call('outbox.sendAgain', { id: ticket.id });
    await world.clock.advance(60_000);
    expect(await world.page.call('outbox.list', {})).toMatchObject({
      value: [{ state: 'queued', reason: { code: 'server_error' } }],
    });
    expect(world.api.tickets()).toHaveLength(1);
    world.faults.clear();
    await world.clock.advance(5 * 60_000);
    expect(await world.page.call('outbox.list', {})).toEqual({ ok: true, value: [] });
    expect(world.api.tickets()).toHaveLength(1);
  });

  it('that never arrived asks the person, and waits offline as not sent', async () => {
    const world = await setUp();
    world.faults.add('POST', /tickets$/, { kind: 'lost' });
    await world.create();
    await world.clock.advance(200_000);
    expect(await world.page.call('outbox.list', {})).toMatchObject({
      value: [{ state: 'needs-user', subject: ticket.subject }],
    });

    const offline = await setUp();
    offline.faults.setOffline(true);
    const answer = await offline.create();
    expect(answer).toMatchObject({ value: { outgoing: { state: 'queued', reason: { code: 'offline' } } } });
  });

  it('waits for a key where there is none, says so at once, and goes with the next one', async () => {
    const world = await setUp();
    world.faults.add('GET', /tickets\?/, { kind: 'answer', status: 401 });
    await world.page.call('sync.now', {});
    await world.clock.advance(1_000);
    expect(await world.page.call('session.get', {})).toMatchObject({ value: { state: 'signed-out' } });
    // no time passes
    expect(await world.page.call('ticket.create', ticket)).toMatchObject({
      value: { outgoing: { state: 'queued', reason: null } },
    });
    expect(world.api.tickets()).toEqual([]);
    await world.page.call('session.connect', { apiKey: DEMO_KEY });
    await world.clock.advance(5_000);
    expect(world.api.tickets()).toMatchObject([{ body: ticket.message }]);
  });

  it('that was refused is brought back as it was filled in, and stays in the outbox till it goes again', async () => {
    const world = await setUp();
    const filled = {
      departmentSlug: 'no-such-department',
      priority: 'critical' as const,
      criticalReason: 'Butiken är nere.',
      ccEmails: ['drift@example.se'],
      service: { serviceType: 'vps' as const, serviceId: 'vps_1' },
    };
    await world.create(filled);
    const { id, ...fields } = { ...ticket, ...filled };
    expect(await world.page.call('outbox.editTicket', { id })).toEqual({
      ok: true,
      value: { ...fields, account: expect.any(String) },
    });
    expect(await world.page.call('outbox.list', {})).toMatchObject({
      value: [{ id, state: 'rejected', priority: 'critical' }],
    });
    await world.create({ ...fields, departmentSlug: 'vps', service: null });
    expect(world.api.tickets()).toHaveLength(1);
    expect(await world.page.call('outbox.editTicket', { id })).toMatchObject({ ok: false, code: 'conflict' });
  });

  it('that waits is taken back with every field, goes nowhere meanwhile, and goes once when created again', async () => {
    const world = await setUp();
    const filled = { priority: 'critical' as const, criticalReason: 'Butiken är nere.' };
    world.faults.setOffline(true);
    await world.create(filled);
    const { id, ...fields } = { ...ticket, ...filled };
    expect(await world.page.call('outbox.editTicket', { id })).toEqual({
      ok: true,
      value: { ...fields, account: expect.any(String) },
    });
    world.faults.setOffline(false);
    await world.page.call('sync.now', {});
    await world.clock.advance(600_000);
    expect(world.api.tickets()).toEqual([]);
    expect(await world.page.call('outbox.list', {})).toMatchObject({
      value: [{ id, state: 'rejected', reason: null }],
    });
    await world.create({ ...filled, message: 'Sedan klockan nio.' });
    expect(world.api.tickets()).toMatchObject([{ body: 'Sedan klockan nio.' }]);
  });

  it('that is changed while an attempt is under way goes as it was changed', async () => {
    const world = await setUp();
    world.slowList(60_000);
    await world.create({ message: 'Före.' });
    expect(await world.page.call('outbox.editTicket', { id: ticket.id })).toMatchObject({ ok: true });
    await world.create({ message: 'Efter.' });
    await world.clock.advance(120_000);
    expect(world.api.tickets()).toMatchObject([{ body: 'Efter.' }]);
  });

  it('that is on its way is not taken back', async () => {
    const world = await setUp();
    world.faults.add('POST', /tickets$/, { kind: 'lost' });
    await world.create();
    expect(await world.page.call('outbox.editTicket', { id: ticket.id })).toMatchObject({ code: 'conflict' });
    expect(await world.page.call('outbox.list', {})).toMatchObject({ value: [{ state: 'unknown' }] });
  });

  it('whose answer was lost tells by its own id which ticket it became', async () => {
    const world = await setUp();
    world.faults.add('POST', /tickets$/, { kind: 'applied-then-lost' });
    await world.create();
    await world.clock.advance(60_000);
    const [made] = world.api.tickets();
    expect(await world.page.call('outbox.get', { id: ticket.id })).toMatchObject({
      value: { state: 'sent', ticketId: made?.id, ticketNumber: made?.number, subject: ticket.subject },
    });
    expect(await world.page.call('outbox.get', { id: 'nobody' })).toMatchObject({ code: 'not_found' });
  });

  it('takes no form away that another window is filling in', async () => {
    const world = await setUp();
    await world.page.call('draft.save', { ticketId: 'new', text: '{"form":2}', encrypted: false });
    await world.create({ replaces: '{"form":1}' });
    expect(await world.page.call('draft.get', { ticketId: 'new' })).toMatchObject({
      value: { text: '{"form":2}' },
    });
    await world.create({ id: 'form-2', replaces: '{"form":2}' });
    expect(await world.page.call('draft.get', { ticketId: 'new' })).toEqual({ ok: true, value: null });
  });

  it('is made once of the form that two windows hand over at once', async () => {
    const world = await setUp();
    const form = '{"form":1}';
    await world.page.call('draft.save', { ticketId: 'new', text: form, encrypted: false });
    const both = [world.create({ replaces: form }), world.create({ id: 'form-2', replaces: form })];
    expect(await Promise.all(both)).toMatchObject([
      { value: { outgoing: { id: ticket.id } } },
      { value: { outgoing: { id: ticket.id } } },
    ]);
    expect(world.api.tickets()).toHaveLength(1);
  });

  it('that was thrown away leaves nothing of what was written', () => {
    const { id, account: _, ...fields } = ticket;
    const create = { ...fields, ccEmails: ['drift@example.se'], criticalReason: 'Butiken är nere.' };
    const row = anOutgoing({ id, create, ticketId: `new:${id}`, text: create.message });
    const left = JSON.stringify(discard(row, morning));
    for (const text of [create.subject, create.message, create.criticalReason, ...create.ccEmails])
      expect(left).not.toContain(text);
  });

  it('takes the place of its draft, which waits for nobody then', async () => {
    const world = await setUp();
    await world.page.call('draft.save', { ticketId: 'new', text: '{"form":1}', encrypted: false });
    world.faults.setOffline(true);
    await world.create();
    expect(await world.page.call('draft.get', { ticketId: 'new' })).toEqual({ ok: true, value: null });
    expect(await world.page.call('outbox.list', {})).toMatchObject({ value: [{ state: 'queued' }] });
  });
});
