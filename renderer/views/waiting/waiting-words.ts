// One wait in words, for the charts' names, their tooltips and the tables.
import type { Wait } from '../../../electron/contract/waiting.ts';
import { duration } from '../../text/duration.ts';
import type { Text } from '../../text/en.ts';
import { isEnough } from '../../waiting/scale.ts';

/** The two waits there are: for the first reply to a ticket, and for one to a later message. */
export const kinds = ['first', 'next'] as const;
export type Kind = (typeof kinds)[number];

/** A length of time, in milliseconds, in words. */
export const lasting = (milliseconds: number, text: Text): string =>
  duration(milliseconds, text.dates, text.waits.underMinute);

/** Median, usual range and number of answers, as three cells. */
export function cellsOf(wait: Wait | null, text: Text): [string, string, string] {
  if (wait === null) return [text.waits.noAnswers, '–', '0'];
  if (!isEnough(wait)) return [text.waits.tooFew, '–', text.number(wait.n)];
  const range = text.waits.between(lasting(wait.low, text), lasting(wait.high, text));
  return [lasting(wait.median, text), range, text.number(wait.n)];
}

/** The same as one phrase: 27 min (6 min – 3 h 6 min), 48 answers. */
export function phraseOf(wait: Wait | null, text: Text): string {
  if (wait === null) return text.waits.noAnswers;
  const [median, range] = cellsOf(wait, text);
  const count = text.waits.count(wait.n);
  return isEnough(wait) ? `${median} (${range}), ${count}` : `${median}, ${count}`;
}
