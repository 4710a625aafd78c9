import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../electron/contract/calls.ts';
import { createSettings } from '../../../renderer/stores/settings.ts';
import { createTickets } from '../../../renderer/stores/tickets.ts';
import { manyTickets } from '../../fakes/program-tickets.ts';
import { createParts, refusal, settle, start } from './parts.ts';

async function open(count = 10_000) {
  const parts = createParts();
  parts.program.world.tickets = manyTickets(start, count);
  const tickets = createTickets(parts.page, parts.changes, parts.later, signal(null), parts.settings);
  tickets.show('open');
  await settle();
  const asked = () => parts.calls('tickets.list').map(({ input }) => input as Input<'tickets.list'>);
  return { ...parts, tickets, asked };
}

describe('ten thousand tickets', () => {
  it('are asked for in pages, only those in sight', async () => {
    const { tickets, asked } = await open();
    expect(tickets.total.value).toBe(10_000);
    tickets.want(4_990, 5_010);
    await settle();
    expect(tickets.row(5_000)?.number).toBe('195000');
    expect(tickets.row(9_000)).toBeUndefined();
    expect(new Set(asked().map(({ offset }) => offset))).toEqual(new Set([0, 4_900, 5_000]));
    expect(Math.max(...asked().map(({ limit }) => limit))).toBeLessThanOrEqual(200);
  });

  it('cost one question when they change a hundred times at once', async () => {
    const { program, asked, tickets } = await open();
    tickets.want(0, 10);
    const before = asked().length;
    for (let index = 0; index < 100; index += 1) program.changed('tickets');
    await settle();
    expect(asked().length - before).toBeLessThanOrEqual(2);
  });

  it('are asked for again where the eye is, and old pages are let go', async () => {
    const { program, tickets } = await open();
    tickets.want(5_000, 5_010);
    await settle();
    program.changed('tickets');
    await settle();
    expect([...tickets.pages.value.keys()]).toEqual([50]);
  });
});

describe('the order', () => {
  it('of the views is kept, and asked for again at the next start', async () => {
    const { tickets, asked, program, page, changes, later, calls } = await open(20);
    tickets.sortBy('turn');
    await settle();
    expect(asked().at(-1)).toMatchObject({ sort: 'turn' });
    expect(program.world.settings.sort).toBe('turn');
    const before = asked().length;
    program.changed('settings');
    await settle();
    expect(asked()).toHaveLength(before);
    const next = createTickets(
      page,
      changes,
      later,
      signal(null),
      createSettings(page, changes, () => {}),
    );
    await settle();
    expect(next.filter.value.sort).toBe('turn');
    next.sortBy(null);
    await settle();
    expect(asked().at(-1)).not.toHaveProperty('sort');
    expect(calls('settings.set').map(({ input }) => input)).toEqual([{ sort: 'turn' }, { sort: 'activity' }]);
  });

  it('of a search ends with it, and is kept nowhere', async () => {
    const { tickets, clock, calls } = await open(20);
    tickets.setSearch('number');
    await clock.advance(200);
    tickets.sortBy('created');
    await settle();
    expect(tickets.filter.value.sort).toBe('created');
    tickets.setSearch('');
    expect(tickets.filter.value.sort).toBeNull();
    expect(calls('settings.set')).toEqual([]);
  });
});

describe('searching', () => {
  it('asks once, a moment after the last letter, in all tickets', async () => {
    const { tickets, clock, asked } = await open(20);
    const before = asked().length;
    for (const text of ['n', 'nu', 'number 7']) tickets.setSearch(text);
    await clock.advance(200);
    await settle();
    expect(asked().slice(before)).toEqual([{ view: 'all', query: 'number 7', offset: 0, limit: 100 }]);
    expect(tickets.total.value).toBe(1);
  });

  it('never shows the answer of an older question', async () => {
    const { tickets, clock, program } = await open(20);
    program.world.delay.set('tickets.list', 20);
    tickets.setSearch('number 7');
    await clock.advance(200);
    program.world.delay.clear();
    tickets.setSearch('');
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(tickets.filter.value.query).toBe('');
    expect(tickets.total.value).toBe(20);
  });
});

describe('a list that cannot be had', () => {
  it('keeps what is shown and says why', async () => {
    const { tickets, program } = await open(20);
    program.world.refuse.set('tickets.list', refusal('store_broken'));
    program.changed('tickets');
    await settle();
    expect(tickets.problem.value?.code).toBe('store_broken');
    expect(tickets.row(0)?.number).toBe('200000');
    program.world.refuse.clear();
    program.changed('tickets');
    await settle();
    expect(tickets.problem.value).toBeNull();
  });
});
