// From what a user typed to what it asks for. Pure. Whatever was typed is a search, never an error: what is no operator
// is words.
import { limits } from '../../contract/calls.ts';
import type { Priority, Sender, Status } from '../../contract/model.ts';
import type { Term } from '../records.ts';
import { composed, fold, hasWord } from './fold.ts';
import {
  dayNamed,
  type Operator,
  operatorOf,
  prioritiesNamed,
  type State,
  sendersNamed,
  statesNamed,
  statusesNamed,
} from './operators.ts';

export type ParsedQuery = {
  readonly terms: readonly Term[];
  readonly without: readonly Term[];
  readonly services: readonly Term[];
  readonly senders: readonly Sender[];
  /** of those who asked or wrote */
  readonly people: readonly Term[];
  readonly states: readonly { readonly is: State; readonly not: boolean }[];
  /** beginnings of slugs or names, folded */
  readonly departments: readonly string[];
  readonly statuses: readonly Status[];
  readonly priorities: readonly Priority[];
  /** days as YYYY-MM-DD; before is not included, after is */
  readonly before: string | null;
  readonly after: string | null;
  /** the ticket number that was typed, '' for none */
  readonly number: string;
  /** how many words are not looked for, because there are too many */
  readonly leftOut: number;
  /** only signs were typed, which no text can be found by */
  readonly hopeless: boolean;
};

type Piece = {
  readonly not: boolean;
  readonly name: string;
  readonly value: string;
  /** in quotes that were closed */
  readonly exact: boolean;
  /** as typed, without the minus */
  readonly whole: string;
};

// a minus, a name with a colon, then a text in quotes (the last may be open) or up to the next blank
const piece = /(-)?((\p{L}+):)?(?:"([^"]*)("|$)|(\S*))/uy;

function piecesOf(typed: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < typed.length) {
    if (/\s/u.test(typed[at] ?? '')) {
      at += 1;
      continue;
    }
    piece.lastIndex = at;
    const found = piece.exec(typed);
    const [all = '', minus, , name = '', quoted, close, plain = ''] = found ?? [];
    const value = quoted ?? plain;
    const exact = quoted !== undefined && close === '"';
    // a lone minus is a sign like any other
    const not = minus !== undefined && all.length > 1;
    pieces.push({ not, name, value, exact, whole: name ? `${name}:${value}` : value });
    at += Math.max(1, all.length);
  }
  return pieces;
}

/** Answers null when nothing was asked for: nothing typed, or an operator whose value is still to come. */
export function parseQuery(text: string): ParsedQuery | null {
  const typed = composed(text.slice(0, limits.query))
    .replace(/#\s+(?=\d)/g, '#')
    .trim();
  if (typed === '') return null;
  const found = {
    terms: [] as Term[],
    without: [] as Term[],
    services: [] as Term[],
    senders: [] as Sender[],
    people: [] as Term[],
    states: [] as { is: State; not: boolean }[],
    departments: [] as string[],
    statuses: [] as Status[],
    priorities: [] as Priority[],
    before: null as string | null,
    after: null as string | null,
  };
  let numbers: string[] = [];
  let pending = false;
  let unfinished = -1;

  function words({ not, whole, exact }: Piece): void {
    if (!hasWord(whole)) return;
    if (not) return void found.without.push({ text: whole, prefix: false });
    numbers = [...numbers, ...(/^#?(\d+)$/.exec(whole)?.slice(1) ?? [])];
    unfinished = exact ? -1 : found.terms.length;
    found.terms.push({ text: whole, prefix: false });
  }

  const take: Readonly<Record<Operator, (piece: Piece) => boolean>> = {
    from: ({ value, not, exact }) =>
      !not &&
      (add(found.senders, sendersNamed(value)) ||
        (hasWord(value) && add(found.people, [{ text: value, prefix: !exact }]))),
    is({ value, not }) {
      const [state, other] = statesNamed(value);
      // the beginning of several: what is meant is still being typed
      pending ||= other !== undefined;
      if (other !== undefined) return true;
      return state !== undefined && add(found.states, [{ is: state, not }]);
    },
    dept: ({ value, not }) => !not && hasWord(value) && add(found.departments, [fold(value)]),
    status: ({ value, not }) => !not && add(found.statuses, statusesNamed(value)),
    priority: ({ value, not }) => !not && add(found.priorities, prioritiesNamed(value)),
    service: ({ value, not, exact }) =>
      !not && hasWord(value) && add(found.services, [{ text: value, prefix: !exact }]),
    before({ value, not }) {
      const day = not ? null : dayNamed(value);
      found.before = day ?? found.before;
      return day !== null;
    },
    after({ value, not }) {
      const day = not ? null : dayNamed(value);
      found.after = day ?? found.after;
      return day !== null;
    },
  };

  for (const part of piecesOf(typed)) {
    const operator = part.name ? operatorOf(part.name) : null;
    if (operator && part.value === '') pending = true;
    else if (!operator || !take[operator](part)) words(part);
  }
  const last = found.terms[unfinished];
  // only what was typed last may be the beginning of a word
  if (last && unfinished === found.terms.length - 1) found.terms[unfinished] = { ...last, prefix: true };
  return finish(found, numbers.length === 1 ? (numbers[0] ?? '') : '', pending);
}

function add<T>(list: T[], values: readonly T[]): boolean {
  list.push(...values);
  return values.length > 0;
}

function finish(
  found: Omit<ParsedQuery, 'number' | 'leftOut' | 'hopeless'>,
  number: string,
  pending: boolean,
): ParsedQuery | null {
  const { before, after, ...lists } = found;
  const empty = before === null && after === null && Object.values(lists).every((list) => list.length === 0);
  if (empty && pending) return null;
  const { terms, without, services, people } = found;
  const few = (words: readonly Term[]) => words.slice(0, limits.searchWords);
  const over = (words: readonly Term[]) => words.length - few(words).length;
  return {
    ...found,
    terms: few(terms),
    without: few(without),
    services: few(services),
    people: few(people),
    number,
    leftOut: over(terms) + over(without) + over(services) + over(people),
    hopeless: empty,
  };
}
