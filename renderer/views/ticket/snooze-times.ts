// The times that a snooze offers, by the wall clock of the page.
const hour = 3_600_000;
const morning = 8;

export type SnoozeTimes = {
  /** null: the day is too old for that */
  readonly laterToday: number | null;
  readonly tomorrow: number;
  /** Monday, and never tomorrow */
  readonly nextWeek: number;
};

/** @param now epoch milliseconds */
export function snoozeTimes(now: number): SnoozeTimes {
  const later = new Date(now + 3 * hour);
  if (later.getMinutes() > 0 || later.getSeconds() > 0 || later.getMilliseconds() > 0) {
    later.setHours(later.getHours() + 1, 0, 0, 0);
  }
  const today = new Date(now);
  // days to the next Monday; from Sunday the one after, for tomorrow is offered already
  const days = today.getDay() === 0 ? 8 : 8 - today.getDay();
  return {
    laterToday: later.getDate() === today.getDate() ? later.getTime() : null,
    tomorrow: morningAfter(now, 1),
    nextWeek: morningAfter(now, days),
  };
}

/** The latest time that a snooze takes; what is put away for longer was rather mistyped. */
export function latestSnooze(now: number): number {
  const date = new Date(now);
  return date.setFullYear(date.getFullYear() + 5);
}

function morningAfter(now: number, days: number): number {
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  return date.setHours(morning, 0, 0, 0);
}
