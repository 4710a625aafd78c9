// The line in which an account is given its name.
import { limits } from '../../../electron/contract/calls.ts';
import { useText } from '../../ui/context.ts';
import type { FieldAttributes } from '../../ui/field.tsx';

type Props = {
  attributes: FieldAttributes;
  value: string;
  onInput: (typed: string) => void;
  /** the field is left, or Enter pressed */
  onDone?: () => void;
};

/** What is wrong with the length of a name; null if nothing is. */
export function useNameTooLong(name: string): string | null {
  const text = useText();
  const over = name.trim().length - limits.accountName;
  return over > 0 ? text.form.tooLong(over, limits.accountName) : null;
}

export function AccountNameInput({ attributes, value, onInput, onDone }: Props) {
  return (
    <input
      {...attributes}
      class="input"
      type="text"
      autocomplete="off"
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
      onBlur={onDone}
      onKeyDown={(event) => event.key === 'Enter' && onDone?.()}
    />
  );
}
