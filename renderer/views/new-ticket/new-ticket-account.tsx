// Which account a new ticket is for: asked where there are several, and never guessed.
import { useStores, useText } from '../../ui/context.ts';
import { Field } from '../../ui/field.tsx';
import { nameOfAccount } from '../accounts/account-name.ts';
import { whyNotWritable } from '../accounts/account-state.ts';
import { Swatch } from '../accounts/account-tag.tsx';
import { useProblem } from './new-ticket-text.tsx';

export function AccountField() {
  const stores = useStores();
  const { accounts, newTicket } = stores;
  const text = useText();
  const error = useProblem('account');
  const chosen = newTicket.account.value;
  if (!accounts.several.value) return null;
  const hint = chosen === null ? undefined : whyNotWritable(stores, chosen);
  return (
    <Field label={text.accounts.one} error={error} hint={hint} id="new-account">
      {(attributes) => (
        <div class="account-choice">
          {chosen !== null && <Swatch colour={accounts.of(chosen)?.colour} />}
          <select
            {...attributes}
            class="input"
            value={chosen ?? ''}
            onChange={(event) => void newTicket.chooseAccount(event.currentTarget.value)}
          >
            <option value="">{text.accounts.choose}</option>
            {accounts.list.value.map(({ id }) => (
              <option key={id} value={id}>
                {nameOfAccount(stores, id)}
              </option>
            ))}
          </select>
        </div>
      )}
    </Field>
  );
}
