// Decides when to look: by the wall clock, at once after a wake, and always again, whatever the last look did.
// Knows no HTTP and no store.
import type { Clock } from '../ports.ts';

/** The longest nap between two glances at the wall clock; a longer gap means the machine slept. */
const tick = 20_000;
const gap = 30_000;
/** Until the next look where even the question when to look fails. */
const fallback = 300_000;
/** Resume, unlock and the network's return come within seconds of each other: one look answers them all. */
const freshFor = 10_000;

export type CheckReason = 'start' | 'due' | 'wake' | 'asked';
export type Scheduler = {
  start(): void;
  stop(): void;
  /** look soon: at once when a person asks, with a little jitter when the machine woke */
  wake(reason: 'resume' | 'unlock' | 'online' | 'asked'): void;
  /** The interval has become another: the next look is due by the new one. */
  replan(): void;
  nextAt(): number | null;
};

/** Plans nothing until `start`. */
export function createScheduler(options: {
  readonly clock: Clock;
  readonly random: () => number;
  /** milliseconds until the next look, asked after each one */
  readonly interval: () => number;
  /** epoch ms before which nothing may be sent */
  readonly notBefore: () => number;
  /**
   * `away`: this is the first look since the program started or the machine woke, whoever asked for it.
   * `overtaken`: the machine slept since it began, and the next look follows at once.
   * Answers true when it was complete.
   */
  readonly check: (reason: CheckReason, away: boolean, overtaken: () => boolean) => Promise<boolean>;
  /** a look that threw: a bug, which must not end the looking */
  readonly onBug: (cause: unknown) => void;
}): Scheduler {
  const { clock } = options;
  let nextAt: number | null = null;
  let reason: CheckReason = 'start';
  let away = true;
  let lastGlance = 0;
  let lastComplete: number | null = null;
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

  /** The wall clock is not where naps alone would have brought it: the machine slept, or the clock was set. */
  function hasLeapt(): boolean {
    const passed = clock.now() - lastGlance;
    return passed > tick + gap || passed < -gap;
  }

  function glance(): void {
    if (hasLeapt()) comeBack('wake', clock.now() + options.random() * 2_000);
    else if (!checking && nextAt !== null && clock.now() >= nextAt) void look();
    else nap();
  }

  /** A look is wanted at that time; one that is under way may have begun before what it is wanted for. */
  function comeBack(why: CheckReason, at: number): void {
    away ||= why !== 'asked' || hasLeapt();
    const asked = nextAt !== null && reason === 'asked';
    if (!checking) {
      plan(at, asked ? 'asked' : why);
    } else {
      if (wokenMeanwhile !== 'asked') wokenMeanwhile = why;
      nap();
    }
  }

  async function look(): Promise<void> {
    const first = away;
    checking = true;
    away = false;
    nextAt = null;
    nap();
    let complete = false;
    try {
      complete = await options.check(reason, first, () => away || hasLeapt());
    } catch (cause) {
      options.onBug(cause);
    }
    checking = false;
    if (running) planNext(complete);
  }

  function planNext(complete: boolean): void {
    const slept = hasLeapt();
    lastComplete = complete && !slept ? clock.now() : null;
    away ||= slept;
    const again = wokenMeanwhile ?? (slept ? 'wake' : null);
    wokenMeanwhile = null;
    if (again) plan(clock.now(), again);
    else plan(clock.now() + pause(), 'due');
  }

  function isFresh(): boolean {
    const age = lastComplete === null ? -1 : clock.now() - lastComplete;
    return age >= 0 && age < freshFor;
  }

  function pause(): number {
    try {
      return options.interval();
    } catch (cause) {
      options.onBug(cause);
      return fallback;
    }
  }

  return {
    start() {
      running = true;
      comeBack('start', clock.now());
    },
    stop() {
      running = false;
      nextAt = null;
      wokenMeanwhile = null;
      cancel();
    },
    wake(why) {
      if (!running || (why !== 'asked' && !checking && isFresh())) return;
      const soon = clock.now() + 500 + options.random() * 2_000;
      if (why === 'asked') comeBack('asked', clock.now());
      // a wake never pushes a look that is due sooner further away
      else comeBack('wake', Math.min(nextAt ?? soon, soon));
    },
    replan() {
      if (nextAt !== null && reason === 'due') plan(clock.now() + pause(), 'due');
    },
    nextAt: () => nextAt,
  };
}
