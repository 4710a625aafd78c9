// Asks for a time of the user's own until which tickets are snoozed.
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useDates, useStores, useText } from '../../ui/context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { latestSnooze, snoozeTimes } from './snooze-times.ts';
import { snooze } from './ticket-changes.ts';
import { whatOf } from './what-of.ts';

export function SnoozeDialog({ onClose }: { onClose: () => void }) {
  const stores = useStores();
  const text = useText();
  const dates = useDates();
  const [rows] = useState(stores.screen.asked.value);
  const [typed, setTyped] = useState(() => toField(snoozeTimes(Date.now()).tomorrow));
  const [wrong, setWrong] = useState<string | null>(null);
  const until = new Date(typed).getTime();
  // the browser writes the field in its own language, so the time stands below in the page's
  const when = Number.isNaN(until) ? '' : `${dates.day(until, Date.now())} ${dates.time(until)}. `;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(until > Date.now())) return setWrong(text.snoozePast);
    if (until > latestSnooze(Date.now())) return setWrong(text.snoozeFar);
    onClose();
    void snooze(stores, rows, until);
  };
  return (
    <Dialog title={text.snoozeAsk(whatOf(rows, text))} onClose={onClose}>
      <form onSubmit={onSubmit} noValidate>
        <Field label={text.snoozeUntil} hint={`${when}${text.snoozeHint}`} error={wrong}>
          {(attributes) => (
            <input
              {...attributes}
              type="datetime-local"
              class="input"
              value={typed}
              max={toField(latestSnooze(Date.now()))}
              onInput={(event) => {
                setTyped(event.currentTarget.value);
                setWrong(null);
              }}
            />
          )}
        </Field>
        <div class="dialog-actions">
          <Button onPress={onClose}>{text.cancel}</Button>
          <Button kind="primary" submit>
            {text.snooze}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** As the browser's field has it: the local date and time without seconds. */
function toField(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
