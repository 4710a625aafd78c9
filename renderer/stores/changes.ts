// Turns the program's `changed` events into "ask again": by topic, and everything after a gap or a lost link.
import { effect, type ReadonlySignal } from '@preact/signals';
import type { Client } from '../../electron/contract/transport.ts';

export type Changes = {
  /** Calls `ask` whenever a topic it cares about changed, or may have; answers the way to stop. */
  watch(cares: (topic: string) => boolean, ask: () => void): () => void;
};

type Watcher = { readonly cares: (topic: string) => boolean; readonly ask: () => void };

/** @param link whether the program can be reached */
export function createChanges(client: Client, link: ReadonlySignal<boolean>): Changes {
  const watchers = new Set<Watcher>();
  let lastRev: number | null = null;
  let wasUp = true;

  const askAll = () => {
    for (const watcher of [...watchers]) watcher.ask();
  };

  client.on('changed', ({ topics, rev }) => {
    const missed = lastRev !== null && rev !== lastRev + 1;
    lastRev = rev;
    if (missed) return askAll();
    for (const watcher of [...watchers]) if (topics.some(watcher.cares)) watcher.ask();
  });

  effect(() => {
    const up = link.value;
    if (up && !wasUp) {
      lastRev = null;
      askAll();
    }
    wasUp = up;
  });

  return {
    watch(cares, ask) {
      const watcher = { cares, ask };
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

/** Cares about one of the named topics. */
export const among =
  (...topics: string[]) =>
  (topic: string): boolean =>
    topics.includes(topic);
