import { describe, expect, it } from 'vitest';
import { createWaiting } from '../../../renderer/stores/waiting.ts';
import { createParts, refusal, settle } from './parts.ts';

function setUp() {
  const parts = createParts();
  return { ...parts, store: createWaiting(parts.page, parts.changes, 'Europe/Stockholm', parts.accountIds) };
}

describe('waiting times', () => {
  it('are asked for while somebody looks, again when tickets change, and not after that', async () => {
    const { store, program, calls } = setUp();
    expect(calls('stats.waiting')).toHaveLength(0);
    const stop = store.watch();
    await settle();
    expect(calls('stats.waiting')).toMatchObject([{ input: { timeZone: 'Europe/Stockholm' } }]);
    expect(store.value.value?.byHour).toHaveLength(24);
    program.changed('tickets');
    program.changed('settings');
    await settle();
    expect(calls('stats.waiting')).toHaveLength(2);
    stop();
    program.changed('tickets');
    store.choose('vps');
    await settle();
    expect(calls('stats.waiting')).toHaveLength(2);
  });

  it('are of one department when it is chosen, which can be left again for any other', async () => {
    const { store, calls } = setUp();
    store.watch();
    await settle();
    store.choose('vps');
    await settle();
    expect(store.value.value?.departments.map(({ slug }) => slug)).toEqual(['vps']);
    expect(store.departments.value.map(({ slug }) => slug)).toEqual(['billing', 'vps', 'hosting']);
    expect(calls('stats.waiting').at(-1)).toMatchObject({ input: { department: 'vps' } });
    store.choose(null);
    await settle();
    expect(store.value.value?.departments).toHaveLength(3);
  });

  it('stay as they were when they cannot be read', async () => {
    const { store, program } = setUp();
    store.watch();
    await settle();
    program.world.refuse.set('stats.waiting', refusal('store_broken'));
    program.changed('tickets');
    await settle();
    expect(store.problem.value?.code).toBe('store_broken');
    expect(store.value.value?.departments).toHaveLength(3);
  });
});

describe('what is usual for a ticket', () => {
  it('is of the ticket asked about last', async () => {
    const { store, program } = setUp();
    program.world.delay.set('stats.ticket', 10);
    const slow = store.askUsual('tkt_vps');
    program.world.delay.clear();
    await store.askUsual('tkt_invoice');
    await slow;
    expect(store.usual.value).toMatchObject({ ticketId: 'tkt_invoice', waits: { slug: 'billing' } });
  });
});
