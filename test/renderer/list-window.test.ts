import { describe, expect, it } from 'vitest';
import { moveActive, rangeInSight, rowHeight, scrollToRow } from '../../renderer/ui/list-window.ts';

describe('the rows to draw', () => {
  it('are few, wherever in ten thousand the eye is', () => {
    for (const top of [0, 1, 400_000, 10_000 * rowHeight - 800, 10_000 * rowHeight]) {
      const { first, last } = rangeInSight(top, 800, 10_000);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(last).toBeLessThan(10_000);
      expect(last - first).toBeLessThan(30);
    }
  });

  it('cover what is in sight', () => {
    const { first, last } = rangeInSight(4_000, 800, 10_000);
    expect(first * rowHeight).toBeLessThanOrEqual(4_000);
    expect((last + 1) * rowHeight).toBeGreaterThanOrEqual(4_800);
  });

  it('are none when there are none', () => {
    expect(rangeInSight(0, 800, 0)).toEqual({ first: 0, last: -1 });
  });

  it('stay within a list that has shrunk under the scroll position', () => {
    const { first, last } = rangeInSight(400_000, 800, 3);
    expect(first).toBe(2);
    expect(last).toBe(2);
  });
});

describe('the keyboard', () => {
  it.each([
    ['ArrowDown', 5, 6],
    ['j', 5, 6],
    ['ArrowUp', 0, 0],
    ['k', 5, 4],
    ['ArrowDown', 99, 99],
    ['Home', 50, 0],
    ['End', 50, 99],
    ['PageDown', 0, 9],
    ['PageUp', 5, 0],
    ['x', 5, null],
  ])('%s goes from %d to %s', (key, from, to) => {
    expect(moveActive(key, from, 100, 10 * rowHeight)).toBe(to);
  });

  it('goes nowhere in an empty list', () => {
    expect(moveActive('End', 0, 0, 800)).toBeNull();
  });

  it('scrolls no further than needed', () => {
    expect(scrollToRow(0, 300, 800)).toBe(0);
    expect(scrollToRow(5, 300, 800)).toBe(300);
    expect(scrollToRow(20, 0, 800)).toBe(21 * rowHeight - 800);
  });
});
