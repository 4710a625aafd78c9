// How often HostUp is asked for replies, between what the user wants at most and at least.
import { useId } from 'preact/hooks';
import { pauses } from '../../../electron/contract/settings.ts';
import { useStores, useText } from '../../ui/context.ts';
import { Choice } from './settings-choice.tsx';

export function PauseSettings() {
  const { settings } = useStores();
  const text = useText();
  const id = useId();
  const { shortestPause, longestPause } = settings.current.value;
  const options = [
    [null, text.pauseAutomatic] as const,
    ...pauses.map((pause) => [pause, text.pause(pause)] as const),
  ];
  return (
    <div class="setting">
      <span class="setting-name" id={id}>
        {text.pauses}
      </span>
      <fieldset class="setting-value" aria-labelledby={id}>
        <div class="setting-parts">
          <Choice
            part
            label={text.shortestPause}
            value={shortestPause}
            options={options}
            onChange={(pause) => void settings.set({ shortestPause: pause })}
          />
          <Choice
            part
            label={text.longestPause}
            value={longestPause}
            options={options}
            onChange={(pause) => void settings.set({ longestPause: pause })}
          />
        </div>
        <span class="hint">{text.pausesSays}</span>
      </fieldset>
    </div>
  );
}
