import { describe, expect, it } from 'vitest';
import type { Input } from '../../../electron/contract/calls.ts';
import { checkForm } from '../../../renderer/stores/form-problems.ts';
import { createNewTicket } from '../../../renderer/stores/new-ticket.ts';
import { createParts, refusal, settle } from './parts.ts';

const place = 'acc/new';

function fill() {
  const parts = createParts();
  parts.program.world.delivery = 'sent';
  const store = createNewTicket(parts.page, parts.changes, parts.newId, parts.later, parts.accountIds);
  store.set('departmentSlug', 'vps');
  store.set('subject', '  Ny server svarar inte  ');
  store.set('message', 'Hej! åäö');
  return { ...parts, store };
}

describe('the form of a new ticket', () => {
  it('says what is missing, at its fields', () => {
    const { store } = fill();
    const form = { ...store.form.value, subject: ' ', priority: 'critical' as const, cc: 'a@b.se, nobody' };
    expect([...checkForm(form)]).toEqual([
      ['subject', 'required'],
      ['criticalReason', 'required'],
      ['cc', 'address'],
    ]);
  });

  it('asks nothing of HostUp while something is missing', async () => {
    const { store, calls } = fill();
    store.set('message', '');
    expect(await store.send()).toEqual({ done: 'no' });
    expect(calls('ticket.create')).toHaveLength(0);
  });

  it('sends what was filled in, and is empty afterwards', async () => {
    const { store, calls } = fill();
    store.set('cc', 'drift@example.se; jour@example.se');
    const outcome = await store.send();
    expect(outcome.done).toBe('created');
    const input = calls('ticket.create')[0]?.input as Input<'ticket.create'>;
    expect(input.subject).toBe('Ny server svarar inte');
    expect(input.ccEmails).toEqual(['drift@example.se', 'jour@example.se']);
    expect(input.criticalReason).toBeNull();
    expect(store.form.value.message).toBe('');
  });

  it('keeps everything when HostUp refuses it, shows the reason at the field, and tries the same ticket again', async () => {
    const { store, calls, program } = fill();
    program.world.delivery = 'rejected';
    expect(await store.send()).toEqual({ done: 'no' });
    expect(store.form.value.message).toBe('Hej! åäö');
    expect(store.fieldProblems.value.get('subject')).toEqual({ detail: 'The subject is too vague.' });
    store.set('subject', 'VPS app-01 svarar inte på SSH');
    expect(store.fieldProblems.value.has('subject')).toBe(false);
    program.world.delivery = 'sent';
    expect((await store.send()).done).toBe('created');
    const ids = calls('ticket.create').map(({ input }) => (input as Input<'ticket.create'>).id);
    expect(new Set(ids).size).toBe(1);
  });

  it('keeps everything when the program is away', async () => {
    const { store, program } = fill();
    program.link.value = false;
    expect(await store.send()).toEqual({ done: 'no' });
    expect(store.problem.value?.code).toBe('disconnected');
    expect(store.form.value.message).toBe('Hej! åäö');
  });

  it('is empty once the outbox holds it, though HostUp has not answered yet', async () => {
    const { store, program } = fill();
    program.world.delivery = 'unknown';
    expect(await store.send()).toMatchObject({ done: 'waiting', outgoing: { state: 'unknown' } });
    expect(store.form.value.message).toBe('');
  });

  it('sends one ticket for two presses', async () => {
    const { store, calls, program } = fill();
    program.world.delay.set('ticket.create', 10);
    await Promise.all([store.send(), store.send()]);
    expect(calls('ticket.create')).toHaveLength(1);
  });

  it('tells of too much while it is typed, and sends it only once that is mended', async () => {
    const { store, calls } = fill();
    store.set('subject', 'x'.repeat(251));
    expect(store.fieldProblems.value.get('subject')).toBe('too-long');
    expect(await store.send()).toEqual({ done: 'no' });
    expect(calls('ticket.create')).toHaveLength(0);
    store.set('subject', 'x'.repeat(250));
    expect(store.fieldProblems.value.size).toBe(0);
    expect((await store.send()).done).toBe('created');
  });

  it('keeps what HostUp said of things that the form does not have', async () => {
    const { store, program } = fill();
    const fields = [{ pointer: '/aiSummary', detail: 'Too clever.', code: 'x' }];
    program.world.refuse.set('ticket.create', { ...refusal('invalid_request'), fields });
    await store.send();
    expect(store.otherProblems.value).toEqual(['Too clever.']);
    program.world.refuse.clear();
    await store.send();
    expect(store.otherProblems.value).toEqual([]);
  });

  it('is in use as soon as anything is filled in or chosen', () => {
    const { store } = fill();
    store.clear();
    expect(store.touched.value).toBe(false);
    store.set('cc', 'drift@');
    expect(store.touched.value).toBe(true);
  });

  it('shows a refusal without fields as a whole', async () => {
    const { store, program } = fill();
    program.world.refuse.set('ticket.create', refusal('forbidden'));
    await store.send();
    expect(store.problem.value?.code).toBe('forbidden');
  });
});

describe('a new ticket that is being written', () => {
  const kept = (program: ReturnType<typeof fill>['program']) => program.world.drafts.get(place)?.text ?? null;

  it('is a draft 250 ms later, and there again in another page', async () => {
    const { store, program, clock, page, changes, newId, later, accountIds } = fill();
    store.set('cc', 'drift@example.se');
    await clock.advance(250);
    expect(kept(program)).toContain('Hej! åäö');
    expect(store.saveState.value).toBe('saved');
    const other = createNewTicket(page, changes, newId, later, accountIds);
    await settle();
    expect(other.form.value).toEqual(store.form.value);
    expect(other.id.value).toBe(store.id.value);
  });

  it('is saved again when that failed, and nothing that is damaged is taken for one', async () => {
    const { store, program, clock, page, changes, newId, later, accountIds } = fill();
    program.world.refuse.set('draft.save', refusal('store_full'));
    await clock.advance(250);
    expect(store.saveState.value).toBe('failed');
    program.world.refuse.clear();
    await clock.advance(3_000);
    expect(kept(program)).toContain('Hej! åäö');
    for (const text of ['', '{', 'null', '{"id":1,"form":{}}', '{"id":"a","form":{"subject":"x"}}']) {
      program.world.drafts.set(place, { text, encrypted: false, savedAt: 0, seenUpTo: null });
      const other = createNewTicket(page, changes, newId, later, accountIds);
      await settle();
      expect(other.touched.value).toBe(false);
    }
  });

  it('is not overwritten by what was kept', async () => {
    const { store, program, page, changes, newId, later, accountIds, clock } = fill();
    await clock.advance(250);
    const other = createNewTicket(page, changes, newId, later, accountIds);
    other.set('subject', 'quicker');
    await settle();
    expect(other.form.value.subject).toBe('quicker');
    expect(store.touched.value).toBe(true);
    expect(kept(program)).not.toBeNull();
  });

  it('takes no form of another window away when it is handed over', async () => {
    const { store, program, clock } = fill();
    await clock.advance(250);
    const theirs = { text: 'another form', encrypted: false, savedAt: 0, seenUpTo: null };
    program.world.drafts.set(place, theirs);
    await store.send();
    await clock.advance(5_000);
    expect(kept(program)).toBe('another form');
  });

  it('leaves no draft once it is handed over or cleared', async () => {
    const { store, program, clock } = fill();
    await clock.advance(250);
    await store.send();
    await clock.advance(5_000);
    expect(kept(program)).toBeNull();
    store.set('subject', 'another');
    await clock.advance(250);
    store.clear();
    await clock.advance(250);
    expect(kept(program)).toBeNull();
    expect(store.saveState.value).toBe('none');
  });

  it('asks about a secret until it is called none', () => {
    const { store } = fill();
    store.set('message', 'root-lösenordet är Sommar#2025x');
    expect(store.suspicion.value?.kind).toBe('password');
    store.callNotSecret();
    expect(store.suspicion.value).toBeNull();
    store.set('subject', 'kort 4111 1111 1111 1111');
    expect(store.suspicion.value?.kind).toBe('card');
  });
});

describe('a ticket that was refused', () => {
  const filledIn = {
    departmentSlug: 'vps',
    subject: 'Hjälp',
    message: 'app-01 svarar inte.',
    priority: 'critical' as const,
    ccEmails: ['a@b.se', 'c@d.se'],
    criticalReason: 'Butiken är nere.',
    service: { serviceType: 'vps' as const, serviceId: 'vps_1' },
  };
  const ticket = { ...filledIn, account: 'acc' };
  const reason = {
    ...refusal('invalid_request'),
    fields: [{ pointer: '/subject', detail: 'För vag.', code: 'x' }],
  };

  it('comes back whole, with what was wrong, and goes again as the same ticket', async () => {
    const { page, changes, newId, later, accountIds, calls } = createParts();
    const store = createNewTicket(page, changes, newId, later, accountIds);
    expect(store.bringBack('out-9', ticket, reason)).toBe(true);
    expect(store.fieldProblems.value.get('subject')).toEqual({ detail: 'För vag.' });
    await store.send();
    expect(calls('ticket.create')[0]?.input).toMatchObject({ id: 'out-9', ...filledIn });
  });

  it('does not take the place of one that is being written, and not of its own mended text', () => {
    const { store } = fill();
    expect(store.bringBack('out-9', ticket, null)).toBe(false);
    expect(store.form.value.message).toBe('Hej! åäö');
    store.clear();
    expect(store.bringBack('out-9', ticket, null)).toBe(true);
    store.set('subject', 'mended');
    expect(store.bringBack('out-9', ticket, null)).toBe(true);
    expect(store.form.value.subject).toBe('mended');
  });

  it('goes as another ticket once it was thrown away in the outbox', async () => {
    const { store, program, calls } = fill();
    program.world.delivery = 'rejected';
    await store.send();
    program.world.outgoing = program.world.outgoing.map((row) => ({ ...row, state: 'discarded' }));
    program.world.delivery = 'sent';
    expect((await store.send()).done).toBe('created');
    const ids = calls('ticket.create').map(({ input }) => (input as Input<'ticket.create'>).id);
    expect(new Set(ids).size).toBe(2);
  });

  it('keeps what was changed after a hand-over whose answer was lost', async () => {
    const { store, program } = fill();
    program.world.delivery = 'queued';
    const first = store.id.value;
    await program.transport.call('ticket.create', {
      ...ticket,
      id: first,
      subject: 'Ny server svarar inte',
      message: 'Hej! åäö',
    });
    store.set('message', 'Hej! åäö, mer');
    expect(await store.send()).toEqual({ done: 'older' });
    expect(store.form.value.message).toBe('Hej! åäö, mer');
    expect(store.id.value).not.toBe(first);
  });
});
