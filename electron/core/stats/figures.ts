// Figures of many waits: middle and range, by department and by hour of the day. Pure.
import type { DepartmentWaits, HourWaits, Wait } from '../../contract/waiting.ts';
import type { HourOf } from './local-hour.ts';
import type { AnsweredWait } from './waits.ts';

/** Null of nothing. */
export function waitOf(took: readonly number[]): Wait | null {
  if (took.length === 0) return null;
  const sorted = Float64Array.from(took).sort();
  const at = (share: number) => Math.round(quantile(sorted, share));
  return { n: sorted.length, median: at(0.5), low: at(0.1), high: at(0.9) };
}

/** Between two values in proportion, so that few samples do not jump. */
function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

export function departmentWaits(
  waits: readonly AnsweredWait[],
  department: { readonly slug: string; readonly name: string },
): DepartmentWaits {
  const took = (kind: AnsweredWait['kind']) =>
    waits
      .filter((wait) => wait.kind === kind && wait.departmentSlug === department.slug)
      .map((wait) => wait.took);
  return { ...department, first: waitOf(took('first')), next: waitOf(took('next')) };
}

export function byHour(waits: readonly AnsweredWait[], hourOf: HourOf): HourWaits[] {
  const hours = Array.from({ length: 24 }, () => ({ first: [] as number[], next: [] as number[] }));
  for (const { askedAt, kind, took } of waits) hours[hourOf(askedAt)]?.[kind].push(took);
  return hours.map(({ first, next }, hour) => ({ hour, first: waitOf(first), next: waitOf(next) }));
}
