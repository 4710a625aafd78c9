// The account that a new ticket is for, and the departments of it.
import { computed, type ReadonlySignal } from '@preact/signals';
import type { Client } from '../../electron/contract/transport.ts';
import type { Changes } from './changes.ts';
import { createDepartments, type Departments } from './departments.ts';
import type { NewTicketFields } from './new-ticket-fields.ts';

export type NewTicketAccount = {
  /** there is more than one to choose from */
  readonly several: ReadonlySignal<boolean>;
  /** null: not chosen among several, or none is known */
  readonly account: ReadonlySignal<string | null>;
  /** of that account; null: not known */
  readonly departments: ReadonlySignal<Departments | null>;
  askDepartments(): Promise<void>;
  /** What was typed stays; a department that the account does not have, and a service of another, are chosen again. */
  chooseAccount(id: string): Promise<void>;
};

/**
 * @param set changes one of the fields
 * @param accounts their ids, in the user's order
 */
export function createNewTicketAccount(
  client: Client,
  changes: Changes,
  { form, set }: Pick<NewTicketFields, 'form' | 'set'>,
  accounts: ReadonlySignal<readonly string[]>,
): NewTicketAccount {
  const several = computed(() => accounts.value.length > 1);
  const account = computed(() => {
    if (!several.value) return accounts.value[0] ?? null;
    return accounts.value.find((id) => id === form.value.account) ?? null;
  });
  const departments = createDepartments(client, changes, account, several);
  return {
    several,
    account,
    departments: departments.value,
    askDepartments: departments.ask,
    async chooseAccount(chosen) {
      const before = form.peek().account;
      set('account', chosen);
      // a service is one account's alone
      if (before !== '' && before !== chosen) {
        set('serviceType', '');
        set('serviceId', '');
      }
      await departments.ask();
      const { departmentSlug } = form.peek();
      const known = account.peek() === chosen ? departments.value.peek() : null;
      if (known === null || departmentSlug === '') return;
      if (!known.departments.some(({ slug }) => slug === departmentSlug)) set('departmentSlug', '');
    },
  };
}
