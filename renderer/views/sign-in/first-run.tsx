// The first page a customer sees: an API key, or the demo.
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { FailureNote } from '../notices/failure-note.tsx';
import { KeyForm } from './key-form.tsx';

export function FirstRun() {
  const { session } = useStores();
  const text = useText();
  const current = session.value.value;
  const noKeychain = current?.problem?.code === 'keychain_missing';
  const problem = current?.problem ?? null;
  const last = session.refused.value;
  return (
    <main class="welcome-card">
      <Mark />
      <h1>{text.welcome}</h1>
      <p class="lead">{text.welcomeSays}</p>
      {problem !== null && problem.code !== 'keychain_missing' && problem.code !== 'no_key' && (
        <p class="note warn" role="alert">
          <Icon name="alert" />
          <span>
            {text.codes[problem.code].says} {text.codes[problem.code].next}
          </span>
        </p>
      )}
      <KeyForm />
      <p class={noKeychain ? 'note warn' : 'hint with-icon'}>
        <Icon name={noKeychain ? 'alert' : 'lock'} />
        <span>{noKeychain ? `${text.keyNotKept} ${text.keyNotKeptCost}` : text.keyKept}</span>
      </p>
      <section class="where-key">
        <p>{text.whereKey}</p>
        <dl>
          <dt>read:support</dt>
          <dd>{text.scopeRead}</dd>
          <dt>write:support</dt>
          <dd>{text.scopeWrite}</dd>
          <dt>read:account</dt>
          <dd>{text.scopeAccount}</dd>
        </dl>
      </section>
      <div class="or" aria-hidden="true">
        <span>{text.or}</span>
      </div>
      <div class="demo-row">
        <Button onPress={() => void session.demo()}>{text.tryDemo}</Button>
        <span class="hint">{text.demoSays}</span>
      </div>
      {last?.call === 'session.demo' && <FailureNote failure={last.failure} once />}
    </main>
  );
}
