// Spoils JSON: fields dropped, renamed, retyped, swapped, nested, repeated, and keys that reach for the prototype.
import { pick } from '../fakes/random.ts';

type Random = () => number;
type Node = Record<string, unknown> | unknown[];
type Place = { readonly parent: Node; readonly key: string };

/** Stands for what no value of JavaScript can say; written into the text afterwards. */
const marks = {
  deepList: '@deep-list@',
  deepObject: '@deep-object@',
  hugeNumber: '@huge-number@',
  twice: '@twice@',
};
const depth = 10_000;

/** One to four faults. Text that is no JSON comes back as it is. */
export function spoilJson(random: Random, text: string): string {
  const root = parse(text);
  if (root === null) return text;
  for (let faults = 1 + Math.floor(random() * random() * 4); faults > 0; faults -= 1) spoil(random, root);
  return JSON.stringify(root)
    .replaceAll(`"${marks.deepList}"`, () => '['.repeat(depth) + ']'.repeat(depth))
    .replaceAll(`"${marks.deepObject}"`, () => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)
    .replaceAll(`"${marks.hugeNumber}"`, () => '9'.repeat(400))
    .replaceAll(`"${marks.twice}":0`, () => '"id":"tkt_twice","id":null,"data":7');
}

function parse(text: string): Node | null {
  try {
    const value: unknown = JSON.parse(text);
    return isNode(value) ? value : null;
  } catch {
    return null;
  }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** One of all places, so that long lists get their share; or down from the root, so that the envelope gets its own. */
function pickPlace(random: Random, root: Node): Place | null {
  if (random() < 0.5) return pickFromRoot(random, root);
  const places: Place[] = [];
  collect(root, places);
  return places[Math.floor(random() * places.length)] ?? null;
}

function collect(parent: Node, places: Place[]): void {
  for (const key of Object.keys(parent)) {
    places.push({ parent, key });
    const below = Reflect.get(parent, key) as unknown;
    if (isNode(below)) collect(below, places);
  }
}

function pickFromRoot(random: Random, root: Node): Place | null {
  let parent = root;
  for (let level = 0; level < 8; level += 1) {
    const keys = Object.keys(parent);
    const key = keys[Math.floor(random() * keys.length)];
    if (key === undefined) return null;
    const below = Reflect.get(parent, key) as unknown;
    if (!isNode(below) || random() < 0.25) return { parent, key };
    parent = below;
  }
  return null;
}

const put = (target: Node, key: string, value: unknown): void => {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
};

function spoil(random: Random, root: Node): void {
  const place = pickPlace(random, root);
  if (!place) return;
  const { parent, key } = place;
  const now = Reflect.get(parent, key) as unknown;
  const faults: readonly (() => void)[] = [
    () =>
      Array.isArray(parent) ? void parent.splice(Number(key), 1) : void Reflect.deleteProperty(parent, key),
    () => rename(random, place, now),
    () => put(parent, key, null),
    () => put(parent, key, retyped(random, now)),
    () => put(parent, key, pick(random, strangeValues)),
    () => put(parent, key, pick(random, strangeTexts)),
    () => put(parent, key, pick(random, strangeTimes)),
    () => put(parent, pick(random, prototypeKeys), structuredClone(pick<unknown>(random, polluters))),
    () => repeat(random, parent, key, now),
    () => swap(random, root, place, now),
    () => put(parent, key, pick(random, [[], {}, [[]], [null], [{}]])),
    () => put(parent, marks.twice, 0),
  ];
  faults[Math.floor(random() * faults.length)]?.();
}

function rename(random: Random, { parent, key }: Place, now: unknown): void {
  Reflect.deleteProperty(parent, key);
  put(parent, pick(random, [key.toUpperCase(), `${key} `, `_${key}`, key.replace(/[A-Z]/g, '_$&'), '']), now);
}

function retyped(random: Random, now: unknown): unknown {
  if (typeof now === 'string')
    return pick<unknown>(random, [now.length, [now], { value: now }, now === '', `${now}x`]);
  if (typeof now === 'number') return pick<unknown>(random, [String(now), -now, now + 0.5, [now], now > 0]);
  if (typeof now === 'boolean') return pick<unknown>(random, [String(now), Number(now), [now]]);
  if (Array.isArray(now))
    return pick<unknown>(random, [
      Object.fromEntries(now.entries()),
      now[0],
      JSON.stringify(now),
      now.length,
    ]);
  return pick<unknown>(random, [[now], JSON.stringify(now), Object.values(now ?? {}), 1]);
}

/** The same element again: ids that occur twice, lists that are longer than they say. */
function repeat(random: Random, parent: Node, key: string, now: unknown): void {
  const list = Array.isArray(now) ? now : Array.isArray(parent) ? parent : null;
  if (!list) {
    put(parent, `${key}2`, now);
    return;
  }
  const one: unknown = list[Math.floor(random() * list.length)];
  const times = random() < 0.02 ? 300 : 1 + Math.floor(random() * 3);
  for (let time = 0; time < times; time += 1) list.push(structuredClone(one));
}

/** What belongs here stands there: another ticket's id, a message in the place of a ticket. */
function swap(random: Random, root: Node, { parent, key }: Place, now: unknown): void {
  const other = pickPlace(random, root);
  if (!other) return;
  const there = structuredClone(Reflect.get(other.parent, other.key) as unknown);
  put(other.parent, other.key, structuredClone(now));
  put(parent, key, there);
}

const prototypeKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  'toJSON',
] as const;
const polluters = [
  { polluted: true, messageCount: 1, status: 'closed' },
  { prototype: { polluted: true } },
  'text',
  null,
] as const;

const strangeValues = [
  0,
  -1,
  1.5,
  1e308,
  -1e308,
  2 ** 53,
  2 ** 31,
  Number.MIN_VALUE,
  true,
  false,
  marks.deepList,
  marks.deepObject,
  marks.hugeNumber,
] as const;

const strangeTexts = [
  '',
  ' ',
  '\0',
  'tkt_\0null',
  '\ud800',
  'tkt_\udfff_lone',
  '\u202egnp.exe',
  '\ufeff',
  '🧑‍🚒'.repeat(50),
  'é'.normalize('NFD'),
  'a'.repeat(181),
  'x'.repeat(100_000),
  '.',
  '..',
  '../../etc/passwd',
  'https://evil.example/',
  '//evil.example/x',
  '\\\\evil\\share',
  'javascript:alert(1)',
  '<img src=x onerror=alert(1)>',
  "'; DROP TABLE tickets; --",
  '%00%2e%2e%2f',
  'null',
  'undefined',
  '[object Object]',
  'closed',
  'staff',
  'customer',
  '__proto__',
  'toString',
] as const;

const strangeTimes = [
  '9999-12-31T23:59:59.999Z',
  '2999-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '1970-01-01T00:00:00Z',
  '2026-13-45T99:99:99Z',
  '2026-04-27 11:45:00',
  '2026-04-27T11:45:00+14:00',
  'Mon, 27 Apr 2026 11:45:00 GMT',
  '+275760-09-13T00:00:00.000Z',
  '1777290300000',
  'yesterday',
] as const;
