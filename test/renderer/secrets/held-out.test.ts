// How well the rules do on text that they were not made from. The held-out set was written after the first rules were
// finished, the blind ones without looking at any rule. Each one's rates, at its first run and after the rules were last
// improved:
//
//   held-out: 67 of 83 found (80.7 %), then 82 (98.8 %); false alarms 1 of 235, then none
//   blind-1: 151 of 191 found (79.1 %), then 190 (99.5 %); false alarms 1 of 196, then none
//   blind-2: 142 of 192 found (74.0 %), then 176 (91.7 %); false alarms none of 197, twice
//
// The misses of held-out and blind-1 were read to improve the rules, so that these two now say no more than the corpus
// does. Those of blind-2 were never read: its rate is the one to expect of people's text, and it is below the 95 % that
// were wanted. It was written in one go with blind-1 and split by chance, so that strangers' text may do worse.
// Whoever works on the rules leaves blind-2 alone and looks at its total only; once its misses have been read, a new set
// has to take its place.
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

it('blind-2, never read: as much as at its measurement is found, at most 1 % false alarms', () => {
  const found = read('blind-2-found.txt');
  const quiet = read('blind-2-quiet.txt');
  expect(found.length).toBeGreaterThanOrEqual(190);
  expect(quiet.length).toBeGreaterThanOrEqual(190);
  // a failure shows no text, lest the set be tuned on
  const { line, found: share, wrong } = measure('blind-2', found, quiet);
  console.log(line);
  expect(share, line).toBeGreaterThanOrEqual(0.91);
  expect(wrong, line).toBeLessThanOrEqual(0.01);
});
