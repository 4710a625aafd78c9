// The page as a whole: which of its faces is shown, by the state of the session.
import { useRef } from 'preact/hooks';
import type { Session } from '../../../electron/contract/model.ts';
import { useStores, useText } from '../../ui/context.ts';
import { Flash } from '../../ui/flash.tsx';
import { Icon, Spinner } from '../../ui/icon.tsx';
import { Disconnected } from '../notices/connection-banner.tsx';
import { FirstRun } from '../sign-in/first-run.tsx';
import { KeychainLocked } from '../sign-in/keychain-locked.tsx';
import { MainPage } from './main-page.tsx';
import { PrintPage } from './print-page.tsx';
import { QuickPage } from './quick-page.tsx';

export function App() {
  const { session, route, connection } = useStores();
  const current = session.value.value;
  const state = useFace(current?.state ?? 'starting');
  const signedIn = state === 'signed-in' || state === 'signed-out';
  const away = connection.state.value === 'disconnected';
  const { page, ticketId } = route.value.value;
  if (signedIn && page === 'print') return <PrintPage ticketId={ticketId} />;
  if (signedIn) return page === 'quick' ? <QuickPage /> : <MainPage />;
  if (state === 'starting') return <Starting away={away} />;
  return (
    <div class="welcome">
      {away && <Away />}
      {state === 'keychain-locked' ? <KeychainLocked /> : <FirstRun />}
      <Flash />
    </div>
  );
}

/** While a key is tried the page keeps the face it had, and with it what was typed into it. */
function useFace(state: Session['state']): Session['state'] {
  const before = useRef<Session['state']>('first-run');
  if (state !== 'connecting' && state !== 'starting') before.current = state;
  return state === 'connecting' ? before.current : state;
}

function Starting({ away }: { away: boolean }) {
  const text = useText();
  return (
    <main class="welcome starting">
      <h1 class="sr-only">{text.app}</h1>
      <p class="starting-line" role="status" aria-label={text.connection}>
        {away ? <Icon name="unlink" /> : <Spinner />}
        <span>{away ? text.codes.disconnected.says : text.starting}</span>
      </p>
    </main>
  );
}

function Away() {
  const text = useText();
  return (
    <div role="status" aria-label={text.connection}>
      <Disconnected />
    </div>
  );
}
