// The small rules behind the list: times to snooze until, taking marks back, moving in a menu, search operators.
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../electron/core/search/parse-query.ts';
import { en } from '../../../renderer/text/en.ts';
import { sv } from '../../../renderer/text/sv.ts';
import { shortcuts } from '../../../renderer/ui/keys.ts';
import { moved } from '../../../renderer/ui/menu.tsx';
import { commands } from '../../../renderer/views/commands/all.ts';
import { chipsOf } from '../../../renderer/views/search/filter-chips.ts';
import { exampleOf, searchOperators, withOperator } from '../../../renderer/views/search/search-operators.ts';
import { snoozeTimes } from '../../../renderer/views/ticket/snooze-times.ts';
import { inverseOf } from '../../../renderer/views/ticket/ticket-changes.ts';
import { makeRow } from '../../fakes/program-fixtures.ts';

const at = (text: string): number => new Date(text).getTime();

describe('times to snooze until', () => {
  it('are by the wall clock: later today, eight in the morning, Monday', () => {
    // a Tuesday
    expect(snoozeTimes(at('2026-04-28T10:20:00'))).toEqual({
      laterToday: at('2026-04-28T14:00:00'),
      tomorrow: at('2026-04-29T08:00:00'),
      nextWeek: at('2026-05-04T08:00:00'),
    });
    expect(snoozeTimes(at('2026-04-28T10:00:00')).laterToday).toBe(at('2026-04-28T13:00:00'));
  });

  it('leave out what is left of the day when that is little', () => {
    expect(snoozeTimes(at('2026-04-28T20:00:01')).laterToday).toBeNull();
    expect(snoozeTimes(at('2026-04-28T23:30:00')).laterToday).toBeNull();
    expect(snoozeTimes(at('2026-04-28T19:30:00')).laterToday).toBe(at('2026-04-28T23:00:00'));
  });

  it('never offer the same morning twice', () => {
    // a Sunday: tomorrow is Monday already
    expect(snoozeTimes(at('2026-05-03T10:00:00')).nextWeek).toBe(at('2026-05-11T08:00:00'));
    expect(snoozeTimes(at('2026-05-04T07:00:00')).nextWeek).toBe(at('2026-05-11T08:00:00'));
  });
});

it('takes marks back to what each ticket had, with few questions', () => {
  const row = (id: string, change: object) => makeRow(0, { id, number: '1', ...change });
  const rows = [
    row('a', { pinned: false }),
    row('b', { pinned: true, snoozedUntil: 'reply' }),
    row('c', { pinned: false, snoozedUntil: 5_000 }),
  ];
  expect(inverseOf(rows, { pinned: true })).toEqual([
    { ticketIds: ['a', 'c'], pinned: false },
    { ticketIds: ['b'], pinned: true },
  ]);
  expect(inverseOf(rows, { snooze: null })).toEqual([
    { ticketIds: ['a'], snooze: null },
    { ticketIds: ['b'], snooze: { until: 'reply' } },
    { ticketIds: ['c'], snooze: { until: 5_000 } },
  ]);
});

describe('moving in a menu', () => {
  const items = ['Pin', 'Mute', 'Snooze', 'Öppna', 'Mark as read'].map((label) => ({ label }));
  const move = (key: string, here: number) => moved(key, here, items);

  it('goes round with arrows, and to the ends', () => {
    expect([move('ArrowDown', 4), move('ArrowUp', 0), move('Home', 3), move('End', 0)]).toEqual([0, 4, 0, 4]);
    expect([move('ArrowDown', -1), move('ArrowUp', -1)]).toEqual([0, 4]);
  });

  it('goes to what begins with a letter, one after the other', () => {
    expect([move('m', 0), move('m', 1), move('m', 4), move('ö', 0)]).toEqual([1, 4, 1, 3]);
    expect([move('x', 0), move('Shift', 0), move(' ', 0)]).toEqual([null, null, null]);
  });
});

describe('the search operators that the help lists', () => {
  const known = (text: string) => {
    const parsed = parseQuery(text);
    return parsed !== null && parsed.terms.length === 0 && !parsed.hopeless;
  };

  it.each(['en', 'sv'] as const)('mean something to the program as they are typed (%s)', (language) => {
    for (const { says, typed, example } of searchOperators) {
      const text = `${typed[language]}${example?.[language] ?? ''}`;
      if (says === 'exact') expect(parseQuery(text)?.terms, text).toHaveLength(1);
      else expect(known(text), text).toBe(true);
    }
  });

  it.each([
    ['dept:billing', 'en', []],
    ['avd:billing', 'sv', []],
    ['avd:domäner', 'sv', ['Domäner och certifikat', 'Billing']],
    ['avd:e', 'sv', ['E-post']],
    ['dept:vps', 'en', ['- ', 'VPS']],
  ] as const)('give %s as the example of a department in %s, among %j', (shown, language, names) => {
    const department = searchOperators.find(({ says }) => says === 'department');
    const departments = names.map((name) => ({ name }));
    expect(department && exampleOf(department, language, departments)).toBe(shown);
    expect(known(shown)).toBe(true);
  });

  it('are put behind what was typed, ready for their value', () => {
    expect(withOperator('', 'is:open')).toBe('is:open ');
    expect(withOperator('mail ', 'dept:')).toBe('mail dept:');
    expect(withOperator('mail', '"')).toBe('mail "');
    expect(withOperator('mail', '-')).toBe('mail -');
  });
});

it('names each filter in force, and what is left without it', () => {
  const narrowing = {
    unread: true,
    statuses: ['on_hold'],
    priorities: [],
    departments: ['billing', 'gone'],
    services: ['app-01'],
  } as const;
  const departments = [{ slug: 'billing', name: 'Fakturering', count: 3 }];
  const chips = chipsOf(narrowing, departments, sv);
  expect(chips.map(({ name }) => name)).toEqual([
    'Bara olästa',
    'Status: Vilande',
    'Avdelning: Fakturering',
    'Avdelning: gone',
    'Tjänst: app-01',
  ]);
  expect(chips[2]?.without).toEqual({ ...narrowing, departments: ['gone'] });
  expect(chipsOf(narrowing, departments, en)[1]?.label).toBe('On hold');
});

describe('the registry of commands', () => {
  /** what the list, the text field or the page does itself with a key */
  const elsewhere = ['ends', 'openTicket', 'select', 'extend', 'selectAll', 'send', 'encrypted', 'escape'];

  it('has every action of the table of keys once', () => {
    const names = commands.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const missing = shortcuts.map(({ action }) => action).filter((action) => !names.includes(action));
    expect(missing.filter((action) => !elsewhere.includes(action))).toEqual([]);
  });
});
