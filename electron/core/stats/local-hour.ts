// The hour of the day where the user is. Asking Intl for every message would take longer than all the rest, so it is
// asked about weeks, and about moments only in those weeks in which the clocks change.

const week = 7 * 24 * 3_600_000;
const hour = 3_600_000;

/** The hour 0–23 of a moment, epoch ms. */
export type HourOf = (time: number) => number;

/** @param timeZone an IANA name; answers null for one that is not known */
export function createHourOf(timeZone: string): HourOf | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
  const offsets = new Map<number, number | null>();

  function offsetAt(time: number): number {
    const parts = Object.fromEntries(
      format.formatToParts(time).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour: hours = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hours, minute, second) - Math.floor(time / 1000) * 1000;
  }

  /** One offset for a whole week; null: the clocks change in it. */
  function offsetOf(of: number): number | null {
    const known = offsets.get(of);
    if (known !== undefined) return known;
    const start = offsetAt(of * week);
    const offset = start === offsetAt((of + 1) * week) ? start : null;
    offsets.set(of, offset);
    return offset;
  }

  return (time) => {
    const local = time + (offsetOf(Math.floor(time / week)) ?? offsetAt(time));
    return ((Math.floor(local / hour) % 24) + 24) % 24;
  };
}
