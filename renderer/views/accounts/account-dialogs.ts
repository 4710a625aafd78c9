// Opens the dialogs that are about one account.
import type { Stores } from '../../stores/stores.ts';

/** @param accountId null: there is none yet */
export function askNewKey({ accounts, screen }: Stores, accountId: string | null): void {
  accounts.askAbout(accountId);
  screen.showDialog('key');
}

/** Opens the settings where that account is, with the way to a new key first. */
export function showAccount({ accounts, screen }: Stores, accountId: string): void {
  accounts.askAbout(accountId);
  screen.showDialog('accounts');
}

/** @param accountId null: every account */
export function askSignOut({ accounts, screen }: Stores, accountId: string | null): void {
  accounts.askAbout(accountId);
  screen.showDialog('sign-out');
}
