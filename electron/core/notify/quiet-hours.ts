// Pure: when the user wants quiet, and what comes through all the same. By the wall clock where the user is.
import type { Priority } from '../../contract/model.ts';
import type { QuietHours } from '../../contract/settings.ts';

/**
 * When the quiet ends that there is at this moment, epoch ms; null: it is not quiet. Each day has its own beginning and
 * end, so that a night in which the clocks are changed is as long as they say, and none is quiet twice.
 */
export function quietUntil({ on, from, to }: QuietHours, now: number): number | null {
  if (!on || from === to) return null;
  for (const day of [-1, 0]) {
    const start = onDay(now, day, from);
    const end = onDay(now, from < to ? day : day + 1, to);
    if (start <= now && now < end) return end;
  }
  return null;
}

/** A server that is down does not wait until the morning. */
export const comesThrough = (priority: Priority): boolean => priority === 'critical';

/** So many minutes after midnight by the clock, so many days from now. */
function onDay(now: number, days: number, minutes: number): number {
  const today = new Date(now);
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() + days, 0, minutes).getTime();
}
