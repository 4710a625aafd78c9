// Tells pages that something was committed: topics and a revision, never data. Several in one go become one.
import type { EventData, Topic } from '../contract/events.ts';
import type { Clock } from './ports.ts';

export type AppEvent =
  | { readonly event: 'changed'; readonly data: EventData<'changed'> }
  | { readonly event: 'show'; readonly data: EventData<'show'> };

export type Changes = {
  /** after a commit */
  tell(...topics: Topic[]): void;
  show(ticketId: string | null): void;
  on(listener: (event: AppEvent) => void): () => void;
};

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
