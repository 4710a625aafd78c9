import { describe, expect, it } from 'vitest';
import { en } from '../../../renderer/text/en.ts';
import type { Entry } from '../../../renderer/views/palette/palette-entry.ts';
import { groupsOf } from '../../../renderer/views/palette/palette-groups.ts';
import { createWorld } from '../../fakes/program-world.ts';

const rows = createWorld(0).tickets.map(({ row }) => row);
const entry = (label: string, place = 'Go to', change: Partial<Entry> = {}): Entry => ({
  id: label,
  label,
  place,
  run: () => {},
  ...change,
});
const entries = [
  entry('Pin', '#149943'),
  entry('Snooze: Tomorrow', '#149943', { detailed: true }),
  entry('Closed'),
  entry('Settings', 'Window'),
];
const shown = (typed: string, answered: string | null, open: string | null = null) =>
  groupsOf(
    { typed, entries, found: answered === null ? null : { typed: answered, rows, leftOut: 0 }, open },
    en,
  ).map(({ title, items }) => [
    title,
    items.map((item) =>
      item.kind === 'ticket' ? item.row.number : item.kind === 'number' ? `open ${item.number}` : item.id,
    ),
  ]);
const numbers = rows.map(({ number }) => number);

describe('with nothing typed', () => {
  it('recent tickets come first, then every action but the choices within one', () => {
    expect(shown('', '')).toEqual([
      ['Recent tickets', numbers],
      ['Actions', ['Pin', 'Closed', 'Settings']],
    ]);
  });

  it('the ticket that is on screen is left out', () => {
    expect(shown('', '', rows[0]?.id)[0]).toEqual(['Recent tickets', numbers.slice(1)]);
  });
});

describe('with words', () => {
  it('finds what is called otherwise, before what only has the same letters', () => {
    const [order, keys] = [entry('Order', 'List', { also: 'sort' }), entry('Keyboard shortcuts')];
    const [group] = groupsOf({ typed: 'sort', entries: [keys, order], found: null, open: null }, en);
    expect(group?.items.map(({ id }) => id)).toEqual(['Order', 'Keyboard shortcuts']);
  });

  it('actions come first, the best before those whose place alone fits, then tickets', () => {
    expect(shown('s', 's')).toEqual([
      ['Actions', ['Snooze: Tomorrow', 'Settings']],
      ['Tickets', numbers],
    ]);
    expect(shown('go', null)).toEqual([['Actions', ['Closed']]]);
  });

  it('tickets of an older answer stay only where they fit at sight', () => {
    expect(shown('bounces', 'bou')).toEqual([['Tickets', ['149877']]]);
    expect(shown('zebra', 'zeb')).toEqual([]);
  });
});

describe('with a number', () => {
  it('offers to open it until it is known, and no actions', () => {
    expect(shown('#777777', null)).toEqual([['Tickets', ['open 777777']]]);
    // beside tickets that hold the number elsewhere
    expect(shown('777777', '777777')).toEqual([['Tickets', ['open 777777', ...numbers]]]);
    expect(shown('149877', '149877')).toEqual([['Tickets', numbers]]);
  });
});
