// The words of the search operators, English and Swedish, as people type them: without case and accents, shortened.
import { type Priority, priorities, type Sender, type Status, statuses } from '../../contract/model.ts';
import { fold } from './fold.ts';

const operators = {
  from: ['from', 'fran'],
  is: ['is', 'ar'],
  dept: ['dept', 'department', 'avd', 'avdelning'],
  status: ['status'],
  priority: ['priority', 'prio', 'prioritet'],
  service: ['service', 'tjanst'],
  before: ['before', 'fore'],
  after: ['after', 'since', 'efter', 'sedan'],
} as const;
export type Operator = keyof typeof operators;

const states = [
  'open',
  'closed',
  'unread',
  'encrypted',
  'pinned',
  'muted',
  'snoozed',
  'hidden',
  'gone',
  'draft',
] as const;
export type State = (typeof states)[number];

type Names<T extends string> = readonly (readonly [T, readonly string[]])[];
const own = <T extends string>(values: readonly T[]): Names<T> =>
  values.map((value) => [value, [value, value.replaceAll('_', '-'), value.replaceAll('_', '')]]);

const senderNames: Names<Sender> = [
  ['staff', ['staff', 'hostup', 'support', 'personal', 'personalen']],
  ['customer', ['me', 'customer', 'mig', 'jag', 'kund']],
  ['automation', ['auto', 'automation', 'automatik', 'automatisk']],
];

const stateNames: Names<State> = [
  ...own(states),
  ['open', ['oppen', 'oppet', 'oppna']],
  ['closed', ['stangd', 'stangt', 'stangda']],
  ['unread', ['olast', 'olasta']],
  ['encrypted', ['krypterad', 'krypterat', 'krypterade']],
  ['pinned', ['fast', 'fasta', 'nalad']],
  ['muted', ['tystad', 'tystat', 'dampad']],
  ['snoozed', ['snoozad', 'snoozat', 'uppskjuten', 'uppskjutet']],
  ['hidden', ['dold', 'dolt', 'dolda']],
  ['gone', ['borta', 'forsvunnen', 'forsvunnet']],
  ['draft', ['drafts', 'utkast']],
];

const statusNames: Names<Status> = [
  ...own(statuses),
  ['open', ['oppen', 'oppet']],
  ['answered', ['besvarad', 'besvarat']],
  ['customer_reply', ['kundsvar']],
  ['in_progress', ['pagar', 'pagaende']],
  ['on_hold', ['vilande']],
  ['closed', ['stangd', 'stangt']],
];

const priorityNames: Names<Priority> = [
  ...own(priorities),
  ['low', ['lag', 'lagt']],
  ['medium', ['normal', 'medel']],
  ['high', ['hog', 'hogt']],
  ['urgent', ['bradskande']],
  ['critical', ['kritisk', 'kritiskt']],
];

/** The operator of that name, in either language; null: it is none. */
export function operatorOf(name: string): Operator | null {
  const typed = fold(name);
  const found = Object.entries(operators).find(([, names]) => (names as readonly string[]).includes(typed));
  return (found?.[0] as Operator | undefined) ?? null;
}

/** A name or the beginning of one; a whole name means only itself. */
function named<T extends string>(names: Names<T>, typed: string): T[] {
  const start = fold(typed);
  const whole = names.filter(([, all]) => all.includes(start)).map(([value]) => value);
  const begun = names.filter(([, all]) => all.some((name) => name.startsWith(start))).map(([value]) => value);
  return [...new Set(whole.length > 0 ? whole : begun)];
}

/** Several for the beginning of several names; none for what is no name. */
export const sendersNamed = (typed: string): Sender[] => named(senderNames, typed);
/** As sendersNamed. */
export const statesNamed = (typed: string): State[] => named(stateNames, typed);
/** As sendersNamed. */
export const statusesNamed = (typed: string): Status[] => named(statusNames, typed);
/** As sendersNamed. */
export const prioritiesNamed = (typed: string): Priority[] => named(priorityNames, typed);

/** `2026`, `2026-01` or `2026-01-31` as the first day meant; null: no day of the calendar. */
export function dayNamed(typed: string): string | null {
  const parts = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(typed);
  if (!parts) return null;
  const day = [parts[1], parts[2] ?? '1', parts[3] ?? '1'].map((part) => part?.padStart(2, '0')).join('-');
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day) ? day : null;
}
