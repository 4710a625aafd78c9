// How many tickets each view and department holds: in all accounts, and in what the list shows of them.
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { Counts } from '../../electron/contract/model.ts';
import type { Client } from '../../electron/contract/transport.ts';
import { among, type Changes } from './changes.ts';
import { createQuery, type Query } from './query.ts';

export type CountsStore = Pick<Query<Counts>, 'value' | 'ask'> & {
  /** of the account that the list is narrowed to, or of all */
  readonly shown: ReadonlySignal<Counts | null>;
};

/** @param account that the list is narrowed to; null: none */
export function createCounts(
  client: Client,
  changes: Changes,
  account: ReadonlySignal<string | null>,
): CountsStore {
  const query = createQuery<Counts>(() => client.call('tickets.counts', {}));
  const narrowed = createQuery<{ id: string; counts: Counts }>(() => {
    const id = account.peek();
    return id === null ? null : askOf(id);
  });
  async function askOf(id: string) {
    const answer = await client.call('tickets.counts', { account: id });
    return answer.ok ? { ok: true as const, value: { id, counts: answer.value } } : answer;
  }
  changes.watch(among('tickets', 'outbox', 'session'), () => {
    void query.ask();
    void narrowed.ask();
  });
  void query.ask();
  effect(() => {
    void account.value;
    void narrowed.ask();
  });
  const shown = computed(() => {
    if (account.value === null) return query.value.value;
    return narrowed.value.value?.id === account.value ? narrowed.value.value.counts : null;
  });
  return { value: query.value, ask: query.ask, shown };
}
