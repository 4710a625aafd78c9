// The state of the connection in one line, with the time of the last good look and "check now".
import { IconButton } from '../../ui/button.tsx';
import { useDates, useStores, useText } from '../../ui/context.ts';
import { whyNotChecked } from '../accounts/account-state.ts';
import { AccountLinks, wholeLink } from './account-links.tsx';
import { lastCheckInWords } from './last-check.ts';

const tones = {
  starting: 'dim',
  syncing: 'busy',
  'up-to-date': 'good',
  offline: 'warn',
  error: 'bad',
  paused: 'warn',
  'signed-out': 'bad',
  disconnected: 'bad',
} as const;

/** @param alone without the way to how each account stands, which is elsewhere then */
export function ConnectionLine({ alone = false }: { alone?: boolean }) {
  const stores = useStores();
  const { connection, session } = stores;
  const text = useText();
  const { state, some, at } = wholeLink(stores);
  return (
    <div class="connection">
      <div class="connection-text" role="status" aria-label={text.connection} aria-atomic="false">
        <span class={`dot ${tones[state]}`} aria-hidden="true" />
        <span class="connection-state">{some ?? text.connectionStates[state]}</span>
        <LastCheck at={at} />
        {session.value.value?.canWrite === false && state === 'up-to-date' && (
          <span class="connection-note">{text.readOnly}</span>
        )}
      </div>
      {!alone && <AccountLinks />}
      <IconButton
        icon="refresh"
        label={text.checkNow}
        shortcut="c"
        off={whyNotChecked(stores)}
        busy={connection.checking.value || connection.state.value === 'syncing'}
        onPress={() => void connection.checkNow()}
      />
    </div>
  );
}

/** Moves on every few seconds, so it is no live text: a screen reader reads it when asked. */
function LastCheck({ at }: { at: number | null }) {
  const stores = useStores();
  const dates = useDates();
  return (
    <span class="connection-age" aria-live="off" title={at === null ? undefined : dates.full(at)}>
      {lastCheckInWords(stores, at)}
    </span>
  );
}
