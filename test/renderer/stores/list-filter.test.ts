import { describe, expect, it } from 'vitest';
import {
  countNarrowed,
  type Filter,
  inForce,
  nothingNarrowed,
  questionOf,
  toggled,
} from '../../../renderer/stores/list-filter.ts';

const filter = (change: Partial<Filter> = {}): Filter => ({
  account: null,
  view: 'open',
  department: null,
  narrowing: nothingNarrowed,
  query: '',
  sort: null,
  ...change,
});
const narrowed = toggled(
  toggled(toggled(nothingNarrowed, 'statuses', 'answered'), 'statuses', 'on_hold'),
  'departments',
  'billing',
);

describe('what narrows the list', () => {
  it('is switched on and off value by value, and counted', () => {
    expect(narrowed).toMatchObject({ statuses: ['answered', 'on_hold'], departments: ['billing'] });
    expect(countNarrowed({ ...narrowed, unread: true })).toBe(4);
    const fewer = toggled(narrowed, 'statuses', 'answered');
    expect(fewer.statuses).toEqual(['on_hold']);
    expect(countNarrowed(nothingNarrowed)).toBe(0);
  });

  it('gives way to the department that a view is about, but not in a search', () => {
    const view = filter({ department: 'vps', narrowing: narrowed });
    expect(inForce(view).departments).toEqual([]);
    expect(inForce({ ...view, query: 'mail' }).departments).toEqual(['billing']);
  });
});

describe('the question', () => {
  it('names only what is asked for', () => {
    expect(questionOf(filter(), 100, 50)).toEqual({ view: 'open', offset: 100, limit: 50 });
  });

  it('holds every filter and the order', () => {
    const all = { ...narrowed, unread: true, priorities: ['high'], services: ['app-01'] } as const;
    expect(questionOf(filter({ narrowing: all, sort: 'turn' }), 0, 10)).toEqual({
      view: 'open',
      unread: true,
      statuses: ['answered', 'on_hold'],
      priorities: ['high'],
      departments: ['billing'],
      services: ['app-01'],
      sort: 'turn',
      offset: 0,
      limit: 10,
    });
  });

  it('asks for the hidden tickets of all views', () => {
    expect(questionOf(filter({ view: 'hidden' }), 0, 1)).toMatchObject({ view: 'all', hidden: true });
  });

  it('searches in every view, within the filters', () => {
    const question = questionOf(
      filter({ view: 'hidden', department: 'vps', narrowing: narrowed, query: 'mail' }),
      0,
      1,
    );
    expect(question).toEqual({
      view: 'all',
      query: 'mail',
      statuses: ['answered', 'on_hold'],
      departments: ['billing'],
      offset: 0,
      limit: 1,
    });
  });
});
