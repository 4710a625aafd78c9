// Values of JavaScript that are not what they seem, or that nobody expects in a message.
import { pick } from '../../fakes/random.ts';

type Random = () => number;
type Kind = 'string' | 'number' | 'boolean' | 'array' | 'object';

class Ticket {
  readonly ticketId = 'tkt_1';
}

function ring(): unknown {
  const start: Record<string, unknown> = { ticketId: 'tkt_1' };
  start.again = { start };
  return start;
}

function deep(): unknown {
  let inner: unknown = {};
  for (let depth = 0; depth < 5_000; depth += 1) inner = { inner };
  return inner;
}

/** As long as lists get, without a single item. */
export function endless(): unknown {
  const list: unknown[] = [];
  list.length = 2 ** 32 - 1;
  return list;
}

const throws = (): never => {
  throw new Error('looked at');
};
const trap = (names: readonly (keyof ProxyHandler<object>)[]): unknown =>
  new Proxy({}, Object.fromEntries(names.map((name) => [name, throws])));

const makers: Readonly<Record<Kind | 'none', readonly (() => unknown)[]>> = {
  none: [() => null, () => undefined, () => Symbol('tkt_1'), () => 10n, () => throws, () => class {}],
  string: [
    () => 'tkt_1',
    () => '',
    () => '{}',
    () => '[]',
    () => 'null',
    () => '__proto__',
    () => 'x'.repeat(2_000_000),
  ],
  number: [() => 0, () => 1, () => -1, () => Number.NaN, () => Number.POSITIVE_INFINITY, () => 1e308],
  boolean: [() => true, () => false],
  array: [
    () => [],
    () => ['tkt_1'],
    () => [[]],
    () => [null],
    endless,
    () => Object.assign([], { ticketId: 'x' }),
  ],
  object: [
    () => Object('tkt_1'),
    () => Object(1),
    () => Object(true),
    () => new Ticket(),
    () => new Date(0),
    () => new Map([['ticketId', 'tkt_1']]),
    () => new Set(['tkt_1']),
    () => /tkt_1/,
    () => new Error('tkt_1'),
    () => Promise.resolve('tkt_1'),
    () => new Uint8Array(64),
    () => new Float64Array(8),
    () => new ArrayBuffer(1_000_000),
    () => new DataView(new ArrayBuffer(8)),
    () => new SharedArrayBuffer(8),
    () => new WeakMap(),
    () => new Proxy(new Date(0), {}),
    () => trap(['getPrototypeOf']),
    () => trap(['ownKeys', 'get', 'has']),
    () => trap(['getOwnPropertyDescriptor', 'get']),
    () => ({ toString: () => 'tkt_1', length: 5 }),
    () => ({ valueOf: throws, toString: throws, toJSON: throws }),
    () => ({
      [Symbol.toPrimitive]: throws,
      get ticketId() {
        return throws();
      },
    }),
    () => ({
      get length() {
        return throws();
      },
    }),
    ring,
    deep,
    () => JSON.parse('{"__proto__":{"ticketId":"tkt_1"}}'),
    () => Object.create({ ticketId: 'tkt_1' }),
    () => Object.create(Array.prototype),
  ],
};

const groups = Object.keys(makers) as (Kind | 'none')[];

/** A value of any kind but this one. */
export function odd(random: Random, not: Kind): unknown {
  const group = groups[Math.floor(random() * groups.length)] ?? 'none';
  const choices = group === not || (not === 'object' && group === 'none') ? makers.none : makers[group];
  if (not === 'object' && random() < 0.6) return notPlain(random);
  return choices[Math.floor(random() * choices.length)]?.();
}

/** Things that `typeof` calls objects, without a field that could be wrong: only what they are is. */
const notPlain = (random: Random): unknown =>
  pick<() => unknown>(random, [
    () => [],
    () => new Ticket(),
    () => new Date(0),
    () => new Map(),
    () => /x/,
    () => new Error('x'),
    () => new Uint8Array(0),
    () => new ArrayBuffer(0),
    () => Object(''),
    () => trap(['getPrototypeOf']),
    () => trap(['ownKeys', 'get', 'has']),
    ring,
    deep,
  ])();

/** The right fields, carried by something that is no plain object. */
export function liars(random: Random, fields: Readonly<Record<string, unknown>>): unknown {
  const computed = Object.fromEntries(
    Object.keys(fields).map((name) => [name, { get: () => fields[name], enumerable: true }]),
  );
  const throwing = { a: { get: throws, enumerable: true } };
  return pick<() => unknown>(random, [
    () => Object.assign([], fields),
    () => Object.create({ ...fields, made: 1 }),
    () => Object.assign(new Ticket(), fields),
    () => Object.assign(new Date(0), fields),
    // defined, not assigned: a function has a `name` already, which cannot be written
    () => Object.defineProperties(() => fields, Object.getOwnPropertyDescriptors(fields)),
    () => new Map(Object.entries(fields)),
    () => [fields],
    () => JSON.stringify(fields),
    () => Object.defineProperties({}, { ...computed, ...throwing }),
    () => new Proxy(fields, { getPrototypeOf: throws }),
    () => new Proxy(fields, { ownKeys: throws }),
    () => Object.assign(Object.create(fields), { made: 1 }),
  ])();
}
