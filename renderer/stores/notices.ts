// Notifications that are shown inside the page.
import type { ReadonlySignal } from '@preact/signals';
import type { Output } from '../../electron/contract/calls.ts';
import type { Result } from '../../electron/contract/codes.ts';
import type { Notice } from '../../electron/contract/model.ts';
import type { Client } from '../../electron/contract/transport.ts';
import { among, type Changes } from './changes.ts';
import { createQuery } from './query.ts';

export type NoticesStore = {
  readonly value: ReadonlySignal<readonly Notice[] | null>;
  open(id: string): void;
  dismiss(id: string): void;
  /** Raises one that says nothing but that it is a test. */
  test(): Promise<Result<Output<'notices.test'>>>;
};

export function createNotices(client: Client, changes: Changes): NoticesStore {
  const query = createQuery<Notice[]>(() => client.call('notices.list', {}));
  changes.watch(among('notices', 'session'), query.ask);
  query.ask();
  return {
    value: query.value,
    open(id) {
      void client.call('notices.open', { id }).then(query.ask);
    },
    dismiss(id) {
      void client.call('notices.dismiss', { id }).then(query.ask);
    },
    test: () => client.call('notices.test', {}),
  };
}
