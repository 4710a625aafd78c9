// The department of a new ticket, each with what HostUp says of it.
import type { Output } from '../../../electron/contract/calls.ts';
import type { Text } from '../../text/en.ts';
import { useStores, useText } from '../../ui/context.ts';
import { useProblem } from './new-ticket-text.tsx';

type Known = Output<'tickets.departments'>;

export function DepartmentField() {
  const { newTicket, accounts } = useStores();
  const text = useText();
  const error = useProblem('departmentSlug');
  const unasked = accounts.several.value && newTicket.account.value === null;
  const known = newTicket.departments.value;
  const chosen = newTicket.form.value.departmentSlug;
  const hint = unasked ? text.accounts.chooseFirst : hintOf(known, text);
  return (
    <div
      class={error === null ? 'field choices' : 'field choices wrong'}
      role="radiogroup"
      aria-labelledby="department-label"
      aria-invalid={error !== null}
      aria-describedby={error === null ? 'department-hint' : 'department-error department-hint'}
    >
      <span class="legend" id="department-label">
        {text.department}
      </span>
      {error !== null && (
        <p class="field-error" id="department-error">
          {error}
        </p>
      )}
      <p class="hint" id="department-hint">
        {hint}
      </p>
      {!unasked && (
        <div class="choice-grid">
          {offered(known, chosen, text).map(({ slug, name, description }) => (
            <label class="choice" key={slug}>
              <input
                type="radio"
                name="department"
                value={slug}
                checked={slug === chosen}
                onChange={() => newTicket.set('departmentSlug', slug)}
              />
              <span>
                <strong>{name}</strong>
                {description !== null && <span class="hint">{description}</span>}
              </span>
            </label>
          ))}
        </div>
      )}
    </div>
  );
}

/** One that was chosen before and is in no list now can still be seen. */
function offered(known: Known | null, chosen: string, text: Text): Known['departments'] {
  const list = known?.departments ?? [];
  if (chosen === '' || list.some(({ slug }) => slug === chosen)) return list;
  return [...list, { slug: chosen, name: chosen, description: known === null ? null : text.form.notListed }];
}

/** Where the list comes from, if not from HostUp. */
function hintOf(known: Known | null, text: Text): string | null {
  if (known === null) return text.form.fetchingDepartments;
  const none = known.departments.length === 0;
  if (known.complete && !none) return null;
  if (known.reason === undefined || known.reason === 'forbidden')
    return none ? text.departmentsNone : text.departmentsPartial;
  return none ? text.form.departmentsNoneNow : text.form.departmentsNotNow;
}
