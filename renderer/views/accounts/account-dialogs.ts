// Opens the dialogs that are about one account.
import type { Stores } from '../../stores/stores.ts';

/** @param accountId null: there is none yet */
export function askNewKey({ accounts, screen }: Stores, accountId: string | null): void {
  accounts.askAbout(accountId);
  screen.showDialog('key');
}

/** @param accountId null: every account */
export function askSignOut({ accounts, screen }: Stores, accountId: string | null): void {
  accounts.askAbout(accountId);
  screen.showDialog('sign-out');
}
