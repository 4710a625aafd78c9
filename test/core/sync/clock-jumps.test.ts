// The wall clock is set back or leaps forward while something is planned, paused or under way.
import { describe, expect, it } from 'vitest';
import { longestPause } from '../../../electron/core/sync/gate.ts';
import { type CheckReason, createScheduler } from '../../../electron/core/sync/scheduler.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { aGate, quiet } from './a-gate.ts';

const tenYears = 10 * 365 * 86_400_000;

function aScheduler(
  options: { check?: () => Promise<void>; interval?: () => number; complete?: () => boolean } = {},
) {
  const clock = createFakeClock();
  const looks: { reason: CheckReason; away: boolean }[] = [];
  const bugs: unknown[] = [];
  const scheduler = createScheduler({
    clock,
    random: () => 0.5,
    interval: options.interval ?? (() => 900_000),
    notBefore: () => 0,
    check: async (reason, away) => {
      looks.push({ reason, away });
      await options.check?.();
      return options.complete?.() ?? true;
    },
    onBug: (cause) => bugs.push(cause),
  });
  scheduler.start();
  return { clock, scheduler, looks, bugs };
}

describe('a gate that is closed', () => {
  it('opens after its own pause at the latest when the clock is set back by years', async () => {
    const { clock, gate, ask } = aGate();
    gate.learn({ ...quiet, status: 429, retryAfterMs: 60_000 });
    await clock.advance(30_000);
    clock.jump(-tenYears);
    expect(await ask()).toMatchObject({ code: 'rate_limited', retryAt: clock.now() + 60_000 });
    await clock.advance(59_999);
    expect(await ask()).toMatchObject({ ok: false });
    await clock.advance(1);
    expect(await ask()).toBe('sent');
  });

  it('keeps that over a restart, and opens after an hour at the latest where no pause was stored', () => {
    const first = aGate();
    first.gate.learn({ ...quiet, status: 429, retryAfterMs: 60_000 });
    const again = aGate(first.stored());
    again.clock.jump(-tenYears);
    expect(again.gate.notBefore()).toBe(again.clock.now() + 60_000);
    const old = aGate(JSON.stringify({ notBefore: 9e15, refusals: 1, absurd: false }));
    expect(old.gate.notBefore()).toBe(old.clock.now() + longestPause);
  });

  it('stays open when the clock is set back before a pause that is over', async () => {
    const { clock, gate, stored, ask } = aGate();
    gate.learn({ ...quiet, status: 429, retryAfterMs: 60_000 });
    await clock.advance(60_000);
    expect(await ask()).toBe('sent');
    clock.jump(-tenYears);
    expect(await ask()).toBe('sent');
    const again = aGate(stored());
    again.clock.jump(-tenYears);
    expect(await again.ask()).toBe('sent');
  });

  it('stays absurd when a shorter pause is asked for meanwhile', async () => {
    const { gate, ask } = aGate();
    gate.learn({ ...quiet, status: 429, retryAfterMs: 86_400_000 });
    gate.learn({ ...quiet, status: 429, retryAfterMs: 10_000 });
    expect(await ask()).toMatchObject({ code: 'paused' });
  });

  it('is not opened earlier by a clock that is set back a little', async () => {
    const { clock, gate, ask } = aGate();
    gate.learn({ ...quiet, status: 429, retryAfterMs: 60_000 });
    clock.jump(-20_000);
    await clock.advance(59_999);
    expect(await ask()).toMatchObject({ ok: false });
  });
});

describe('a machine that sleeps', () => {
  it('in the middle of a look looks again, though that look ended well and no event came', async () => {
    let finish = () => {};
    const { clock, looks } = aScheduler({ check: () => new Promise((end) => (finish = end)) });
    await clock.advance(1_000);
    clock.jump(8 * 3_600_000);
    await clock.advance(25_000);
    finish();
    await clock.advance(3_000);
    expect(looks).toEqual([
      { reason: 'start', away: true },
      { reason: 'wake', away: true },
    ]);
  });

  it('in the middle of a look that ends right after the wake looks again, too', async () => {
    let finish = () => {};
    const { clock, scheduler, looks } = aScheduler({ check: () => new Promise((end) => (finish = end)) });
    await clock.advance(1_000);
    clock.jump(8 * 3_600_000);
    await clock.advance(100);
    finish();
    await clock.advance(100);
    finish();
    expect(looks).toEqual([
      { reason: 'start', away: true },
      { reason: 'wake', away: true },
    ]);
    await clock.advance(20_000);
    scheduler.wake('online');
    await clock.advance(3_000);
    expect(looks).toHaveLength(3);
  });

  it('and whose user asks at once after the wake has been away all the same', async () => {
    const { clock, scheduler, looks } = aScheduler();
    await clock.advance(1_000);
    clock.jump(3_600_000);
    scheduler.wake('resume');
    scheduler.wake('asked');
    scheduler.wake('unlock');
    await clock.advance(60_000);
    expect(looks.slice(1)).toEqual([{ reason: 'asked', away: true }]);
  });

  it('and is unlocked a little later looks once; after a look that failed the network’s return counts', async () => {
    let complete = true;
    const { clock, scheduler, looks } = aScheduler({ complete: () => complete });
    await clock.advance(60_000);
    scheduler.wake('resume');
    await clock.advance(5_000);
    scheduler.wake('unlock');
    await clock.advance(30_000);
    expect(looks).toHaveLength(2);
    complete = false;
    scheduler.wake('resume');
    await clock.advance(5_000);
    scheduler.wake('online');
    await clock.advance(5_000);
    expect(looks).toHaveLength(4);
  });

  it('with timers that count the sleep looks once, however many signs there are', async () => {
    const { clock, scheduler, looks } = aScheduler();
    await clock.advance(1_000);
    clock.oversleep(8 * 3_600_000);
    await clock.advance(100);
    scheduler.wake('resume');
    await clock.advance(60_000);
    expect(looks).toHaveLength(2);
  });
});

describe('the next look', () => {
  it('is planned even when the question for the interval fails', async () => {
    const { clock, looks, bugs } = aScheduler({
      interval: () => {
        throw new Error('bug');
      },
    });
    await clock.advance(601_000);
    expect(looks).toHaveLength(3);
    expect(bugs).toHaveLength(3);
  });

  it('is not asked for once it was stopped in the middle of one', async () => {
    let finish = () => {};
    const { clock, scheduler, bugs } = aScheduler({
      check: () => new Promise((end) => (finish = end)),
      interval: () => {
        throw new Error('the stores are closed');
      },
    });
    await clock.advance(100);
    scheduler.stop();
    finish();
    await clock.advance(60_000);
    expect(bugs).toEqual([]);
    expect(clock.pending()).toBe(0);
  });

  it('comes at once when it was started again in the middle of one', async () => {
    let finish = () => {};
    const { clock, scheduler, looks } = aScheduler({ check: () => new Promise((end) => (finish = end)) });
    await clock.advance(100);
    scheduler.stop();
    scheduler.start();
    finish();
    await clock.advance(100);
    expect(looks).toHaveLength(2);
  });
});
