// Decides when to look: by the wall clock, at once after a wake, and always again, whatever the last look did.
// Knows no HTTP and no store.
import type { Clock } from '../ports.ts';

/** The longest nap between two glances at the wall clock; a longer gap means the machine slept. */
const tick = 20_000;
const gap = 30_000;

export type CheckReason = 'start' | 'due' | 'wake' | 'asked';
export type Scheduler = {
  start(): void;
  stop(): void;
  /** look soon: at once when a person asks, with a little jitter when the machine woke */
  wake(reason: 'resume' | 'unlock' | 'online' | 'asked'): void;
  nextAt(): number | null;
};

export function createScheduler(options: {
  readonly clock: Clock;
  readonly random: () => number;
  /** milliseconds until the next look, asked after each one */
  readonly interval: () => number;
  /** epoch ms before which nothing may be sent */
  readonly notBefore: () => number;
  readonly check: (reason: CheckReason) => Promise<void>;
  /** a look that threw: a bug, which must not end the looking */
  readonly onBug: (cause: unknown) => void;
}): Scheduler {
  const { clock } = options;
  let nextAt: number | null = null;
  let reason: CheckReason = 'start';
  let lastGlance = 0;
  let cancel = () => {};
  let checking = false;
  let wokenMeanwhile: CheckReason | null = null;
  let running = false;

  function plan(at: number, why: CheckReason): void {
    if (!running) return;
    nextAt = Math.max(at, why === 'asked' ? 0 : options.notBefore());
    reason = why;
    nap();
  }

  function nap(): void {
    cancel();
    lastGlance = clock.now();
    const left = (nextAt ?? lastGlance + tick) - lastGlance;
    cancel = clock.after(Math.max(0, Math.min(left, tick)), glance);
  }

  function glance(): void {
    const now = clock.now();
    const asleep = now - lastGlance > tick + gap;
    const setBack = now < lastGlance - gap;
    if (checking || nextAt === null) nap();
    else if (asleep || setBack) plan(now + options.random() * 2_000, 'wake');
    else if (now >= nextAt) void look();
    else nap();
  }

  async function look(): Promise<void> {
    checking = true;
    nextAt = null;
    nap();
    try {
      await options.check(reason);
    } catch (cause) {
      options.onBug(cause);
    }
    checking = false;
    const again = wokenMeanwhile;
    wokenMeanwhile = null;
    if (again) plan(clock.now(), again);
    else plan(clock.now() + options.interval(), 'due');
  }

  return {
    start() {
      running = true;
      plan(clock.now(), 'start');
    },
    stop() {
      running = false;
      nextAt = null;
      cancel();
    },
    wake(why) {
      const kind = why === 'asked' ? 'asked' : 'wake';
      if (checking) wokenMeanwhile = kind;
      else if (nextAt === null || kind === 'asked') plan(clock.now(), kind);
      // a wake never pushes a look that is due sooner further away
      else plan(Math.min(nextAt, clock.now() + 500 + options.random() * 2_000), 'wake');
    },
    nextAt: () => nextAt,
  };
}
