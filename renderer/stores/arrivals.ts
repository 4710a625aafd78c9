// New tickets that were handed over and wait, followed until HostUp has them: what goes out later is told as well as
// what goes out at once.
import type { ReadonlySignal } from '@preact/signals';
import type { Outgoing } from '../../electron/contract/model.ts';
import type { Client } from '../../electron/contract/transport.ts';
import { among, type Changes } from './changes.ts';

export type Arrivals = {
  /** The form has handed this one over, and HostUp has not confirmed it. */
  follow(id: string): void;
  /** Calls `tell` with each that arrived, once; answers the way to stop. */
  watch(tell: (outgoing: Outgoing) => void): () => void;
};

/** @param waiting what is on its way; new tickets that are so when the page begins are followed, too */
export function createArrivals(
  client: Client,
  changes: Changes,
  waiting: ReadonlySignal<readonly Outgoing[] | null>,
): Arrivals {
  const followed = new Set<string>();
  let tell: ((outgoing: Outgoing) => void) | null = null;

  const forgetFirst = waiting.subscribe((list) => {
    if (list === null) return;
    for (const { id, kind } of list) if (kind === 'create') followed.add(id);
    queueMicrotask(() => forgetFirst());
  });

  async function ask(id: string): Promise<void> {
    const answer = await client.call('outbox.get', { id });
    const over = answer.ok
      ? answer.value.state === 'sent' || answer.value.state === 'discarded'
      : answer.code === 'not_found';
    // asked twice meanwhile, it is told once
    if (over && followed.delete(id) && answer.ok && answer.value.state === 'sent') tell?.(answer.value);
  }

  changes.watch(among('outbox'), () => {
    if (tell !== null) for (const id of followed) void ask(id);
  });

  return {
    follow(id) {
      followed.add(id);
      void ask(id);
    },
    watch(listener) {
      tell = listener;
      return () => {
        tell = null;
      };
    },
  };
}
