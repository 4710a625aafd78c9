// The field that an API key is typed into: masked until asked for, and kept from the browser's own memory.
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { IconButton } from '../ui/button.tsx';
import { useText } from '../ui/context.ts';

type Props = {
  field: RefObject<HTMLInputElement | null>;
  id: string;
  value: string;
  onInput: (value: string) => void;
  invalid: boolean;
  describedBy?: string | undefined;
};

export function KeyField({ field, id, value, onInput, invalid, describedBy }: Props) {
  const text = useText();
  const [shown, setShown] = useState(false);
  return (
    <div class="field-with-button">
      <input
        ref={field}
        id={id}
        class="input mono"
        {...(shown ? { type: 'text' as const } : { type: 'password' as const })}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
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
