// The form that takes an API key: at the first run, after a refusal, and beside a locked keychain.
// The typed key lives in this form alone and is forgotten with it.
import type { Session } from '../../../electron/contract/model.ts';
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { FailureNote } from '../notices/failure-note.tsx';
import { KeyField } from './key-field.tsx';
import { saidOfKey } from './key-problem.ts';
import { useTypedKey } from './use-typed-key.ts';

/** A key of the user's works now, and another would take its place. */
export const inUse = (session: Session | null, accountId: string | null = null): boolean => {
  const state =
    accountId === null ? session?.state : session?.accounts.find(({ id }) => id === accountId)?.state;
  return session !== null && state === 'signed-in' && !session.demo;
};

type Props = {
  /** whose new key it is; null: the first key */
  accountId?: string | null;
  onDone?: () => void;
  /** where the form can be left: its buttons lie at the end then, as in every dialog */
  onCancel?: () => void;
};

export function KeyForm({ accountId = null, onDone, onCancel }: Props) {
  const { session } = useStores();
  const text = useText();
  const typed = useTypedKey();
  const { id, wrong } = typed;
  const last = session.refused.value;
  const refused = last?.call === 'session.connect' ? last.failure : null;
  const replacing = inUse(session.value.value, accountId);
  const busy = session.busy.value || session.value.value?.state === 'connecting';

  async function connect(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const key = typed.check();
    if (key === null) return;
    if (await session.connect(key, accountId ?? undefined)) {
      typed.type('');
      onDone?.();
    } else typed.select();
  }

  const submit = (
    <Button kind="primary" submit busy={busy}>
      {text.connect}
    </Button>
  );
  return (
    <form class="key-form" onSubmit={connect} novalidate>
      <label for={id}>{text.apiKey}</label>
      <div class="key-row">
        <KeyField
          typed={typed}
          invalid={refused !== null || wrong !== null}
          describedBy={refused === null && wrong === null ? undefined : `${id}-refused`}
        />
        {onCancel === undefined && submit}
      </div>
      <div aria-live="polite">
        {busy && <p class="hint">{text.connecting}</p>}
        {wrong !== null && (
          <p class="field-error" id={`${id}-refused`}>
            {saidOfKey(wrong, text)}
          </p>
        )}
        {refused !== null && wrong === null && !busy && (
          <>
            <FailureNote id={`${id}-refused`} failure={refused} once />
            {replacing && <p class="hint">{text.oldKeyStays}</p>}
          </>
        )}
      </div>
      {onCancel !== undefined && (
        <div class="dialog-actions">
          <Button onPress={onCancel}>{text.cancel}</Button>
          {submit}
        </div>
      )}
    </form>
  );
}
