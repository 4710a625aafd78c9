// A field of the new-ticket form that takes text, and what is wrong with a field.
import type { FieldName } from '../stores/new-ticket-form.ts';
import { useStores, useText } from '../ui/context.ts';
import { Field } from '../ui/field.tsx';

type TextFieldProps = {
  name: 'subject' | 'message' | 'criticalReason' | 'cc' | 'serviceId';
  label: string;
  optional?: boolean;
  hint?: string;
  /** more than one row makes it an area */
  rows?: number;
  id?: string;
  max?: number;
};

export function TextField({ name, label, optional = false, hint, rows = 1, id, max }: TextFieldProps) {
  const { newTicket } = useStores();
  const text = useText();
  const value = newTicket.form.value[name];
  const error = useProblem(name);
  return (
    <Field label={label} hint={hint} error={error} id={id} {...(optional ? { optional: text.optional } : {})}>
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
        return <input {...all} type="text" maxLength={max} />;
      }}
    </Field>
  );
}

/** What is wrong with a field, in words; null if nothing is. */
export function useProblem(name: FieldName): string | null {
  const { newTicket } = useStores();
  const text = useText();
  const problem = newTicket.fieldProblems.value.get(name);
  if (problem === undefined) return null;
  return typeof problem === 'string' ? text.fieldProblems[problem] : problem.detail;
}
