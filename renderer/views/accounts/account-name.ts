// What accounts are called wherever they are told of.
import { type Account, isSameName } from '../../../electron/contract/account.ts';
import type { Stores } from '../../stores/stores.ts';
import { listed } from '../../text/listed.ts';

/** The user's name for it, else its place among the accounts. */
export function nameOfAccount({ accounts, words }: Stores, id: string): string {
  const list = accounts.list.value;
  const at = list.findIndex((account) => account.id === id);
  return list[at]?.name || words.value.text.accounts.unnamed(at + 1);
}

/** Keeps the name that each unnamed account is told by, so that it stays its own when others come and go. */
export async function keepNames(stores: Stores): Promise<void> {
  const { accounts, words } = stores;
  for (const { id, name } of accounts.list.peek()) {
    if (name !== '') continue;
    const { unnamed } = words.peek().text.accounts;
    const isTaken = (wanted: string) => accounts.list.peek().some((one) => isSameName(one.name, wanted));
    let number = 1;
    while (isTaken(unnamed(number))) number += 1;
    await accounts.change(id, { name: unnamed(number) });
  }
}

/** "Bageriet, Studio Nord and Account 3". */
export function namesOf(stores: Stores, list: readonly Account[]): string {
  const names = list.map(({ id }) => nameOfAccount(stores, id));
  return listed(names, stores.words.value.language);
}

/** Its name where there are several; null where it need not be told of. */
export const toldAccount = (stores: Stores, id: string | null): string | null =>
  id !== null && stores.accounts.several.value && stores.accounts.of(id) !== undefined
    ? nameOfAccount(stores, id)
    : null;

/** The account that a ticket's id names. */
export const accountOf = (ticketId: string): string => ticketId.split('/')[0] ?? '';
