import { describe, expect, it } from 'vitest';
import { type CheckReason, createScheduler } from '../../../electron/core/sync/scheduler.ts';
import { createFakeClock } from '../../fakes/clock.ts';

function setUp(options: { interval?: number; check?: () => Promise<void> } = {}) {
  const clock = createFakeClock();
  const start = clock.now();
  const looks: { at: number; reason: CheckReason }[] = [];
  const bugs: unknown[] = [];
  let notBefore = 0;
  const scheduler = createScheduler({
    clock,
    random: () => 0.5,
    interval: () => options.interval ?? 60_000,
    notBefore: () => notBefore,
    check: async (reason) => {
      looks.push({ at: clock.now() - start, reason });
      await options.check?.();
      return true;
    },
    onBug: (cause) => bugs.push(cause),
  });
  scheduler.start();
  return { clock, scheduler, looks, bugs, pauseUntil: (at: number) => (notBefore = at) };
}

describe('the scheduler', () => {
  it('looks at once and then at every interval', async () => {
    const { clock, looks } = setUp();
    await clock.advance(185_000);
    expect(looks.map((look) => look.at)).toEqual([0, 60_000, 120_000, 180_000]);
  });

  it('goes on after a look that failed by a bug', async () => {
    const { clock, looks, bugs } = setUp({ check: () => Promise.reject(new Error('bug')) });
    await clock.advance(61_000);
    expect(looks).toHaveLength(2);
    expect(bugs).toHaveLength(2);
  });

  it('looks soon and once after a wake, however often the system says so', async () => {
    const { clock, scheduler, looks } = setUp({ interval: 600_000 });
    await clock.advance(10_000);
    for (const why of ['resume', 'unlock', 'online', 'resume'] as const) scheduler.wake(why);
    await clock.advance(20_000);
    expect(looks.map((look) => look.reason)).toEqual(['start', 'wake']);
    expect((looks[1]?.at ?? 0) - 10_000).toBeLessThan(3_000);
  });

  it('notices by the wall clock that the machine slept, where no event says so', async () => {
    const { clock, looks } = setUp({ interval: 900_000 });
    await clock.advance(5_000);
    clock.jump(8 * 3_600_000);
    await clock.advance(25_000);
    expect(looks).toHaveLength(2);
    expect(looks[1]?.reason).toBe('wake');
  });

  it('survives a clock set back by ten years', async () => {
    const { clock, looks } = setUp({ interval: 60_000 });
    await clock.advance(5_000);
    clock.jump(-10 * 365 * 86_400_000);
    await clock.advance(120_000);
    expect(looks.length).toBeGreaterThanOrEqual(2);
    expect(looks.length).toBeLessThanOrEqual(4);
  });

  it('does not look before the gate opens, except when a person asks (and the gate then answers)', async () => {
    const { clock, scheduler, looks, pauseUntil } = setUp({ interval: 10_000 });
    await clock.advance(1_000);
    pauseUntil(clock.now() + 100_000);
    await clock.advance(12_000);
    const before = looks.length;
    await clock.advance(80_000);
    expect(looks.length).toBe(before);
    scheduler.wake('asked');
    await clock.advance(10);
    expect(looks.at(-1)?.reason).toBe('asked');
  });

  it('looks again when it was woken in the middle of a look', async () => {
    let finish = () => {};
    const { clock, scheduler, looks } = setUp({ check: () => new Promise((end) => (finish = end)) });
    await clock.advance(100);
    scheduler.wake('online');
    finish();
    await clock.advance(100);
    expect(looks.map((look) => look.reason)).toEqual(['start', 'wake']);
  });

  it('ends when it is stopped', async () => {
    const { clock, scheduler, looks } = setUp({ interval: 1_000 });
    await clock.advance(500);
    scheduler.stop();
    await clock.advance(60_000);
    expect(looks).toHaveLength(1);
    expect(clock.pending()).toBe(0);
  });
});
