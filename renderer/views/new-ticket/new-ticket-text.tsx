// A field of the new-ticket form that takes text, and what is wrong with a field.
import { longest } from '../../stores/form-problems.ts';
import type { FieldName } from '../../stores/new-ticket-form.ts';
import { useStores, useText } from '../../ui/context.ts';
import { Field } from '../../ui/field.tsx';

type TextName = keyof typeof longest;
type TextFieldProps = {
  name: TextName;
  label: string;
  optional?: boolean;
  hint?: string;
  /** more than one row makes it an area */
  rows?: number;
  id?: string;
};

export function TextField({ name, label, optional = false, hint, rows = 1, id }: TextFieldProps) {
  const { newTicket } = useStores();
  const text = useText();
  const value = newTicket.form.value[name];
  const error = useProblem(name);
  const near = useNear(name);
  return (
    <Field
      label={label}
      hint={near ?? hint}
      error={error}
      id={id}
      {...(optional ? { optional: text.optional } : {})}
    >
      {(attributes) => {
        const all = {
          ...attributes,
          class: rows > 1 ? 'input area' : 'input',
          value,
          // else a browser writes what is typed here into its own session files, in the clear
          autocomplete: 'off' as const,
          onInput: (event: { currentTarget: { value: string } }) =>
            newTicket.set(name, event.currentTarget.value),
        };
        if (rows > 1) return <textarea {...all} rows={rows} />;
        return <input {...all} type="text" />;
      }}
    </Field>
  );
}

/** How much room is left, once there is little; nothing is ever cut off. */
function useNear(name: TextName): string | null {
  const { newTicket } = useStores();
  const text = useText();
  const left = longest[name] - newTicket.form.value[name].length;
  return left >= 0 && left < Math.max(40, longest[name] / 20) ? text.left(left) : null;
}

/** What is wrong with a field, in words; null if nothing is. */
export function useProblem(name: FieldName): string | null {
  const { newTicket } = useStores();
  const text = useText();
  const problem = newTicket.fieldProblems.value.get(name);
  if (problem === undefined) return null;
  if (typeof problem !== 'string') return problem.detail;
  if (problem !== 'too-long' || !isText(name)) return text.fieldProblems[problem];
  const over = newTicket.form.value[name].length - longest[name];
  return text.form.tooLong(over, longest[name]);
}

const isText = (name: FieldName): name is TextName => Object.hasOwn(longest, name);
