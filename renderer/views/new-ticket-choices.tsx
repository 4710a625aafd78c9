// The fields of a new ticket that are chosen from a list.
import { linkableTypes } from '../../electron/contract/services.ts';
import { useStores, useText } from '../ui/context.ts';
import { Field } from '../ui/field.tsx';
import { TextField, useProblem } from './new-ticket-text.tsx';

export function DepartmentField() {
  const { newTicket, accounts } = useStores();
  const text = useText();
  const error = useProblem('departmentSlug');
  const unasked = accounts.several.value && newTicket.account.value === null;
  const known = newTicket.departments.value;
  const list = known?.departments ?? [];
  const chosen = newTicket.form.value.departmentSlug;
  const hint = unasked
    ? text.accounts.chooseFirst
    : known !== null && list.length === 0
      ? text.departmentsNone
      : known?.complete === false
        ? text.departmentsPartial
        : (list.find(({ slug }) => slug === chosen)?.description ?? undefined);
  return (
    <Field label={text.department} error={error} hint={hint}>
      {(attributes) => (
        <select
          {...attributes}
          class="input"
          disabled={unasked}
          value={chosen}
          onChange={(event) => newTicket.set('departmentSlug', event.currentTarget.value)}
        >
          <option value="">{text.chooseDepartment}</option>
          {list.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function ServiceFields() {
  const { newTicket } = useStores();
  const text = useText();
  const error = useProblem('serviceType');
  const { serviceType } = newTicket.form.value;
  return (
    <div class="pair">
      <Field label={text.serviceType} optional={text.optional} error={error}>
        {(attributes) => (
          <select
            {...attributes}
            class="input"
            value={serviceType}
            onChange={(event) =>
              newTicket.set(
                'serviceType',
                linkableTypes.find((type) => type === event.currentTarget.value) ?? '',
              )
            }
          >
            <option value="">{text.noService}</option>
            {linkableTypes.map((type) => (
              <option key={type} value={type}>
                {text.serviceTypes[type]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {serviceType !== '' && <TextField name="serviceId" label={text.serviceId} />}
    </div>
  );
}
