// Between which times the user wants no notifications.
import { useId } from 'preact/hooks';
import type { QuietHours } from '../../../electron/contract/settings.ts';
import { useStores, useText } from '../../ui/context.ts';
import { Switch } from '../../ui/switch.tsx';
import { Setting } from './setting.tsx';

export function QuietSettings() {
  const { settings } = useStores();
  const text = useText();
  const { quietHours } = settings.current.value;
  const { on, from, to } = quietHours;
  const choose = (change: Partial<QuietHours>) =>
    void settings.set({ quietHours: { ...quietHours, ...change } });
  const says = text.quietHoursSays(timeOf(from), timeOf(to));
  return (
    <Setting name={text.quietHours}>
      <Switch label={text.quietHoursOn} on={on} onChange={(chosen) => choose({ on: chosen })} />
      {on && (
        <>
          <div class="setting-parts">
            <TimeField label={text.quietFrom} value={from} onChange={(time) => choose({ from: time })} />
            <TimeField label={text.quietTo} value={to} onChange={(time) => choose({ to: time })} />
          </div>
          <span class="hint">{from === to ? text.quietNever : says}</span>
        </>
      )}
    </Setting>
  );
}

type TimeProps = { label: string; value: number; onChange: (minutes: number) => void };

function TimeField({ label, value, onChange }: TimeProps) {
  const id = useId();
  return (
    <div class="setting-part">
      <label class="hint" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="time"
        class="input"
        required
        value={timeOf(value)}
        onChange={(event) => {
          const minutes = minutesOf(event.currentTarget.value);
          if (minutes !== null) onChange(minutes);
        }}
      />
    </div>
  );
}

/** 22:05 */
const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** Null while the field is empty. */
function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(time) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}
