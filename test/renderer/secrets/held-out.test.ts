// How well the rules do on text that they were not made from. Each set's rates, at its first run and after the rules were
// last improved:
//
//   held-out: 67 of 83 found (80.7 %), then 82 (98.8 %); false alarms 1 of 235, then none
//   blind-1: 151 of 191 found (79.1 %), then 190 (99.5 %); false alarms 1 of 196, then none
//   blind-2: 142 of 192 found (74.0 %), then 183 (95.3 %); false alarms none of 197, each time
//   blind-3: 140 of 165 found (84.8 %), then 154 (93.3 %); false alarms 2 of 178, both times
//   blind-4: 82 of 85 found (96.5 %); false alarms none of 100; since then the rules were only made faster
//
// The misses of held-out and blind-1 were read to improve the rules, so that these two now say no more than the corpus
// does. Those of the others were never read. How far each can be trusted:
//   blind-2 was written without looking at any rule, in one go with blind-1, and split from it by chance.
//   blind-3 was written likewise with the corpus' `late` texts, but its writer improved the rules afterwards, with these
//   texts still in mind: take its last rate for too good, its first one for strangers' text.
//   blind-4 was written after the rules were finished, by somebody who knew them.
// Strangers may do worse than all of them. Whoever works on the rules leaves the blind sets alone and looks at their
// totals only; once the misses of a set have been read, a new one has to take its place.
import { expect, it } from 'vitest';
import { read } from './corpus.ts';
import { measure, show } from './rates.ts';

it.each(['held-out', 'blind-1'])('%s, read since: nearly all is found, without false alarms', (name) => {
  const found = read(`${name}-found.txt`);
  const quiet = read(`${name}-quiet.txt`);
  expect(found.length).toBeGreaterThanOrEqual(60);
  expect(quiet.length).toBeGreaterThanOrEqual(190);
  const rates = measure(name, found, quiet);
  console.log(rates.line);
  expect(rates.found, `missed:${show(rates.missed)}`).toBeGreaterThanOrEqual(0.98);
  expect(rates.wrong, `alarms:${show(rates.alarms)}`).toBeLessThanOrEqual(0.01);
});

it.each([
  ['blind-2', 0.95, 0.01],
  ['blind-3', 0.93, 0.02],
  ['blind-4', 0.96, 0.01],
])('%s, never read: as much as at its measurement is found, few false alarms', (name, atLeast, atMost) => {
  const found = read(`${name}-found.txt`);
  const quiet = read(`${name}-quiet.txt`);
  expect(found.length).toBeGreaterThanOrEqual(85);
  expect(quiet.length).toBeGreaterThanOrEqual(100);
  // a failure shows no text, lest the set be tuned on
  const { line, found: share, wrong } = measure(name, found, quiet);
  console.log(line);
  expect(share, line).toBeGreaterThanOrEqual(atLeast);
  expect(wrong, line).toBeLessThanOrEqual(atMost);
});
