// One more account: its key, which HostUp is asked about first, and what the user calls it. A failure keeps both.
import { useId, useRef, useState } from 'preact/hooks';
import type { Failure } from '../../electron/contract/codes.ts';
import { Button } from '../ui/button.tsx';
import { useStores, useText } from '../ui/context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { keepNames, nameOfAccount } from './account-name.ts';
import { AccountNameInput } from './account-name-input.tsx';
import { FailureNote } from './failure-note.tsx';
import { KeyField } from './key-field.tsx';
import { type KeyProblem, keyProblem, saidOfKey } from './key-problem.ts';

export function AddAccount({ onClose }: { onClose: () => void }) {
  const stores = useStores();
  const { accounts, screen } = stores;
  const text = useText();
  const [key, setKey] = useState('');
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Failure | KeyProblem | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  async function add(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const problem = keyProblem(key.trim());
    if (problem !== null) {
      setWrong(problem);
      return field.current?.focus();
    }
    setBusy(true);
    setWrong(null);
    const refused = await accounts.add(key.trim(), name.trim());
    setBusy(false);
    setWrong(refused);
    if (refused !== null) {
      field.current?.focus();
      return field.current?.select();
    }
    onClose();
    await keepNames(stores);
    const added = accounts.list.peek().at(-1);
    if (added !== undefined) screen.say(text.accounts.added(nameOfAccount(stores, added.id)));
  }

  return (
    <Dialog title={text.accounts.add} onClose={onClose}>
      <form class="account-form" onSubmit={add} novalidate>
        <p>{text.accounts.addSays}</p>
        <div class={wrong === null ? 'field' : 'field wrong'}>
          <label for={`${id}-key`}>{text.apiKey}</label>
          <KeyField
            field={field}
            id={`${id}-key`}
            value={key}
            onInput={(next) => {
              setKey(next);
              setWrong(null);
            }}
            invalid={wrong !== null}
            describedBy={wrong === null ? undefined : `${id}-wrong`}
          />
          <div id={`${id}-wrong`} aria-live="polite">
            {busy && <p class="hint">{text.connecting}</p>}
            <Wrong wrong={wrong} />
          </div>
        </div>
        <Field label={text.accounts.name} optional={text.optional} hint={text.accounts.nameSays} error={null}>
          {(attributes) => <AccountNameInput attributes={attributes} value={name} onInput={setName} />}
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

function Wrong({ wrong }: { wrong: Failure | KeyProblem | null }) {
  const text = useText();
  if (wrong === null) return null;
  if (typeof wrong === 'string') return <p class="field-error">{saidOfKey(wrong, text)}</p>;
  if (wrong.code === 'key_in_use') return <p class="field-error">{text.accounts.alreadyHere}</p>;
  return <FailureNote failure={wrong} once />;
}
