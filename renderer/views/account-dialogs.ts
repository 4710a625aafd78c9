// Opens the dialogs that are about one account.
import type { Stores } from '../stores/stores.ts';

/** @param accountId null: the only account */
export function askNewKey({ accounts, screen }: Stores, accountId: string | null): void {
  accounts.askAbout(accounts.several.peek() ? accountId : null);
  screen.showDialog('key');
}

/** @param accountId null: every account */
export function askSignOut({ accounts, screen }: Stores, accountId: string | null): void {
  accounts.askAbout(accounts.several.peek() ? accountId : null);
  screen.showDialog('sign-out');
}
