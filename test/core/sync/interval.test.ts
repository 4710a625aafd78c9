// How long until the next look: by the situation, and within what the user wants.
import { describe, expect, it } from 'vitest';
import { inOrder, nextInterval, type Situation } from '../../../electron/core/sync/interval.ts';

const minute = 60_000;
const automatic = { shortestPause: null, longestPause: null };
const situation = (change: Partial<Situation> = {}): Situation => ({
  inFront: false,
  waitingFor: null,
  anyOpen: false,
  failures: 0,
  pages: 1,
  ...change,
});
const watched = situation({ inFront: true, waitingFor: minute, anyOpen: true });

describe('the pause between two looks', () => {
  it.each([
    ['watched while a ticket waits', watched, 15_000],
    ['in front', situation({ inFront: true }), 30_000],
    ['a ticket waits since an hour', situation({ waitingFor: 60 * minute }), minute],
    ['a ticket is open', situation({ anyOpen: true }), 5 * minute],
    ['nothing is open', situation(), 15 * minute],
    ['each look costs many requests', situation({ pages: 30 }), 300 * minute],
  ])('is by the situation where it is automatic: %s', (_, seen, pause) => {
    expect(nextInterval(seen, 0.5, automatic)).toBe(pause);
    expect(nextInterval(seen, 0, automatic)).toBe(0.9 * pause);
  });

  it('is never shorter than the shortest, though somebody watches or looks fail', () => {
    const pauses = { shortestPause: 5, longestPause: null } as const;
    expect(nextInterval(watched, 0, pauses)).toBe(5 * minute);
    expect(nextInterval({ ...watched, failures: 1 }, 0.5, pauses)).toBe(5 * minute);
    expect(nextInterval(situation(), 0.5, pauses)).toBe(15 * minute);
  });

  it('is never longer than the longest, though nothing is open or each look costs many requests', () => {
    const pauses = { shortestPause: null, longestPause: 1 } as const;
    expect(nextInterval(situation(), 0.99, pauses)).toBe(minute);
    expect(nextInterval(situation({ pages: 20 }), 0.5, pauses)).toBe(minute);
    expect(nextInterval(watched, 0.5, pauses)).toBe(15_000);
  });

  it('grows while HostUp does not answer, whatever the longest is', () => {
    const pauses = { shortestPause: null, longestPause: 1 } as const;
    expect(nextInterval(situation({ failures: 12 }), 0.9, pauses)).toBe(9 * minute);
  });
});

describe('a shortest pause beyond the longest', () => {
  it('moves the one that was chosen before', () => {
    expect(inOrder({ shortestPause: null, longestPause: 1 }, { shortestPause: 15 })).toEqual({
      longestPause: 15,
    });
    expect(inOrder({ shortestPause: 15, longestPause: null }, { longestPause: 1 })).toEqual({
      shortestPause: 1,
    });
    expect(inOrder({ shortestPause: 5, longestPause: 5 }, { longestPause: 60 })).toEqual({});
    expect(inOrder({ shortestPause: 5, longestPause: null }, { longestPause: null })).toEqual({});
  });
});
