// The line across the top about the connection to HostUp, or about the key where there is one account alone.
import type { Failure } from '../../../electron/contract/codes.ts';
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { askNewKey } from '../accounts/account-dialogs.ts';
import { isShared } from '../accounts/account-state.ts';
import { Banner } from './banner.tsx';
import { CheckNow } from './check-now.tsx';
import { FailureDetails } from './failure-note.tsx';
import { PauseEnd } from './pause-end.tsx';

export function ConnectionBanner() {
  const stores = useStores();
  const { session, connection, accounts } = stores;
  const state = connection.state.value;
  const problem = connection.value.value?.problem ?? null;
  if (state === 'disconnected') return <Disconnected />;
  // what only some accounts suffer from is told with their names; so is who is signed out
  if (accounts.several.value && (state === 'signed-out' || !isShared(stores, state))) return null;
  if (session.value.value?.state === 'signed-out' || state === 'signed-out') return <SignedOut />;
  if (state === 'error' && problem !== null) return <Problem problem={problem} />;
  if (state === 'paused') return <Paused problem={problem} />;
  return state === 'offline' ? <Offline problem={problem} /> : null;
}

/** The program behind this page does not answer, or does not know it. */
export function Disconnected() {
  const { startedAnew } = useStores().connection;
  const { says, next } = useText().codes[startedAnew.value ? 'started_anew' : 'disconnected'];
  return (
    <Banner kind="danger" icon="unlink">
      <p>
        <strong>{says}</strong> {next}
      </p>
    </Banner>
  );
}

function SignedOut() {
  const stores = useStores();
  const { session, connection, accounts } = stores;
  const text = useText();
  const problem = session.value.value?.problem ?? connection.value.value?.problem;
  return (
    <Banner kind="danger" icon="key">
      <p>
        <strong>{text.codes[problem?.code ?? 'no_key'].says}</strong> {text.signedOutSays}
      </p>
      <Button kind="primary" onPress={() => askNewKey(stores, accounts.list.value[0]?.id ?? null)}>
        {text.enterNewKey}
      </Button>
    </Banner>
  );
}

function Problem({ problem }: { problem: Failure }) {
  const text = useText();
  const { says, next } = text.codes[problem.code];
  return (
    <Banner kind="danger" icon="alert">
      <div>
        <p>
          <strong>{says}</strong> {next}
        </p>
        <FailureDetails failure={problem} />
      </div>
      <CheckNow />
    </Banner>
  );
}

function Paused({ problem }: { problem: Failure | null }) {
  const { connection } = useStores();
  const text = useText();
  const until = problem?.retryAt ?? connection.value.value?.nextCheckAt ?? null;
  return (
    <Banner kind="warn" icon="clock">
      <p>
        <strong>{text.codes[problem?.code ?? 'paused'].says}</strong> <PauseEnd until={until} />
      </p>
      <CheckNow />
    </Banner>
  );
}

function Offline({ problem }: { problem: Failure | null }) {
  const text = useText();
  return (
    <Banner kind="info" icon="unlink">
      <p>
        <strong>{text.codes[problem?.code ?? 'offline'].says}</strong> {text.offlineSays}
      </p>
      <CheckNow />
    </Banner>
  );
}
