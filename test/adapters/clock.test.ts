// The real clock: a task runs once, can be called off, and may lie further ahead than a timer reaches.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../electron/adapters/clock.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('systemClock', () => {
  it('runs a task once, after the time', () => {
    const ran: number[] = [];
    const clock = systemClock();
    const start = clock.now();
    clock.after(50, () => ran.push(clock.now() - start));
    vi.advanceTimersByTime(1_000);
    expect(ran).toEqual([50]);
  });

  it('can be called off', () => {
    const ran: number[] = [];
    const cancel = systemClock().after(50, () => ran.push(1));
    cancel();
    cancel();
    vi.advanceTimersByTime(1_000);
    expect(ran).toEqual([]);
  });

  it('waits longer than a timer can, instead of not at all', () => {
    const ran: number[] = [];
    const days = 24 * 60 * 60 * 1_000;
    systemClock().after(40 * days, () => ran.push(1));
    vi.advanceTimersByTime(39 * days);
    expect(ran).toEqual([]);
    vi.advanceTimersByTime(2 * days);
    expect(ran).toEqual([1]);
  });

  it('treats a time in the past as now', () => {
    const ran: number[] = [];
    systemClock().after(-5, () => ran.push(1));
    vi.advanceTimersByTime(0);
    expect(ran).toEqual([1]);
  });
});
