// What the user can choose, as it crosses between program and page.
import * as v from 'valibot';
import { SortSchema } from './values.ts';

/** What may lie between two looks at HostUp, minutes. */
export const pauses = [1, 5, 15, 60] as const;
const PauseSchema = v.nullable(v.picklist(pauses));
/** null: as the program sees fit */
export type Pause = v.InferOutput<typeof PauseSchema>;

/** of a day, after midnight */
const MinuteSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60 - 1));
/** By the clock where the user is; over midnight where `from` is later. The same time twice is no time at all. */
export const QuietHoursSchema = v.strictObject({ on: v.boolean(), from: MinuteSchema, to: MinuteSchema });
export type QuietHours = v.InferOutput<typeof QuietHoursSchema>;

export const SettingsSchema = v.object({
  language: v.picklist(['system', 'en', 'sv']),
  theme: v.picklist(['system', 'light', 'dark']),
  /** false: texts of encrypted messages are not kept here; each is fetched when it is shown */
  keepEncrypted: v.boolean(),
  /** of the views; a search has its own, which is not kept */
  sort: SortSchema,
  /** the shortest pause is never longer than the longest one: whichever was chosen last moves the other */
  shortestPause: PauseSchema,
  longestPause: PauseSchema,
  /** no notifications then, except of critical tickets; at their end all in one */
  quietHours: QuietHoursSchema,
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

/** Before anything was chosen. */
export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  keepEncrypted: true,
  sort: 'activity',
  shortestPause: null,
  longestPause: null,
  quietHours: { on: false, from: 22 * 60, to: 7 * 60 },
};
