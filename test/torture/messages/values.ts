// Input for calls, made from the contract's own schemas: right ones, and ones with exactly one thing wrong, which must
// be refused. A kind of schema that is not known here fails, so a contract that grows takes this file along.
import { calls } from '../../../electron/contract/calls.ts';
import { pick } from '../../fakes/random.ts';
import { endless, liars, odd } from './odd-values.ts';

type Random = () => number;
type Fields = Record<string, unknown>;
/** The parts of valibot's schemas that matter here. */
type Schema = {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly wrapped?: Schema;
  readonly item?: Schema;
  /** of a list of words, or the kinds that a union takes */
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly pipe?: readonly Schema[];
  readonly requirement?: unknown;
};

const inputs = new Map(Object.entries(calls).map(([name, { input }]) => [name, input as unknown as Schema]));
export const callNames = [...inputs.keys()];

const schemaOf = (name: string): Schema => inputs.get(name) ?? { type: 'none' };
export const rightInput = (random: Random, name: string): unknown => right(random, schemaOf(name));
export const wrongInput = (random: Random, name: string): unknown => wrong(random, schemaOf(name));

const below = (random: Random, end: number): number => Math.floor(random() * end);
/** What is asked of a text or number, also of one that was made of another. */
const steps = ({ pipe = [] }: Schema): Schema[] => pipe.flatMap((step) => [step, ...steps(step)]);
const limit = (schema: Schema, type: string, otherwise: number): number => {
  const found = steps(schema).find((step) => step.type === type)?.requirement;
  return typeof found === 'number' ? found : otherwise;
};
const unknown = ({ type }: Schema): never => {
  throw new Error(`this suite knows no schema of the kind "${type}"`);
};

function right(random: Random, schema: Schema): unknown {
  switch (schema.type) {
    case 'object':
    case 'strict_object':
      return rightFields(random, schema);
    case 'string': {
      const [least, most] = [limit(schema, 'min_length', 0), limit(schema, 'max_length', 1_000)];
      const text = pick(random, [
        'tkt_1',
        '',
        'Hej! Räksmörgås',
        '<b>',
        '__proto__',
        '../x',
        '\u0000',
        'x'.repeat(most),
      ]);
      return text.length < least ? 'x'.repeat(least) : text.slice(0, most);
    }
    case 'number': {
      const most = limit(schema, 'max_value', 50);
      return Math.min(most, pick(random, [0, 1, 50, most]));
    }
    case 'boolean':
      return random() < 0.5;
    case 'picklist':
      return schema.options?.[below(random, schema.options.length)];
    case 'literal':
      return schema.literal;
    case 'union':
      return right(random, kindsOf(schema)[below(random, kindsOf(schema).length)] ?? schema);
    case 'nullable':
      return random() < 0.3 ? null : right(random, schema.wrapped ?? schema);
    case 'optional':
      return right(random, schema.wrapped ?? schema);
    case 'array':
      return Array.from({ length: limit(schema, 'min_length', 0) + below(random, 4) }, () =>
        right(random, schema.item ?? schema),
      );
    default:
      return unknown(schema);
  }
}

function rightFields(random: Random, { entries = {} }: Schema): Fields {
  const fields = Object.entries(entries).filter(([, field]) => field.type !== 'optional' || random() < 0.5);
  return Object.fromEntries(fields.map(([name, field]) => [name, right(random, field)]));
}

function wrong(random: Random, schema: Schema): unknown {
  switch (schema.type) {
    case 'object':
    case 'strict_object':
      return wrongFields(random, schema);
    case 'nullable':
      return otherThan(random, null, schema.wrapped ?? schema);
    case 'optional':
      return otherThan(random, undefined, schema.wrapped ?? schema);
    case 'string':
      return wrongText(random, schema);
    case 'number': {
      const most = limit(schema, 'max_value', 1);
      const numbers = [-1, 0.5, most + 1, Number.NaN, Number.POSITIVE_INFINITY, -Number.MAX_VALUE, 2 ** 53];
      return random() < 0.5 ? numbers[below(random, numbers.length)] : odd(random, 'number');
    }
    case 'boolean':
      return random() < 0.5 ? pick(random, [0, 1, 'true', 'false', '', 'on']) : odd(random, 'boolean');
    case 'picklist': {
      const one = String(right(random, schema));
      const near = [
        `${one} `,
        ` ${one}`,
        one.toUpperCase(),
        `${one}\0`,
        one.slice(1),
        '',
        '__proto__',
        'constructor',
      ];
      return random() < 0.5 ? near[below(random, near.length)] : odd(random, 'string');
    }
    case 'union':
      return wrongUnion(random, schema);
    case 'array':
      return wrongList(random, schema);
    default:
      return unknown(schema);
  }
}

function otherThan(random: Random, allowed: unknown, schema: Schema): unknown {
  for (;;) {
    const value = wrong(random, schema);
    if (value !== allowed) return value;
  }
}

function wrongText(random: Random, schema: Schema): unknown {
  const [least, most] = [
    limit(schema, 'min_length', 0),
    limit(schema, 'max_length', Number.POSITIVE_INFINITY),
  ];
  if (least > 0 && random() < 0.2) return '';
  if (most < Number.POSITIVE_INFINITY && random() < 0.3) return 'å'.repeat(most + 1 + below(random, 50) ** 2);
  return odd(random, 'string');
}

const kindsOf = ({ options = [] }: Schema) => options as readonly Schema[];

/** Of no kind that any union here takes, or a word that is nearly one of its words. */
function wrongUnion(random: Random, schema: Schema): unknown {
  const literals = kindsOf(schema).flatMap(({ literal }) => (typeof literal === 'string' ? [literal] : []));
  const near = literals.flatMap((word) => [`${word} `, word.toUpperCase(), word.slice(1), [word], { word }]);
  const others: readonly unknown[] = [
    null,
    undefined,
    true,
    [],
    {},
    0.5,
    -1,
    Number.NaN,
    10n,
    Symbol('x'),
    Object(1),
  ];
  const all = [...near, ...others];
  return all[below(random, all.length)];
}

function wrongList(random: Random, schema: Schema): unknown {
  const item = schema.item ?? schema;
  const list = right(random, schema) as unknown[];
  const ways: readonly (() => unknown)[] = [
    () => odd(random, 'array'),
    () => [...list, wrong(random, item)],
    () => Array.from({ length: limit(schema, 'max_length', 50) + 1 }, () => right(random, item)),
    () => Object.assign([...list], { more: 1 }),
    () => ({ ...list, length: list.length }),
    () => new Set(list),
    endless,
  ];
  return ways[below(random, ways.length)]?.();
}

function wrongFields(random: Random, schema: Schema): unknown {
  const fields = rightFields(random, schema);
  const entries = Object.entries(schema.entries ?? {});
  const [name, field] = entries[below(random, entries.length)] ?? [];
  const needed = entries.find(([, { type }]) => type !== 'optional')?.[0];
  if (name !== undefined && field && random() < 0.6) return { ...fields, [name]: wrong(random, field) };
  if (needed !== undefined && random() < 0.2) return { ...fields, [needed]: undefined };
  if (schema.type === 'strict_object' && random() < 0.4) {
    const more = pick(random, [
      'more',
      '__proto__',
      'constructor',
      'toString',
      'TicketId',
      'ticketId ',
      '0',
      '',
    ]);
    return JSON.parse(
      `${JSON.stringify(fields).slice(0, -1)}${Object.keys(fields).length ? ',' : ''}"${more}":{"x":1}}`,
    );
  }
  return random() < 0.5 ? odd(random, 'object') : liars(random, fields);
}
