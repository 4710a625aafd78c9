// Through which account a reply goes: said above the text, with the account's colour along the composer.
import { useStores, useText } from '../../ui/context.ts';
import { toldAccount } from '../accounts/account-name.ts';
import { Swatch } from '../accounts/account-tag.tsx';

/** @param id of the line, for the field that it describes */
export function ReplyAs({ accountId, id }: { accountId: string; id: string }) {
  const stores = useStores();
  const text = useText();
  const name = toldAccount(stores, accountId);
  if (name === null) return null;
  return (
    <p class="reply-as" id={id} title={text.accounts.sendsAs(name)}>
      <Swatch colour={stores.accounts.of(accountId)?.colour} />
      <span class="reply-as-name">{text.accounts.replyAs(name)}</span>
    </p>
  );
}

/** The class that draws the colour along the composer; empty where there is only one account. */
export function useAccountEdge(accountId: string): string {
  const { accounts } = useStores();
  return accounts.several.value ? ` of-account ${accounts.of(accountId)?.colour ?? 'slate'}` : '';
}
