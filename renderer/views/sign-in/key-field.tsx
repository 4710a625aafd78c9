// The field that an API key is typed into: masked until asked for, and kept from the browser's own memory.
import { useState } from 'preact/hooks';
import { IconButton } from '../../ui/button.tsx';
import { useText } from '../../ui/context.ts';
import type { TypedKey } from './use-typed-key.ts';

type Props = {
  typed: Pick<TypedKey, 'field' | 'id' | 'value' | 'type'>;
  invalid: boolean;
  describedBy?: string | undefined;
};

export function KeyField({ typed, invalid, describedBy }: Props) {
  const text = useText();
  const [shown, setShown] = useState(false);
  return (
    <div class="field-with-button">
      <input
        ref={typed.field}
        id={typed.id}
        class="input mono"
        {...(shown ? { type: 'text' as const } : { type: 'password' as const })}
        value={typed.value}
        onInput={(event) => typed.type(event.currentTarget.value)}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-invalid={invalid}
        aria-describedby={describedBy}
      />
      <IconButton
        icon={shown ? 'eyeOff' : 'eye'}
        label={shown ? text.hideKey : text.showKey}
        pressed={shown}
        onPress={() => setShown(!shown)}
      />
    </div>
  );
}
