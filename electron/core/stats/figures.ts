// Figures of many waits: middle and range, by department and by hour of the day. Pure.
import type { Wait } from '../../contract/waiting.ts';
import type { HourOf } from './local-hour.ts';
import type { AnsweredWait } from './waits.ts';

/** How long answers took, by what they answered. */
export type Took = { readonly [K in AnsweredWait['kind']]: number[] };
export type Figures = { readonly [K in AnsweredWait['kind']]: Wait | null };

/** Null of nothing. */
export function waitOf(took: readonly number[]): Wait | null {
  if (took.length === 0) return null;
  const sorted = new Float64Array(took).sort();
  const at = (share: number) => Math.round(quantile(sorted, share));
  return { n: sorted.length, median: at(0.5), low: at(0.1), high: at(0.9) };
}

/** Milliseconds; null for a kind that has not been seen. */
export const figuresOf = ({ first, next }: Took): Figures => ({ first: waitOf(first), next: waitOf(next) });

/** Between two values in proportion, so that few samples do not jump. */
function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

const nothing = (): Took => ({ first: [], next: [] });

type WaitGroups = {
  add(waits: readonly AnsweredWait[]): void;
  readonly departments: ReadonlyMap<string, Took>;
  /** 24, by the hour in which the customer wrote */
  readonly hours: readonly Took[];
};

/** Takes the waits in as many pieces as one likes. */
export function createWaitGroups(hourOf: HourOf): WaitGroups {
  const departments = new Map<string, Took>();
  const hours = Array.from({ length: 24 }, nothing);
  return {
    add(waits) {
      for (const { departmentSlug, kind, askedAt, took } of waits) {
        const department = departments.get(departmentSlug) ?? nothing();
        departments.set(departmentSlug, department);
        department[kind].push(took);
        hours[hourOf(askedAt)]?.[kind].push(took);
      }
    },
    departments,
    hours,
  };
}

/** What one department took. */
export function ofDepartment(waits: readonly AnsweredWait[], slug: string): Took {
  const all = nothing();
  for (const { departmentSlug, kind, took } of waits) if (departmentSlug === slug) all[kind].push(took);
  return all;
}
