// Decides when to look: by the wall clock, at once after a wake, and always again, whatever the last look did.
// Knows no HTTP and no store.
import type { Clock } from '../ports.ts';
import { type CheckReason, createTimetable } from './timetable.ts';

export type { CheckReason };

/** Until the next look where even the question when to look fails. */
const fallback = 300_000;
/** Resume, unlock and the network's return come within seconds of each other: one look answers them all. */
const freshFor = 10_000;

export type Scheduler = {
  start(): void;
  stop(): void;
  /** look soon: at once when a person asks, with a little jitter when the machine woke */
  wake(reason: 'resume' | 'unlock' | 'online' | 'asked'): void;
  /** The interval has become another: the next look is due by the new one. */
  replan(): void;
  nextAt(): number | null;
};

type SchedulerParts = {
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
};

/** Plans nothing until `start`. */
export function createScheduler(parts: SchedulerParts): Scheduler {
  const { clock } = parts;
  let away = true;
  let lastComplete: number | null = null;
  let checking = false;
  let wokenMeanwhile: CheckReason | null = null;
  const soon = (least: number) => clock.now() + least + parts.random() * 2_000;
  const timetable = createTimetable({
    clock,
    notBefore: parts.notBefore,
    onDue: (why) => void look(why),
    onLeap: () => comeBack('wake', soon(0)),
  });

  /** A look is wanted at that time; one that is under way may have begun before what it is wanted for. */
  function comeBack(why: CheckReason, at: number): void {
    away ||= why !== 'asked' || timetable.hasLeapt();
    if (checking) {
      if (wokenMeanwhile !== 'asked') wokenMeanwhile = why;
      timetable.takeAsIs();
    } else timetable.plan(at, timetable.next()?.why === 'asked' ? 'asked' : why);
  }

  async function look(why: CheckReason): Promise<void> {
    const first = away;
    checking = true;
    away = false;
    const complete = await checked(parts, why, first, () => away || timetable.hasLeapt());
    checking = false;
    if (!timetable.isOpen()) return;
    const slept = timetable.hasLeapt();
    lastComplete = complete && !slept ? clock.now() : null;
    away ||= slept;
    const again = wokenMeanwhile ?? (slept ? 'wake' : null);
    wokenMeanwhile = null;
    timetable.plan(clock.now() + (again ? 0 : pauseOf(parts)), again ?? 'due');
  }

  return {
    start() {
      timetable.open();
      comeBack('start', clock.now());
    },
    stop() {
      timetable.close();
      wokenMeanwhile = null;
    },
    wake(why) {
      if (!timetable.isOpen()) return;
      if (why === 'asked') return comeBack('asked', clock.now());
      if (!checking && isFresh(lastComplete, clock.now())) return;
      const wanted = soon(500);
      // a wake never pushes a look that is due sooner further away
      comeBack('wake', Math.min(timetable.next()?.at ?? wanted, wanted));
    },
    replan() {
      if (timetable.next()?.why === 'due') timetable.plan(clock.now() + pauseOf(parts), 'due');
    },
    nextAt: () => timetable.next()?.at ?? null,
  };
}

/** True when it was complete. */
async function checked(
  { check, onBug }: SchedulerParts,
  ...asked: Parameters<SchedulerParts['check']>
): Promise<boolean> {
  try {
    return await check(...asked);
  } catch (cause) {
    onBug(cause);
    return false;
  }
}

function pauseOf({ interval, onBug }: SchedulerParts): number {
  try {
    return interval();
  } catch (cause) {
    onBug(cause);
    return fallback;
  }
}

function isFresh(lastComplete: number | null, now: number): boolean {
  const age = lastComplete === null ? -1 : now - lastComplete;
  return age >= 0 && age < freshFor;
}
