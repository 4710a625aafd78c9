// How the program stands with HostUp, and this page with the program.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../electron/contract/codes.ts';
import type { Connection } from '../../electron/contract/model.ts';
import type { Client } from '../../electron/contract/transport.ts';
import type { Bridge } from '../bridge.ts';
import { among, type Changes } from './changes.ts';
import { createQuery } from './query.ts';

export type ConnectionState = Connection['state'] | 'disconnected';

export type ConnectionStore = {
  readonly value: ReadonlySignal<Connection | null>;
  readonly state: ReadonlySignal<ConnectionState>;
  /** "disconnected" because the program behind this page was started anew and does not know it */
  readonly startedAnew: ReadonlySignal<boolean>;
  readonly checking: ReadonlySignal<boolean>;
  /** why the last "check now" was refused */
  readonly refused: ReadonlySignal<Failure | null>;
  checkNow(): Promise<void>;
};

/** @param bridge whether the program behind this page can be reached */
export function createConnection(
  client: Client,
  changes: Changes,
  { link, startedAnew }: Pick<Bridge, 'link' | 'startedAnew'>,
): ConnectionStore {
  const query = createQuery<Connection>(() => client.call('connection.get', {}));
  const checking = signal(false);
  const refused = signal<Failure | null>(null);
  changes.watch(among('connection', 'session'), query.ask);
  query.ask();
  return {
    value: query.value,
    state: computed(() => (link.value ? (query.value.value?.state ?? 'starting') : 'disconnected')),
    startedAnew,
    checking,
    refused,
    async checkNow() {
      if (checking.value) return;
      checking.value = true;
      const answer = await client.call('sync.now', {});
      refused.value = answer.ok ? null : answer;
      checking.value = false;
    },
  };
}
