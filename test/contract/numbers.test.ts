import { expect, it } from 'vitest';
import { numbers } from '../../electron/contract/numbers.ts';

it('writes numbers as each language does, on one line', () => {
  expect([numbers.en.number(999), numbers.en.number(1_000), numbers.en.number(10_000)]).toEqual([
    '999',
    '1,000',
    '10,000',
  ]);
  expect([numbers.sv.number(999), numbers.sv.number(1_000), numbers.sv.number(10_000)]).toEqual([
    '999',
    '1\u00a0000',
    '10\u00a0000',
  ]);
});

it('counts in both forms', () => {
  const { plural } = numbers.sv;
  expect([0, 1, 2_000].map((count) => plural(count, 'ärende', 'ärenden'))).toEqual([
    '0 ärenden',
    '1 ärende',
    '2\u00a0000 ärenden',
  ]);
});
