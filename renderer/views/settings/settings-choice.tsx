// One setting of several choices, alone on its line or beside others.
import { useId } from 'preact/hooks';

type ChoiceProps<T extends string | number | null> = {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
  /** beside others, under a smaller name */
  part?: boolean;
};

export function Choice<T extends string | number | null>({ part = false, ...props }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div class={part ? 'setting-part' : 'setting'}>
      <label class={part ? 'hint' : 'setting-name'} for={id}>
        {props.label}
      </label>
      <Select {...props} id={id} />
    </div>
  );
}

function Select<T extends string | number | null>(props: Omit<ChoiceProps<T>, 'part'> & { id: string }) {
  const { id, value, options, onChange } = props;
  return (
    <select
      id={id}
      class="input"
      value={String(value)}
      onChange={(event) => {
        const chosen = options.find(([option]) => String(option) === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen[0]);
      }}
    >
      {options.map(([option, name]) => (
        <option key={option} value={String(option)}>
          {name}
        </option>
      ))}
    </select>
  );
}
