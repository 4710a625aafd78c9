import { describe, expect, it } from 'vitest';
import type { Input } from '../../../electron/contract/calls.ts';
import { checkForm, createNewTicket, splitAddresses } from '../../../renderer/stores/new-ticket.ts';
import { createParts, refusal } from './parts.ts';

function fill() {
  const parts = createParts();
  parts.program.world.delivery = 'sent';
  const store = createNewTicket(parts.page, parts.changes, parts.newId);
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
    expect(await store.send()).toEqual({ done: 'waiting' });
    expect(store.form.value.message).toBe('');
  });

  it('sends one ticket for two presses', async () => {
    const { store, calls, program } = fill();
    program.world.delay.set('ticket.create', 10);
    await Promise.all([store.send(), store.send()]);
    expect(calls('ticket.create')).toHaveLength(1);
  });

  it('shows a refusal without fields as a whole', async () => {
    const { store, program } = fill();
    program.world.refuse.set('ticket.create', refusal('forbidden'));
    await store.send();
    expect(store.problem.value?.code).toBe('forbidden');
  });
});

it('reads addresses however they are separated', () => {
  expect(splitAddresses(' a@b.se,c@d.se ; e@f.se\ng@h.se ')).toEqual([
    'a@b.se',
    'c@d.se',
    'e@f.se',
    'g@h.se',
  ]);
});
