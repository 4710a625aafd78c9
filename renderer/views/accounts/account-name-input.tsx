// The line in which an account is given its name.
import { limits } from '../../../electron/contract/calls.ts';
import type { FieldAttributes } from '../../ui/field.tsx';

type Props = {
  attributes: FieldAttributes;
  value: string;
  onInput: (typed: string) => void;
  /** the field is left, or Enter pressed */
  onDone?: () => void;
};

export function AccountNameInput({ attributes, value, onInput, onDone }: Props) {
  return (
    <input
      {...attributes}
      class="input"
      type="text"
      autocomplete="off"
      maxLength={limits.accountName}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
      onBlur={onDone}
      onKeyDown={(event) => event.key === 'Enter' && onDone?.()}
    />
  );
}
