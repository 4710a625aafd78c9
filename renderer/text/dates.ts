// Every date and duration that is shown, in one place. Times in: epoch milliseconds; `now` is always given.
import { capitalised, createLongDates, type LongDates } from '../../electron/contract/long-dates.ts';

export type Dates = LongDates & {
  /** 13:40:12 */
  exact(at: number): string;
  /** for the list: 14:02, Yesterday, Mon, 12 Nov, 12 Nov 2023 */
  listed(at: number, now: number): string;
  /** for a separator: Today, Yesterday, Monday 16 November */
  day(at: number, now: number): string;
  /** inside a sentence: 14:02, yesterday 14:02, 12 Nov 14:02 */
  moment(at: number, now: number): string;
  /** a time to come, inside a sentence: 18:00, tomorrow 08:00, Mon 24 Nov 08:00 */
  ahead(at: number, now: number): string;
  /** 12 Nov 2023 */
  date(at: number): string;
  /** whole calendar days from today, below 0 for the past */
  daysUntil(at: number, now: number): number;
  /** the whole date and time, for a tooltip */
  full(at: number): string;
  /** for a chip: now, 4 min, 2 h, 3 d */
  span(milliseconds: number): string;
};

export type DateWords = {
  readonly today: string;
  readonly yesterday: string;
  /** yesterday in the middle of a sentence */
  readonly yesterdayInside: string;
  readonly tomorrowInside: string;
  readonly justNow: string;
  readonly seconds: string;
  readonly minutes: string;
  readonly hours: string;
  readonly days: string;
};

/** Where the user is, as an IANA name. */
export const localTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * @param locale such as `sv-SE`
 * @param timeZone an IANA name; undefined: the machine's
 */
export function createDates(locale: string, words: DateWords, timeZone?: string): Dates {
  const zone = timeZone === undefined ? {} : { timeZone };
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...zone, ...options });
    return (at: number) => formatter.format(at);
  };
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const long = createLongDates(locale, timeZone);
  const { time } = long;
  const whole = new Intl.NumberFormat(locale);
  const weekday = format({ weekday: 'short' });
  const dayMonth = format({ day: 'numeric', month: 'short' });
  const dayMonthYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const weekdayMonth = format({ weekday: 'short', day: 'numeric', month: 'short' });
  const dayOfYear = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const dayOfAnyYear = format({ day: 'numeric', month: 'long', year: 'numeric' });
  const key = new Intl.DateTimeFormat('en-CA', {
    ...zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const year = (at: number) => key.format(at).slice(0, 4);

  /** Whole calendar days from `at` to `now`, by the wall clock: a summer-time night is one day too. */
  const daysAgo = (at: number, now: number) =>
    Math.round((Date.parse(key.format(now)) - Date.parse(key.format(at))) / day);

  function dayName(at: number, now: number): string {
    const ago = daysAgo(at, now);
    if (ago === 0) return words.today;
    if (ago === 1) return words.yesterday;
    return capitalised(year(at) === year(now) ? dayOfYear(at) : dayOfAnyYear(at), locale);
  }

  function listed(at: number, now: number): string {
    const ago = daysAgo(at, now);
    if (ago <= 0) return time(at);
    if (ago === 1) return words.yesterday;
    if (ago < 7) return capitalised(weekday(at), locale);
    return year(at) === year(now) ? dayMonth(at) : dayMonthYear(at);
  }

  return {
    ...long,
    exact: format({ ...clock, second: '2-digit' }),
    listed,
    day: dayName,
    moment(at, now) {
      const ago = daysAgo(at, now);
      if (ago <= 0) return time(at);
      if (ago === 1) return `${words.yesterdayInside} ${time(at)}`;
      return `${year(at) === year(now) ? dayMonth(at) : dayMonthYear(at)} ${time(at)}`;
    },
    ahead(at, now) {
      const days = -daysAgo(at, now);
      if (days <= 0) return time(at);
      if (days === 1) return `${words.tomorrowInside} ${time(at)}`;
      return `${year(at) === year(now) ? weekdayMonth(at) : dayMonthYear(at)} ${time(at)}`;
    },
    date: dayMonthYear,
    daysUntil: (at, now) => -daysAgo(at, now),
    full: format({ dateStyle: 'full', timeStyle: 'medium', hourCycle: 'h23' }),
    span(milliseconds) {
      if (milliseconds < minute) return words.justNow;
      if (milliseconds < hour) return `${Math.floor(milliseconds / minute)} ${words.minutes}`;
      if (milliseconds < day) return `${Math.floor(milliseconds / hour)} ${words.hours}`;
      return `${whole.format(Math.floor(milliseconds / day))} ${words.days}`;
    },
  };
}
