// The sign of an account beside what belongs to it: its colour and its name. Nothing where there is only one account.
import type { AccountColour } from '../../../electron/contract/account.ts';
import { useStores, useText } from '../../ui/context.ts';
import { toldAccount } from './account-name.ts';

export function AccountTag({ id }: { id: string | null }) {
  const stores = useStores();
  const text = useText();
  const name = toldAccount(stores, id);
  if (name === null || id === null) return null;
  return (
    <span class="account-tag" title={text.accounts.of(name)}>
      <Swatch colour={stores.accounts.of(id)?.colour} />
      <span class="account-tag-name">{name}</span>
    </span>
  );
}

/** A colour alone says nothing: a name always stands beside it. */
export function Swatch({ colour }: { colour: AccountColour | undefined }) {
  return <span class={`swatch ${colour ?? 'slate'}`} aria-hidden="true" />;
}
