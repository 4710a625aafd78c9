// What the user calls an account, changed in its place: kept once the field is left, and kept typed when that fails.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../../electron/contract/account.ts';
import { useStores, useText } from '../ui/context.ts';
import { Field } from '../ui/field.tsx';
import { AccountNameInput } from './account-name-input.tsx';

export function AccountNameField({ account }: { account: Account }) {
  const { accounts, screen } = useStores();
  const text = useText();
  const [typed, setTyped] = useState(account.name);
  const [failed, setFailed] = useState(false);
  const latest = useRef({ typed, name: account.name });
  latest.current = { typed, name: account.name };

  async function keep(): Promise<boolean> {
    const name = latest.current.typed.trim();
    if (name === latest.current.name) return true;
    const refused = await accounts.change(account.id, { name });
    setFailed(refused !== null);
    return refused === null;
  }

  // closing the dialog leaves the field, too
  useEffect(
    () => () => {
      void keep().then((kept) => kept || screen.say(text.accounts.nameNotKept));
    },
    [],
  );

  return (
    <Field label={text.accounts.name} error={failed ? text.accounts.notKept : null}>
      {(attributes) => (
        <AccountNameInput
          attributes={attributes}
          value={typed}
          onInput={setTyped}
          onDone={() => void keep()}
        />
      )}
    </Field>
  );
}
