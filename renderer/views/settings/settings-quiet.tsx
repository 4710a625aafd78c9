// Between which times the user wants no notifications.
import type { QuietHours } from '../../../electron/contract/settings.ts';
import { useStores, useText } from '../../ui/context.ts';
import { Switch } from '../../ui/switch.tsx';
import { Choice } from './settings-choice.tsx';

export function QuietSettings() {
  const { settings } = useStores();
  const text = useText();
  const { quietHours } = settings.current.value;
  const { on, from, to } = quietHours;
  const choose = (change: Partial<QuietHours>) =>
    void settings.set({ quietHours: { ...quietHours, ...change } });
  const says = text.quietHoursSays(timeOf(from), timeOf(to));
  return (
    <div class="setting">
      <span class="setting-name">{text.quietHours}</span>
      <div class="setting-value">
        <Switch label={text.quietHoursOn} on={on} onChange={(chosen) => choose({ on: chosen })} />
        {on && (
          <>
            <div class="setting-parts">
              <Choice
                part
                label={text.quietFrom}
                value={from}
                options={timesWith(from)}
                onChange={(time) => choose({ from: time })}
              />
              <Choice
                part
                label={text.quietTo}
                value={to}
                options={timesWith(to)}
                onChange={(time) => choose({ to: time })}
              />
            </div>
            <span class="hint">{from === to ? text.quietNever : says}</span>
          </>
        )}
      </div>
    </div>
  );
}

const quarters = Array.from({ length: 24 * 4 }, (_, index) => index * 15);

/**
 * The quarters of a day, which a field of the browser's own would write as its language does and not as the page's.
 * @param chosen may be another time, which was kept before
 */
const timesWith = (chosen: number): (readonly [number, string])[] =>
  [...new Set([...quarters, chosen])].sort((a, b) => a - b).map((time) => [time, timeOf(time)]);

/** 22:05 */
const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
