// Lines across the top: what is wrong with accounts, connection or key, and warnings that are said once.
import { useState } from 'preact/hooks';
import { IconButton } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { AccountBanners } from './account-banners.tsx';
import { Banner } from './banner.tsx';
import { ConnectionBanner } from './connection-banner.tsx';

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
