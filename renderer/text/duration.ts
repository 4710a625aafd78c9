// A length of time as people say it, with at most two units: 27 min, 1 h 20 min, 3 d 4 h.
// Counts what has passed in full, as `span` in dates.ts does, so that two of them in one view agree.
import type { DateWords } from './dates.ts';

type Words = Pick<DateWords, 'minutes' | 'hours' | 'days'>;

const second = 1_000;
const minute = 60 * second;

/** @param under what to say of less than a minute */
export function duration(milliseconds: number, words: Words, under: string): string {
  const minutes = Math.floor(milliseconds / minute);
  if (minutes < 1) return under;
  if (minutes < 60) return `${minutes} ${words.minutes}`;
  // from ten hours on minutes say nothing, from a week on hours
  const hours = Math.floor(minutes / 60);
  if (minutes < 10 * 60) return two(hours, words.hours, minutes % 60, words.minutes);
  if (hours < 24) return `${hours} ${words.hours}`;
  if (hours < 7 * 24) return two(Math.floor(hours / 24), words.days, hours % 24, words.hours);
  return `${Math.floor(hours / 24)} ${words.days}`;
}

/** What is left of a short time, to the second that has begun: 18 s, 1 min 58 s. */
export function timeLeft(milliseconds: number, words: Pick<DateWords, 'seconds' | 'minutes'>): string {
  const seconds = Math.ceil(milliseconds / second);
  if (seconds < 60) return `${seconds} ${words.seconds}`;
  return two(Math.floor(seconds / 60), words.minutes, seconds % 60, words.seconds);
}

const two = (large: number, largeUnit: string, small: number, smallUnit: string): string =>
  small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
