// Dates in full, which still say what they mean on paper and years later: the same in every document and on the page.
export type LongDates = {
  /** 14:02 */
  time(at: number): string;
  /** Monday 16 November 2026 */
  longDay(at: number): string;
  /** Monday 16 November 2026 14:02 */
  longMoment(at: number): string;
};

/**
 * Times are epoch milliseconds. Throws a RangeError for a time zone that is not known.
 * @param locale such as `sv-SE`
 * @param timeZone an IANA name; undefined: the machine's
 */
export function createLongDates(locale: string, timeZone?: string): LongDates {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...(timeZone === undefined ? {} : { timeZone }), ...options });
  const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const date = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const time = (at: number) => clock.format(at);
  const longDay = (at: number) => capitalised(date.format(at), locale);
  return { time, longDay, longMoment: (at) => `${longDay(at)} ${time(at)}` };
}

/** Swedish writes weekdays small, also where one begins a line. */
export const capitalised = (text: string, locale: string): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
