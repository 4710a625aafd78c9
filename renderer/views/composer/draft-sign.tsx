// Says that what was typed is kept, or that it is not.
import type { SaveState } from '../../stores/draft-saving.ts';
import { useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';

export function DraftSign({ state }: { state: SaveState }) {
  const text = useText();
  const words = { none: '', saving: text.draftSaving, saved: text.draftSaved, failed: text.draftFailed };
  return (
    <span class={`draft-sign ${state}`}>
      {state === 'saved' && <Icon name="check" />}
      {state === 'failed' && <Icon name="alert" />}
      {words[state]}
    </span>
  );
}
