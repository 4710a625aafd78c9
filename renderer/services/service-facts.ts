// What matters first about a linked service, found under the names that the API and its older shape use, and the rest
// of its details. Pure.
import type { Service } from '../../electron/contract/model.ts';
import { readTime } from './readable.ts';

/** How a state is coloured: all is well, something comes, something is wrong, it is over, not known. */
export type Tone = 'good' | 'soon' | 'bad' | 'over' | 'plain';
export type StateName = keyof typeof states;

export type ServiceFacts = {
  readonly state: { readonly raw: string; readonly name: StateName | null; readonly tone: Tone } | null;
  readonly plan: string | null;
  readonly addresses: readonly string[];
  readonly dueAt: number | null;
  readonly autoRenew: boolean | null;
  /** what none of these is, as it came */
  readonly rest: Readonly<Record<string, unknown>>;
};

const states = {
  active: 'good',
  pending: 'soon',
  processing: 'soon',
  suspended: 'bad',
  expired: 'bad',
  fraud: 'bad',
  inactive: 'over',
  cancelled: 'over',
  terminated: 'over',
} as const satisfies Record<string, Tone>;
/** the same in other spellings */
const alike: Readonly<Record<string, StateName>> = {
  canceled: 'cancelled',
  running: 'active',
  online: 'active',
  enabled: 'active',
  disabled: 'inactive',
  deleted: 'terminated',
};

const keys = {
  state: ['status', 'state'],
  plan: ['planname', 'plan', 'packagename', 'package', 'productname', 'product'],
  addresses: [
    'ipaddress',
    'ip',
    'ipv4address',
    'ipv4',
    'ipv6address',
    'ipv6',
    'dedicatedip',
    'hostname',
    'host',
  ],
  due: ['nextdueat', 'nextduedate', 'nextdue', 'duedate'],
  autoRenew: ['autorenew', 'autorenewal'],
};

export function factsOf(service: Service): ServiceFacts {
  const details = Object.entries(service.details ?? {});
  const used = new Set<string>();

  /** The first values under these names that can be read so. */
  function take<T>(names: readonly string[], read: (value: unknown) => T | null, most: number): T[] {
    const found: T[] = [];
    for (const wanted of names) {
      for (const [name, value] of details) {
        if (found.length >= most || used.has(name) || plainName(name) !== wanted) continue;
        const known = read(value);
        if (known === null) continue;
        used.add(name);
        if (!found.includes(known)) found.push(known);
      }
    }
    return found;
  }

  const [raw = null] = take(keys.state, shortText, 1);
  const [plan = null] = take(keys.plan, shortText, 1);
  const addresses = take(keys.addresses, shortText, 6);
  const [dueAt = null] = take(keys.due, (value) => readTime(String(value))?.at ?? null, 1);
  const [autoRenew = null] = take(keys.autoRenew, readFlag, 1);
  return {
    state: raw === null ? null : stateOf(raw),
    plan,
    addresses,
    dueAt,
    autoRenew,
    rest: Object.fromEntries(details.filter(([name]) => !used.has(name))),
  };
}

function stateOf(raw: string): ServiceFacts['state'] {
  const word = raw.toLowerCase();
  const name = Object.hasOwn(states, word)
    ? (word as StateName)
    : Object.hasOwn(alike, word)
      ? alike[word]
      : null;
  return name ? { raw, name, tone: states[name] } : { raw, name: null, tone: 'plain' };
}

const plainName = (name: string): string =>
  name
    .slice(0, 40)
    .toLowerCase()
    .replace(/[_\s-]/g, '');

/** Longer ones are shown among the rest, where there is room. */
function shortText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' || text.length > 253 ? null : text;
}

function readFlag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.toLowerCase() : value;
  if (word === 'true' || word === 'yes' || word === '1' || word === 1) return true;
  return word === 'false' || word === 'no' || word === '0' || word === 0 ? false : null;
}
