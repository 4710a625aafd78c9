// When the next look is due, and what for, by the wall clock: timers alone do not tell that the machine slept or the clock
// was set, so it is glanced at now and then. Looks at nothing itself.
import type { Clock } from '../ports.ts';

/** The longest nap between two glances at the wall clock; a longer gap means the machine slept. */
const tick = 20_000;
const gap = 30_000;

export type CheckReason = 'start' | 'due' | 'wake' | 'asked';
export type Planned = { readonly at: number; readonly why: CheckReason };

export type Timetable = {
  open(): void;
  /** Nothing is planned, nor will be until it is opened again. */
  close(): void;
  isOpen(): boolean;
  /** In the place of what was planned; not before anything may be sent, unless a person asks. */
  plan(at: number, why: CheckReason): void;
  /** null: nothing is planned, as while a look is under way */
  next(): Planned | null;
  /** The wall clock is not where naps alone would have brought it: the machine slept, or the clock was set. */
  hasLeapt(): boolean;
  /** From here on the wall clock is where it should be. */
  takeAsIs(): void;
};

/** Closed at first. */
export function createTimetable(parts: {
  readonly clock: Clock;
  /** epoch ms before which nothing may be sent */
  readonly notBefore: () => number;
  readonly onDue: (why: CheckReason) => void;
  /** `hasLeapt`, which holds until something is planned or taken as it is */
  readonly onLeap: () => void;
}): Timetable {
  const { clock } = parts;
  let isOpen = false;
  let next: Planned | null = null;
  let lastGlance = 0;
  let cancel = () => {};

  function nap(): void {
    cancel();
    lastGlance = clock.now();
    const left = (next?.at ?? lastGlance + tick) - lastGlance;
    cancel = clock.after(Math.max(0, Math.min(left, tick)), glance);
  }

  function glance(): void {
    const due = next;
    if (hasLeapt()) parts.onLeap();
    else if (due === null || clock.now() < due.at) nap();
    else {
      next = null;
      nap();
      parts.onDue(due.why);
    }
  }

  function hasLeapt(): boolean {
    const passed = clock.now() - lastGlance;
    return passed > tick + gap || passed < -gap;
  }

  return {
    open() {
      isOpen = true;
    },
    close() {
      isOpen = false;
      next = null;
      cancel();
    },
    isOpen: () => isOpen,
    plan(at, why) {
      if (!isOpen) return;
      next = { at: Math.max(at, why === 'asked' ? 0 : parts.notBefore()), why };
      nap();
    },
    next: () => next,
    hasLeapt,
    takeAsIs: nap,
  };
}
