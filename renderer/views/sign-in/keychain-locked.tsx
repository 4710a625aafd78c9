// The keychain holds the key but cannot be read now: unlock it, or put another key in its place on purpose.
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { FailureNote } from '../notices/failure-note.tsx';
import { KeyForm } from './key-form.tsx';

export function KeychainLocked() {
  const { session } = useStores();
  const text = useText();
  const [tried, setTried] = useState(false);
  const [only, second] = session.value.value?.accounts ?? [];
  const last = session.refused.value;
  const refused = last?.call === 'session.retryKeychain' ? last.failure : null;
  async function retry(): Promise<void> {
    setTried(false);
    setTried(await session.retryKeychain());
  }

  return (
    <main class="welcome-card">
      <div class="big-icon">
        <Icon name="lock" />
      </div>
      <h1>{text.keychainLockedTitle}</h1>
      <p class="lead">{text.keychainLockedSays}</p>
      <Button kind="primary" busy={session.busy.value} onPress={() => void retry()}>
        {text.unlockAndTry}
      </Button>
      <p class="hint" aria-live="polite">
        {tried && !session.busy.value && text.stillLocked}
      </p>
      {refused !== null && <FailureNote failure={refused} once />}
      <details class="another-key">
        <summary>
          <Icon name="chevronRight" class="fold" />
          {text.useAnotherKey}
        </summary>
        <p class="hint">{text.useAnotherKeySays}</p>
        <KeyForm accountId={second === undefined ? (only?.id ?? null) : null} />
      </details>
    </main>
  );
}
