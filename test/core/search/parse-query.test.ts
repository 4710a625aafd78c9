// What people type into the search box, and what it asks for. Nothing is an error.
import { describe, expect, it } from 'vitest';
import { limits } from '../../../electron/contract/calls.ts';
import { type ParsedQuery, parseQuery } from '../../../electron/core/search/parse-query.ts';
import { pick, randomFrom } from '../../fakes/random.ts';

const nothing: ParsedQuery = {
  terms: [],
  without: [],
  services: [],
  senders: [],
  people: [],
  states: [],
  departments: [],
  statuses: [],
  priorities: [],
  before: null,
  after: null,
  number: '',
  leftOut: 0,
  hopeless: false,
};
const word = (text: string) => ({ text, prefix: false });
const begun = (text: string) => ({ text, prefix: true });

describe('a typed search', () => {
  it.each<[string, Partial<ParsedQuery>]>([
    ['hej', { terms: [begun('hej')] }],
    [' hej  då ', { terms: [word('hej'), begun('då')] }],
    ['web-03.example.net', { terms: [begun('web-03.example.net')] }],
    ['"e-post studsar"', { terms: [word('e-post studsar')] }],
    ['"e-post stud', { terms: [begun('e-post stud')] }],
    ['"a" b', { terms: [word('a'), begun('b')] }],
    ['a "b"', { terms: [word('a'), word('b')] }],
    ['faktura -betald', { terms: [begun('faktura')], without: [word('betald')] }],
    ['-"helt klart"', { without: [word('helt klart')] }],
    ['e-post', { terms: [begun('e-post')] }],
    ['! ett - två ?', { terms: [word('ett'), begun('två')] }],
    ['#149943', { terms: [begun('#149943')], number: '149943' }],
    ['# 149943', { terms: [begun('#149943')], number: '149943' }],
    ['149943 faktura', { terms: [word('149943'), begun('faktura')], number: '149943' }],
    ['1 2', { terms: [word('1'), begun('2')] }],
    ['12a', { terms: [begun('12a')] }],
  ])('%j is words', (typed, expected) => {
    expect(parseQuery(typed)).toEqual({ ...nothing, ...expected });
  });

  it.each<[string, Partial<ParsedQuery>]>([
    ['from:staff', { senders: ['staff'] }],
    ['från:personal', { senders: ['staff'] }],
    ['fran:mig from:auto', { senders: ['customer', 'automation'] }],
    ['FROM:Staff faktura', { senders: ['staff'], terms: [begun('faktura')] }],
    ['from:kim', { people: [begun('kim')] }],
    ['från:"Kim Lindqvist" -klart', { people: [word('Kim Lindqvist')], without: [word('klart')] }],
    ['faktura from:me', { senders: ['customer'], terms: [begun('faktura')] }],
    ['is:open', { states: [{ is: 'open', not: false }] }],
    ['är:öppen', { states: [{ is: 'open', not: false }] }],
    [
      'är:stängt är:oläst',
      {
        states: [
          { is: 'closed', not: false },
          { is: 'unread', not: false },
        ],
      },
    ],
    ['-is:closed', { states: [{ is: 'closed', not: true }] }],
    ['is:pin', { states: [{ is: 'pinned', not: false }] }],
    ['är:utkast', { states: [{ is: 'draft', not: false }] }],
    [
      'är:fäst is:muted',
      {
        states: [
          { is: 'pinned', not: false },
          { is: 'muted', not: false },
        ],
      },
    ],
    [
      'is:snoozed is:gone is:encrypted is:hidden',
      { states: (['snoozed', 'gone', 'encrypted', 'hidden'] as const).map((is) => ({ is, not: false })) },
    ],
    ['dept:billing', { departments: ['billing'] }],
    ['avd:"Teknisk support"', { departments: ['teknisk support'] }],
    ['avd:FÖRSÄLJNING', { departments: ['forsaljning'] }],
    ['status:customer-reply', { statuses: ['customer_reply'] }],
    ['status:pågår', { statuses: ['in_progress'] }],
    ['status:open', { statuses: ['open'] }],
    ['status:o', { statuses: ['open', 'on_hold'] }],
    ['priority:high prio:kritisk', { priorities: ['high', 'critical'] }],
    ['service:räksmörgås.se', { services: [begun('räksmörgås.se')] }],
    ['tjänst:"min sida"', { services: [word('min sida')] }],
    ['before:2026-01-01', { before: '2026-01-01' }],
    ['före:2026 efter:2025-3', { before: '2026-01-01', after: '2025-03-01' }],
    ['sedan:2024-02-29', { after: '2024-02-29' }],
  ])('%j is operators', (typed, expected) => {
    expect(parseQuery(typed)).toEqual({ ...nothing, ...expected });
    expect(parseQuery(typed.normalize('NFD'))).toEqual({ ...nothing, ...expected });
  });

  it.each([
    ['http://example.com', 'http://example.com'],
    ['foo:bar', 'foo:bar'],
    ['is:banana', 'is:banana'],
    ['before:yesterday', 'before:yesterday'],
    ['before:2026-02-31', 'before:2026-02-31'],
    ['before:0-0-0', 'before:0-0-0'],
    ['12:30', '12:30'],
    ['constructor:x', 'constructor:x'],
    ['__proto__:x', '__proto__:x'],
  ])('%j is no operator, but words', (typed, text) => {
    expect(parseQuery(typed)).toEqual({ ...nothing, terms: [begun(text)] });
  });

  it('waits for the value of an operator', () => {
    for (const typed of ['is:', 'from:', 'före:', 'dept:""', 'is:o']) expect(parseQuery(typed)).toBeNull();
    expect(parseQuery('faktura is:')).toEqual({ ...nothing, terms: [begun('faktura')] });
  });

  it('asks nothing when nothing was typed, and finds nothing by signs alone', () => {
    for (const typed of ['', ' ', '\n\t\u00a0']) expect(parseQuery(typed)).toBeNull();
    for (const typed of ['!', '"', '""', '😀', '- -', '-', '--', ':', '#', '-"']) {
      expect(parseQuery(typed), typed).toEqual({ ...nothing, hopeless: true });
    }
  });

  it('never fails, whatever it is given, and stays small', () => {
    const pieces: [string, ...string[]] = [
      '"',
      '-',
      ':',
      'is:',
      'from:',
      'å',
      ' ',
      '#',
      '1',
      '\0',
      '\ud800',
      'before:',
      '*',
      '(',
      'x',
    ];
    const random = randomFrom(7);
    for (let round = 0; round < 3_000; round++) {
      let typed = '';
      for (let n = 0; n < round % 23; n++) {
        typed += pick(random, pieces);
      }
      expect(() => parseQuery(typed), JSON.stringify(typed)).not.toThrow();
    }
    expect(parseQuery('ab '.repeat(10_000))?.terms).toHaveLength(16);
    expect(parseQuery('ab '.repeat(16))?.leftOut).toBe(0);
    expect(parseQuery(`${'ab '.repeat(18)}${'-cd '.repeat(17)}is:open`)?.leftOut).toBe(3);
    expect(parseQuery('x'.repeat(100_000))?.terms[0]?.text.length).toBe(limits.query);
    expect(parseQuery('"'.repeat(99_999))?.hopeless).toBe(true);
  });
});
