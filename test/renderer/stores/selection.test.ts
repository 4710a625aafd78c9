import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createSelection } from '../../../renderer/stores/selection.ts';
import { createTickets } from '../../../renderer/stores/tickets.ts';
import { manyTickets } from '../../fakes/program-tickets.ts';
import { createParts, refusal, settle, start } from './parts.ts';

async function open(count = 1_000) {
  const parts = createParts();
  parts.program.world.tickets = manyTickets(start, count);
  const tickets = createTickets(parts.page, parts.changes, parts.later, signal(null), parts.settings);
  tickets.show('open');
  await settle();
  const selection = createSelection(tickets);
  const numbers = () => [...selection.rows.value.values()].map(({ number }) => Number(number));
  return { ...parts, tickets, selection, numbers };
}

describe('selecting by hand', () => {
  it('takes a ticket in and leaves it out again', async () => {
    const { selection, numbers } = await open();
    expect(selection.toggle(0)).toBe('all');
    expect(selection.toggle(2)).toBe('all');
    expect(numbers()).toEqual([200_000, 199_998]);
    selection.toggle(0);
    expect(numbers()).toEqual([199_998]);
    expect(selection.toggle(900)).toBe('failed');
  });

  it('keeps what is selected as the list shows it by now', async () => {
    const { selection, program } = await open();
    selection.toggle(1);
    const [id] = selection.rows.value.keys();
    await program.transport.call('tickets.mark', { ticketIds: [id], pinned: true });
    await settle();
    expect([...selection.rows.value.values()]).toMatchObject([{ id, pinned: true }]);
  });
});

describe('selecting a range', () => {
  it('starts at the last one selected, grows and shrinks, and keeps the others', async () => {
    const { selection, numbers } = await open();
    selection.toggle(9);
    selection.toggle(2);
    expect(await selection.extend(4, 2)).toBe('all');
    expect(numbers()).toEqual([199_991, 199_998, 199_997, 199_996]);
    await selection.extend(3, 4);
    expect(numbers()).toEqual([199_991, 199_998, 199_997]);
    await selection.extend(1, 3);
    expect(numbers()).toEqual([199_991, 199_998, 199_999]);
  });

  it('starts at that ticket wherever it stands by now', async () => {
    const { selection, numbers, program } = await open();
    selection.toggle(2);
    program.arrive('tkt_500', 'Late answer');
    await settle();
    expect(await selection.extend(5, 3)).toBe('all');
    expect(numbers()).toEqual([199_998, 199_997, 199_996]);
  });

  it('starts where the keyboard is when nothing was selected', async () => {
    const { selection, numbers } = await open();
    await selection.extend(1, 0);
    expect(numbers()).toEqual([200_000, 199_999]);
  });

  it('reaches over rows that were never fetched, but no further than what can be done at once', async () => {
    const { selection, numbers } = await open();
    selection.toggle(50);
    expect(await selection.extend(180, 50)).toBe('all');
    expect(numbers()).toHaveLength(131);
    expect(await selection.extend(900, 180)).toBe('cut');
    expect(numbers()).toHaveLength(200);
    expect(numbers()[0]).toBe(199_950);
  });
});

describe('selecting all', () => {
  it('takes everything listed, up to what can be done at once', async () => {
    const few = await open(30);
    expect(await few.selection.all()).toBe('all');
    expect(few.numbers()).toHaveLength(30);
    const many = await open(1_000);
    expect(await many.selection.all()).toBe('cut');
    expect(many.numbers()).toHaveLength(200);
    expect(many.selection.toggle(200)).toBe('failed');
  });

  it('selects nothing when the list cannot be had', async () => {
    const { selection, program } = await open();
    program.world.refuse.set('tickets.list', refusal('store_broken'));
    expect(await selection.all()).toBe('failed');
    expect(selection.rows.value.size).toBe(0);
  });
});

describe('the end of selecting', () => {
  it('comes with another view, other filters and a search', async () => {
    const { selection, tickets, clock } = await open();
    const changes = [
      () => tickets.show('closed'),
      () => tickets.show('open'),
      () => tickets.narrow({ ...tickets.filter.value.narrowing, unread: false, priorities: [] }),
      () => tickets.setSearch('number'),
    ];
    for (const change of changes) {
      tickets.show('open');
      await settle();
      selection.toggle(0);
      expect(selection.rows.value.size).toBe(1);
      change();
      await clock.advance(200);
      expect(selection.rows.value.size).toBe(0);
    }
  });

  it('comes before an answer that was for another list', async () => {
    const { selection, tickets, program } = await open();
    program.world.delay.set('tickets.list', 20);
    const done = selection.all();
    tickets.show('all');
    expect(await done).toBe('failed');
    expect(selection.rows.value.size).toBe(0);
  });

  it('leaves those that something could not be done with', async () => {
    const { selection, numbers } = await open();
    for (const index of [0, 1, 2]) selection.toggle(index);
    const [, second] = selection.rows.value.keys();
    selection.keep([second ?? '']);
    expect(numbers()).toEqual([199_999]);
  });
});
