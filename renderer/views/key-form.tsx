// The form that takes an API key: at the first run, after a refusal, and beside a locked keychain.
// The typed key lives in this form alone and is forgotten with it.
import { useId, useRef, useState } from 'preact/hooks';
import type { Session } from '../../electron/contract/model.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { useStores, useText } from '../ui/context.ts';
import { FailureNote } from './failure-note.tsx';

/** A key of the user's works now, and another would take its place. */
export const inUse = (session: Session | null): boolean =>
  session !== null && session.state === 'signed-in' && !session.demo;

export function KeyForm({ onDone }: { onDone?: () => void }) {
  const { session } = useStores();
  const text = useText();
  const [key, setKey] = useState('');
  const [shown, setShown] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const last = session.refused.value;
  const refused = last?.call === 'session.connect' ? last.failure : null;
  const replacing = inUse(session.value.value);
  const busy = session.busy.value || session.value.value?.state === 'connecting';

  async function connect(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    if (key.trim() === '') return field.current?.focus();
    if (await session.connect(key.trim())) {
      setKey('');
      onDone?.();
    } else field.current?.select();
  }

  return (
    <form class="key-form" onSubmit={connect} novalidate>
      <label for={`${id}-key`}>{text.apiKey}</label>
      <div class="key-row">
        <div class="field-with-button">
          <input
            ref={field}
            id={`${id}-key`}
            class="input mono"
            {...(shown ? { type: 'text' as const } : { type: 'password' as const })}
            value={key}
            onInput={(event) => setKey(event.currentTarget.value)}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            aria-invalid={refused !== null}
            aria-describedby={refused === null ? undefined : `${id}-refused`}
          />
          <IconButton
            icon={shown ? 'eyeOff' : 'eye'}
            label={shown ? text.hideKey : text.showKey}
            pressed={shown}
            onPress={() => setShown(!shown)}
          />
        </div>
        <Button kind="primary" submit busy={busy}>
          {text.connect}
        </Button>
      </div>
      <div aria-live="polite">
        {busy && <p class="hint">{text.connecting}</p>}
        {refused !== null && !busy && (
          <>
            <FailureNote id={`${id}-refused`} failure={refused} />
            {replacing && <p class="hint">{text.oldKeyStays}</p>}
          </>
        )}
      </div>
    </form>
  );
}
