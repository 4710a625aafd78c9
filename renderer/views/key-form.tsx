// The form that takes an API key: at the first run, after a refusal, and beside a locked keychain.
// The typed key lives in this form alone and is forgotten with it.
import { useId, useRef, useState } from 'preact/hooks';
import type { Session } from '../../electron/contract/model.ts';
import { Button } from '../ui/button.tsx';
import { useStores, useText } from '../ui/context.ts';
import { FailureNote } from './failure-note.tsx';
import { KeyField } from './key-field.tsx';
import { type KeyProblem, keyProblem, saidOfKey } from './key-problem.ts';

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
};

export function KeyForm({ accountId = null, onDone }: Props) {
  const { session } = useStores();
  const text = useText();
  const [key, setKey] = useState('');
  const [wrong, setWrong] = useState<KeyProblem | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const last = session.refused.value;
  const refused = last?.call === 'session.connect' ? last.failure : null;
  const replacing = inUse(session.value.value, accountId);
  const busy = session.busy.value || session.value.value?.state === 'connecting';

  async function connect(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const problem = keyProblem(key.trim());
    setWrong(problem);
    if (problem !== null) return field.current?.focus();
    if (await session.connect(key.trim(), accountId ?? undefined)) {
      setKey('');
      onDone?.();
    } else field.current?.select();
  }

  return (
    <form class="key-form" onSubmit={connect} novalidate>
      <label for={`${id}-key`}>{text.apiKey}</label>
      <div class="key-row">
        <KeyField
          field={field}
          id={`${id}-key`}
          value={key}
          onInput={(next) => {
            setKey(next);
            setWrong(null);
          }}
          invalid={refused !== null || wrong !== null}
          describedBy={refused === null && wrong === null ? undefined : `${id}-refused`}
        />
        <Button kind="primary" submit busy={busy}>
          {text.connect}
        </Button>
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
    </form>
  );
}
