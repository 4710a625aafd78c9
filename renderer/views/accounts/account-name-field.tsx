// What the user calls an account, changed in its place: kept once the field is left, and kept typed when that fails.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../../../electron/contract/account.ts';
import { limits } from '../../../electron/contract/calls.ts';
import type { Failure } from '../../../electron/contract/codes.ts';
import type { Text } from '../../text/en.ts';
import { useStores, useText } from '../../ui/context.ts';
import { Field } from '../../ui/field.tsx';
import { AccountNameInput, useNameTooLong } from './account-name-input.tsx';

export function AccountNameField({ account }: { account: Account }) {
  const { accounts, screen } = useStores();
  const text = useText();
  const [typed, setTyped] = useState(account.name);
  const [refused, setRefused] = useState<Failure | null>(null);
  const latest = useRef({ typed, name: account.name });
  latest.current = { typed, name: account.name };
  const tooLong = useNameTooLong(typed);

  async function keep(): Promise<Failure | null> {
    const name = latest.current.typed.trim();
    if (name.length > limits.accountName) return notTaken;
    const why = name === latest.current.name ? null : await accounts.change(account.id, { name });
    setRefused(why);
    return why;
  }

  // closing the dialog leaves the field, too
  useEffect(
    () => () => {
      void keep().then((why) => why !== null && screen.say(saidOfClosed(why, text)));
    },
    [],
  );

  return (
    <Field label={text.accounts.name} error={tooLong ?? (refused === null ? null : saidOf(refused, text))}>
      {(attributes) => (
        <AccountNameInput
          attributes={attributes}
          value={typed}
          onInput={(next) => {
            setTyped(next);
            setRefused(null);
          }}
          onDone={() => void keep()}
        />
      )}
    </Field>
  );
}

/** Too long to be asked about. */
const notTaken: Failure = { ok: false, code: 'invalid_request' };

const saidOf = ({ code }: Failure, text: Text): string =>
  code === 'name_in_use' ? text.codes[code].says : text.accounts.notKept;

/** Where the field is gone. */
const saidOfClosed = ({ code }: Failure, text: Text): string =>
  code === 'name_in_use'
    ? `${text.accounts.nameNotKept} ${text.codes[code].says}`
    : text.accounts.nameNotKept;
