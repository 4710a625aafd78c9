// A labelled field of a form with its hint and its error, tied together for screen readers.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export type FieldAttributes = {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
};

type FieldProps = {
  label: string;
  optional?: string;
  hint?: string | undefined;
  error: string | null;
  /** only for a field that keys lead to */
  id?: string | undefined;
  children: (attributes: FieldAttributes) => ComponentChildren;
};

export function Field({ label, optional, hint, error, children, ...rest }: FieldProps) {
  const made = useId();
  const id = rest.id ?? made;
  const described = [error === null ? null : `${id}-error`, hint === undefined ? null : `${id}-hint`];
  const list = described.filter((part) => part !== null).join(' ');
  return (
    <div class={error === null ? 'field' : 'field wrong'}>
      <label for={id}>
        {label}
        {optional !== undefined && <span class="optional"> {optional}</span>}
      </label>
      {children({ id, 'aria-invalid': error !== null, 'aria-describedby': list === '' ? undefined : list })}
      {error !== null && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
