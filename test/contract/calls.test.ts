// What a page may send is bounded everywhere: no text or list without an end, no fields that nobody reads.
import { describe, expect, it } from 'vitest';
import { calls } from '../../electron/contract/calls.ts';

type Schema = {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly pipe?: readonly Schema[];
};

/** What is asked of a text or list, also of one that was made of another. */
const steps = ({ pipe = [] }: Schema): string[] => pipe.flatMap((step) => [step.type, ...steps(step)]);

/** Paths in a schema at which anything may be as long as it likes, or hold more than is named. */
function openEnds(schema: Schema, path: string): string[] {
  const { type, entries = {}, wrapped, item } = schema;
  const below = [
    ...Object.entries(entries).flatMap(([name, field]) => openEnds(field, `${path}.${name}`)),
    ...(wrapped ? openEnds(wrapped, path) : []),
    ...(item ? openEnds(item, `${path}[]`) : []),
  ];
  const isLong = type === 'string' || type === 'array';
  const isOpen = isLong ? !steps(schema).includes('max_length') : type === 'object';
  return isOpen ? [`${path}: ${type}`, ...below] : below;
}

describe('the input of every call', () => {
  it.each(Object.entries(calls))('%s is bounded', (name, { input }) => {
    const found = openEnds(input as unknown as Schema, name);
    // A part of the settings: fields that are no settings are dropped, and every setting is one of a few.
    expect(found).toEqual(name === 'settings.set' ? ['settings.set: object'] : []);
  });
});
