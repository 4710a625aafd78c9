// When HostUp was asked last, in words.
import type { Stores } from '../../stores/stores.ts';

const minute = 60_000;

/** @param at of the last good look, epoch milliseconds; null: there was none */
export function lastCheckInWords({ now, words }: Stores, at: number | null): string {
  const { text, dates } = words.value;
  if (at === null) return text.neverChecked;
  const age = now.value - at;
  return age < minute ? text.checkedNow : text.checked(dates.span(age));
}
