// Open objects of the API, made safe to keep: no depth that recursion (JSON, cloning, the page) could stumble over.

const deepest = 6;
const mostEntries = 200;

/** A copy without prototype keys; what lies too deep becomes null, what is too much is left out. */
export const plainRecord = (record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  copyRecord(record, 1);

function copyRecord(record: object, depth: number): Record<string, unknown> {
  const entries = Object.entries(record).filter(([name]) => !prototypeKeys.has(name));
  return Object.fromEntries(entries.slice(0, mostEntries).map(([name, value]) => [name, copy(value, depth)]));
}

const prototypeKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function copy(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= deepest) return null;
  return Array.isArray(value)
    ? value.slice(0, mostEntries).map((item) => copy(item, depth + 1))
    : copyRecord(value, depth + 1);
}
