// Waiting times from the user's own history. Durations are milliseconds.
import * as v from 'valibot';
import { id } from './values.ts';

/** How long HostUp took, milliseconds: middle, and where the quickest and the slowest tenth end. `n`: of how many. */
const WaitSchema = v.object({
  n: v.number(),
  median: v.number(),
  low: v.number(),
  high: v.number(),
});
export type Wait = v.InferOutput<typeof WaitSchema>;

/** null: nothing of that kind has been seen yet */
export const DepartmentWaitsSchema = v.object({
  slug: v.string(),
  name: v.string(),
  /** from a ticket's opening to the first staff message */
  first: v.nullable(WaitSchema),
  /** from a later customer message (the first of several in a row) to the staff message that answers it */
  next: v.nullable(WaitSchema),
});
export type DepartmentWaits = v.InferOutput<typeof DepartmentWaitsSchema>;

/** What the customer wrote in that hour of the day, 0–23, and how long its answers took; null: nothing yet */
const HourWaitsSchema = v.object({
  hour: v.number(),
  first: v.nullable(WaitSchema),
  next: v.nullable(WaitSchema),
});
export type HourWaits = v.InferOutput<typeof HourWaitsSchema>;

export const WaitingSchema = v.object({
  /** by name */
  departments: v.array(DepartmentWaitsSchema),
  /** 24 entries */
  byHour: v.array(HourWaitsSchema),
  /** accounts that were asked for and cannot be read now: the figures are without them */
  missing: v.array(id),
});
export type Waiting = v.InferOutput<typeof WaitingSchema>;
