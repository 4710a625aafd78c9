// One more account: its key, which HostUp is asked about first, and what the user calls it. A failure keeps both.
import { useState } from 'preact/hooks';
import type { Failure } from '../../../electron/contract/codes.ts';
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { FailureNote } from '../notices/failure-note.tsx';
import { KeyField } from '../sign-in/key-field.tsx';
import { type KeyProblem, saidOfKey } from '../sign-in/key-problem.ts';
import { type TypedKey, useTypedKey } from '../sign-in/use-typed-key.ts';
import { keepNames, nameOfAccount } from './account-name.ts';
import { AccountNameInput, useNameTooLong } from './account-name-input.tsx';

export function AddAccount({ onClose }: { onClose: () => void }) {
  const stores = useStores();
  const { accounts, screen } = stores;
  const text = useText();
  const typed = useTypedKey<Failure>();
  const { id } = typed;
  const [name, setName] = useState('');
  const [nameTaken, setNameTaken] = useState(false);
  const [busy, setBusy] = useState(false);
  const tooLong = useNameTooLong(name);

  async function add(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const key = typed.check();
    if (key === null) return;
    if (tooLong !== null) return document.getElementById(`${id}-name`)?.focus();
    setBusy(true);
    const refused = await accounts.add(key, name.trim());
    setBusy(false);
    if (refused?.code === 'name_in_use') {
      setNameTaken(true);
      return document.getElementById(`${id}-name`)?.focus();
    }
    typed.refuse(refused);
    if (refused !== null) return typed.select();
    onClose();
    await keepNames(stores);
    const added = accounts.list.peek().at(-1);
    if (added !== undefined) screen.say(text.accounts.added(nameOfAccount(stores, added.id)));
  }

  return (
    <Dialog title={text.accounts.add} onClose={onClose}>
      <form class="account-form" onSubmit={add} novalidate>
        <p>{text.accounts.addSays}</p>
        <KeyOfAccount typed={typed} busy={busy} />
        <Field
          id={`${id}-name`}
          label={text.accounts.name}
          optional={text.optional}
          hint={text.accounts.nameSays}
          error={tooLong ?? (nameTaken ? text.codes.name_in_use.says : null)}
        >
          {(attributes) => (
            <AccountNameInput
              attributes={attributes}
              value={name}
              onInput={(next) => {
                setName(next);
                setNameTaken(false);
              }}
            />
          )}
        </Field>
        <div class="dialog-actions">
          <Button onPress={onClose}>{text.cancel}</Button>
          <Button kind="primary" submit busy={busy}>
            {text.accounts.add}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function KeyOfAccount({ typed, busy }: { typed: TypedKey<Failure>; busy: boolean }) {
  const text = useText();
  const { id, wrong } = typed;
  return (
    <div class={wrong === null ? 'field' : 'field wrong'}>
      <label for={id}>{text.apiKey}</label>
      <KeyField
        typed={typed}
        invalid={wrong !== null}
        describedBy={wrong === null ? undefined : `${id}-wrong`}
      />
      <div id={`${id}-wrong`} aria-live="polite">
        {busy && <p class="hint">{text.connecting}</p>}
        <Wrong wrong={wrong} />
      </div>
    </div>
  );
}

function Wrong({ wrong }: { wrong: Failure | KeyProblem | null }) {
  const stores = useStores();
  const text = useText();
  if (wrong === null) return null;
  if (typeof wrong === 'string') return <p class="field-error">{saidOfKey(wrong, text)}</p>;
  if (wrong.accountId !== undefined)
    return <p class="field-error">{text.accounts.sameCustomer(nameOfAccount(stores, wrong.accountId))}</p>;
  if (wrong.code === 'key_in_use') return <p class="field-error">{text.accounts.alreadyHere}</p>;
  return <FailureNote failure={wrong} once />;
}
