// Lines across the top: what is wrong with the connection or the key, and warnings that are said once.
import { useState } from 'preact/hooks';
import { Button, IconButton } from '../ui/button.tsx';
import { useDates, useStores, useText } from '../ui/context.ts';
import { AccountBanners } from './account-banners.tsx';
import { askNewKey } from './account-dialogs.ts';
import { isShared } from './account-state.ts';
import { Banner } from './banner.tsx';
import { FailureDetails } from './failure-note.tsx';

export function Banners() {
  const { session, connection } = useStores();
  const current = session.value.value;
  const warnings = current?.warnings ?? [];
  return (
    <div class="banners" aria-live="polite">
      <AccountBanners />
      <ConnectionBanner />
      {current !== null && !current.durable && current.state === 'signed-in' && !current.demo && <NotKept />}
      {warnings.length > 0 && <Warnings />}
      {connection.value.value?.progress && <Progress {...connection.value.value.progress} />}
    </div>
  );
}

function ConnectionBanner() {
  const stores = useStores();
  const { session, connection, accounts } = stores;
  const text = useText();
  const dates = useDates();
  const state = connection.state.value;
  const problem = connection.value.value?.problem ?? null;
  const check = (
    <Button icon="refresh" busy={connection.checking.value} onPress={() => void connection.checkNow()}>
      {text.checkNow}
    </Button>
  );
  if (state === 'disconnected') {
    return (
      <Banner kind="danger" icon="unlink">
        <p>
          <strong>{text.codes.disconnected.says}</strong> {text.codes.disconnected.next}
        </p>
      </Banner>
    );
  }
  // what only some accounts suffer from is told with their names; so is who is signed out
  if (accounts.several.value && (state === 'signed-out' || !isShared(stores, state))) return null;
  if (session.value.value?.state === 'signed-out' || state === 'signed-out') {
    const why = session.value.value?.problem?.code ?? problem?.code ?? 'no_key';
    return (
      <Banner kind="danger" icon="key">
        <p>
          <strong>{text.codes[why].says}</strong> {text.signedOutSays}
        </p>
        <Button kind="primary" onPress={() => askNewKey(stores, accounts.list.value[0]?.id ?? null)}>
          {text.enterNewKey}
        </Button>
      </Banner>
    );
  }
  if (state === 'error' && problem !== null) {
    return (
      <Banner kind="danger" icon="alert">
        <div>
          <p>
            <strong>{text.codes[problem.code].says}</strong> {text.codes[problem.code].next}
          </p>
          <FailureDetails failure={problem} />
        </div>
        {check}
      </Banner>
    );
  }
  if (state === 'paused') {
    const until = problem?.retryAt ?? connection.value.value?.nextCheckAt ?? null;
    return (
      <Banner kind="warn" icon="clock">
        <p>
          <strong>{text.codes[problem?.code ?? 'paused'].says}</strong>{' '}
          {until === null ? text.codes.paused.next : text.pausedUntil(dates.time(until))}
        </p>
        {check}
      </Banner>
    );
  }
  if (state === 'offline') {
    return (
      <Banner kind="info" icon="unlink">
        <p>
          <strong>{text.codes[problem?.code ?? 'offline'].says}</strong> {text.offlineSays}
        </p>
        {check}
      </Banner>
    );
  }
  return null;
}

function NotKept() {
  const text = useText();
  const [read, setRead] = useState(false);
  if (read) return null;
  return (
    <Banner kind="warn" icon="key">
      <p>
        <strong>{text.keyInMemory}</strong> {text.keyNotKeptCost}
      </p>
      <IconButton icon="close" label={text.dismiss} onPress={() => setRead(true)} />
    </Banner>
  );
}

function Warnings() {
  const { session } = useStores();
  const text = useText();
  const codes = [...new Set(session.value.value?.warnings.map((warning) => warning.code))];
  return (
    <Banner kind="warn" icon="alert">
      <div>
        {codes.map((code) => (
          <p key={code}>
            <strong>{text.codes[code].says}</strong> {text.codes[code].next}
          </p>
        ))}
      </div>
      <IconButton icon="close" label={text.dismiss} onPress={session.dismissWarnings} />
    </Banner>
  );
}

function Progress({ done, of }: { done: number; of: number }) {
  const text = useText();
  return (
    <div class="banner info progress">
      <p>
        <strong>{text.firstSync}</strong> {text.firstSyncSays}
      </p>
      <progress max={Math.max(1, of)} value={done} aria-label={text.firstSync} />
      <span class="numbers">{text.fetching(done, of)}</span>
    </div>
  );
}
