// The departments of the account that a new ticket is for.
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { Output } from '../../electron/contract/calls.ts';
import { success } from '../../electron/contract/codes.ts';
import type { Client } from '../../electron/contract/transport.ts';
import { among, type Changes } from './changes.ts';
import { createQuery } from './query.ts';

export type Departments = Output<'tickets.departments'>;

export type DepartmentsStore = {
  /** null: not known of this account */
  readonly value: ReadonlySignal<Departments | null>;
  ask(): Promise<void>;
};

/**
 * @param account null: none is chosen
 * @param several there are several accounts, and the call must say which
 */
export function createDepartments(
  client: Client,
  changes: Changes,
  account: ReadonlySignal<string | null>,
  several: ReadonlySignal<boolean>,
): DepartmentsStore {
  const query = createQuery<{ of: string; value: Departments }>(() => {
    const of = account.peek();
    return of === null ? null : ask(of);
  });

  async function ask(of: string) {
    const answer = await client.call('tickets.departments', several.peek() ? { account: of } : {});
    return answer.ok ? success({ of, value: answer.value }) : answer;
  }

  effect(() => {
    void account.value;
    void query.ask();
  });
  changes.watch(among('session'), query.ask);

  return {
    value: computed(() => {
      const known = query.value.value;
      return known !== null && known.of === account.value ? known.value : null;
    }),
    ask: query.ask,
  };
}
