// Every event a page may hear. `changed` carries no data: who cares asks its query again.
import * as v from 'valibot';

/** `ticket:<id>` names one conversation; the rest are whole topics. */
export type Topic =
  | 'session'
  | 'connection'
  | 'tickets'
  | 'outbox'
  | 'notices'
  | 'settings'
  | 'downloads'
  | `ticket:${string}`;

export const events = {
  /** After a commit. `rev` grows by one each time, so a missed event shows. */
  changed: v.object({ topics: v.array(v.string()), rev: v.number() }),
  /** Show this ticket now (a notification or the tray was clicked). */
  show: v.object({ ticketId: v.nullable(v.string()) }),
} as const;

type Events = typeof events;
export type EventName = keyof Events;
export type EventData<N extends EventName> = v.InferOutput<Events[N]>;
