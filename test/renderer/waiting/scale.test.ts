// Where a wait stands on the charts, and when there are too few answers to say anything.
import { describe, expect, it } from 'vitest';
import type { Wait } from '../../../electron/contract/waiting.ts';
import { fewest, isEnough, scaleOf } from '../../../renderer/waiting/scale.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const wait = (low: number, median: number, high: number, n = fewest): Wait => ({ n, median, low, high });

describe('the scale', () => {
  it('reaches from the tick below the quickest to the tick above the slowest', () => {
    const { ticks, place } = scaleOf([wait(6 * minute, 27 * minute, 3 * hour), null]);
    expect(ticks).toEqual([5 * minute, 15 * minute, hour, 4 * hour]);
    expect([place(5 * minute), place(4 * hour)]).toEqual([0, 1]);
  });

  it('is logarithmic: the same factor is the same way', () => {
    const { place } = scaleOf([wait(minute, hour, 12 * hour)]);
    expect(place(40 * minute) - place(20 * minute)).toBeCloseTo(place(4 * hour) - place(2 * hour));
  });

  it('keeps what lies outside on its edge', () => {
    const { place } = scaleOf([wait(6 * minute, 7 * minute, 8 * minute)]);
    expect([place(0), place(1_000), place(90 * day)]).toEqual([0, 0, 1]);
  });

  it.each<[string, Wait[]]>([
    ['nothing', []],
    ['moments', [wait(0, 0, 0)]],
    ['one tick', [wait(hour, hour, hour)]],
    ['years', [wait(500 * day, 600 * day, 900 * day)]],
  ])('has two ends and finite places, of %s too', (_, waits) => {
    const { ticks, place } = scaleOf(waits);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    for (const { median } of waits)
      expect(place(median)).toSatisfy((share: number) => share >= 0 && share <= 1);
  });

  it('has few ticks, however far it reaches', () => {
    const { ticks } = scaleOf([wait(minute, day, 365 * day)]);
    expect(ticks.length).toBeLessThanOrEqual(6);
    expect([ticks[0], ticks.at(-1)]).toEqual([minute, 365 * day]);
  });

  it.each([
    [minute, 365 * day],
    [20 * minute, 100 * day],
    [2 * hour, 8 * day],
  ])('from %d to %d ms keeps its labels apart, and both ends', (low, high) => {
    const { ticks, labels, place } = scaleOf([wait(low, low, high)]);
    expect([labels[0], labels.at(-1)]).toEqual([ticks[0], ticks.at(-1)]);
    const gaps = labels.slice(1).map((tick, index) => place(tick) - place(labels[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(0.18);
  });

  it('holds the single answer of a department, but not the range that it has not', () => {
    expect(scaleOf([wait(minute, 20 * minute, 30 * day, fewest - 1)]).ticks).toEqual([15 * minute, hour]);
  });
});

it('takes four answers for too few', () => {
  expect([isEnough(wait(1, 2, 3, 4)), isEnough(wait(1, 2, 3, 5))]).toEqual([false, true]);
});
