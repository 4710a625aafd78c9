// One setting of several choices.
import { useId } from 'preact/hooks';
import type { Settings } from '../../electron/contract/model.ts';

type ChoiceProps<T extends Settings['language' | 'theme']> = {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
};

export function Choice<T extends Settings['language' | 'theme']>(props: ChoiceProps<T>) {
  const { label, value, options, onChange } = props;
  const id = useId();
  return (
    <div class="setting">
      <label class="setting-name" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="input"
        value={value}
        onChange={(event) => {
          const chosen = options.find(([option]) => option === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen[0]);
        }}
      >
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
