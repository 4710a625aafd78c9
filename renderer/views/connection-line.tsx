// The state of the connection in one line, with the time of the last good look and "check now".
import { IconButton } from '../ui/button.tsx';
import { useDates, useStores, useText } from '../ui/context.ts';

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

export function ConnectionLine() {
  const { connection, session } = useStores();
  const text = useText();
  const state = connection.state.value;
  return (
    <div class="connection">
      <div class="connection-text" role="status" aria-label={text.connection} aria-atomic="false">
        <span class={`dot ${tones[state]}`} aria-hidden="true" />
        <span class="connection-state">{text.connectionStates[state]}</span>
        <LastCheck />
        {session.value.value?.canWrite === false && state === 'up-to-date' && (
          <span class="connection-note">{text.readOnly}</span>
        )}
      </div>
      <IconButton
        icon="refresh"
        label={text.checkNow}
        shortcut="c"
        busy={connection.checking.value || state === 'syncing'}
        onPress={() => void connection.checkNow()}
      />
    </div>
  );
}

/** Moves on every few seconds, so it is no live text: a screen reader reads it when asked. */
function LastCheck() {
  const { connection, now } = useStores();
  const text = useText();
  const dates = useDates();
  const at = connection.value.value?.checkedAt ?? null;
  const age = at === null ? 0 : now.value - at;
  const words =
    at === null ? text.neverChecked : age < 60_000 ? text.checkedNow : text.checked(dates.span(age));
  return (
    <span class="connection-age" aria-live="off" title={at === null ? undefined : dates.full(at)}>
      {words}
    </span>
  );
}
