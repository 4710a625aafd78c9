// What the user has chosen, as the program keeps it; a choice shows at once and is confirmed by the answer.
import { computed, type ReadonlySignal } from '@preact/signals';
import type { Failure } from '../../electron/contract/codes.ts';
import { defaultSettings, type Settings } from '../../electron/contract/settings.ts';
import type { Client } from '../../electron/contract/transport.ts';
import { among, type Changes } from './changes.ts';
import { createQuery, type Query } from './query.ts';

export type SettingsStore = Pick<Query<Settings>, 'value'> & {
  /** the defaults until the program has answered */
  readonly current: ReadonlySignal<Settings>;
  set(change: Partial<Settings>): Promise<void>;
};

/** @param refused learns why a choice was not kept, which goes back then */
export function createSettings(
  client: Client,
  changes: Changes,
  refused: (why: Failure) => void,
): SettingsStore {
  const query = createQuery<Settings>(() => client.call('settings.get', {}));
  changes.watch(among('settings'), query.ask);
  query.ask();
  return {
    value: query.value,
    current: computed(() => query.value.value ?? defaultSettings),
    async set(change) {
      const before = query.value.value;
      if (before !== null) query.put({ ...before, ...change });
      const answer = await client.call('settings.set', change);
      if (answer.ok) return query.put(answer.value);
      if (before !== null) query.put(before);
      refused(answer);
    },
  };
}
