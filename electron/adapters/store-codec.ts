// Between a record and its row: columns are named like the fields; booleans are 0 or 1, objects are JSON.
import { StoreError } from '../core/records.ts';
import type { Params, Row, SqlValue } from './sqlite-driver.ts';

type Kind = 'plain' | 'flag' | 'json';

type Codec<T> = {
  /** for SELECT, in the order of the record's fields */
  readonly columns: string;
  /** inserts, or replaces every column of the row with the same key */
  readonly upsert: string;
  params(record: T): Params;
  record(row: Row): T;
};

/** `kinds` names every field, in the order in which records are to carry them. */
export function codecOf<T extends object>(
  table: string,
  key: keyof T & string,
  kinds: { readonly [Field in keyof T]-?: Kind },
): Codec<T> {
  const fields = Object.entries<Kind>(kinds);
  const names = fields.map(([name]) => `"${name}"`).join(', ');
  const values = fields.map(([name]) => `:${name}`).join(', ');
  const changes = fields
    .filter(([name]) => name !== key)
    .map(([name]) => `"${name}" = excluded."${name}"`)
    .join(', ');
  return {
    columns: names,
    upsert: `INSERT INTO ${table} (${names}) VALUES (${values}) ON CONFLICT ("${key}") DO UPDATE SET ${changes}`,
    params: (record) =>
      Object.fromEntries(fields.map(([name, kind]) => [name, encode(kind, record[name as keyof T])])),
    // long conversations have thousands of rows, and a list of pairs for each would take twice as long
    record(row) {
      const record: Record<string, unknown> = {};
      for (const [name, kind] of fields) record[name] = decode(kind, row[name] ?? null);
      return record as T;
    },
  };
}

function encode(kind: Kind, value: unknown): SqlValue {
  if (kind === 'flag') return value ? 1 : 0;
  if (kind === 'json') return value === null || value === undefined ? null : JSON.stringify(value);
  return (value ?? null) as SqlValue;
}

function decode(kind: Kind, value: SqlValue): unknown {
  if (kind === 'flag') return value === 1;
  if (kind === 'json' && value !== null) return parse(String(value));
  return value;
}

/** Only we write these columns, so what does not parse is damage. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new StoreError('store_broken', cause);
  }
}
