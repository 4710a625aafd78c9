// What the user was told of by notifications, a page at a time, the latest first.
import type { ReadonlySignal } from '@preact/signals';
import type { Output } from '../../electron/contract/calls.ts';
import type { Failure } from '../../electron/contract/codes.ts';
import type { Client } from '../../electron/contract/transport.ts';
import { among, type Changes } from './changes.ts';
import { createQuery } from './query.ts';

export type ToldStore = {
  readonly value: ReadonlySignal<Output<'notices.told'> | null>;
  readonly problem: ReadonlySignal<Failure | null>;
  /** Asks for the first page, and again whenever something is told, until the answered function is called. */
  watch(): () => void;
  showEarlier(): Promise<void>;
};

const page = 50;

export function createTold(client: Client, changes: Changes): ToldStore {
  let limit = page;
  const query = createQuery<Output<'notices.told'>>(() => client.call('notices.told', { limit }));
  return {
    value: query.value,
    problem: query.problem,
    watch() {
      limit = page;
      void query.ask();
      return changes.watch(among('notices', 'session'), () => void query.ask());
    },
    showEarlier() {
      limit += page;
      return query.ask();
    },
  };
}
