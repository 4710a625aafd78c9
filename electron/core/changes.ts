// Tells pages that something was committed: topics and a revision, never data. Several in one go become one.
import type { EventData, Topic } from '../contract/events.ts';
import type { Clock } from './ports.ts';

export type AppEvent =
  | { readonly event: 'changed'; readonly data: EventData<'changed'> }
  | { readonly event: 'show'; readonly data: EventData<'show'> };

export type Changes = {
  /** after a commit */
  tell(...topics: Topic[]): void;
  /** at once; null: the list */
  show(ticketId: string | null): void;
  on(listener: (event: AppEvent) => void): () => void;
};

/** The topic of one conversation. */
export const ticketTopic = (ticketId: string): Topic => `ticket:${ticketId}`;

/** More tickets than this are told as the list alone. */
const mostTopics = 50;

/** What is told after something was done to these tickets. */
export const topicsOf = (ticketIds: readonly string[]): Topic[] => [
  'tickets',
  ...ticketIds.slice(0, mostTopics).map(ticketTopic),
];

/** Tells nothing until the clock's next turn, so that what is committed together is told together. */
export function createChanges(clock: Clock): Changes {
  const listeners = new Set<(event: AppEvent) => void>();
  const pending = new Set<string>();
  let rev = 0;
  const emit = (event: AppEvent) => {
    for (const listener of listeners) listener(event);
  };
  function flush(): void {
    const topics = [...pending];
    pending.clear();
    rev += 1;
    emit({ event: 'changed', data: { topics, rev } });
  }
  return {
    tell(...topics) {
      if (pending.size === 0) clock.after(0, flush);
      for (const topic of topics) pending.add(topic);
    },
    show: (ticketId) => emit({ event: 'show', data: { ticketId } }),
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
