// The fields of a new ticket, in the order in which one thinks of them.
import { priorities } from '../../../electron/contract/model.ts';
import { useStores, useText } from '../../ui/context.ts';
import { Field } from '../../ui/field.tsx';
import { SecretBar } from '../composer/secret-bar.tsx';
import { AccountField } from './new-ticket-account.tsx';
import { CcField } from './new-ticket-cc.tsx';
import { DepartmentField } from './new-ticket-department.tsx';
import { ServiceField } from './new-ticket-service.tsx';
import { TextField, useProblem } from './new-ticket-text.tsx';

export function NewTicketFields() {
  const { newTicket } = useStores();
  const text = useText();
  const suspicion = newTicket.suspicion.value;
  return (
    <>
      <AccountField />
      <DepartmentField />
      <TextField name="subject" label={text.subject} id="new-subject" />
      <TextField name="message" label={text.message} rows={8} />
      <div class="form-bars" aria-live="polite">
        {suspicion !== null && (
          <SecretBar suspicion={suspicion} says={text.notSecretHere} onHarmless={newTicket.callNotSecret} />
        )}
      </div>
      <PriorityField />
      {newTicket.form.value.priority === 'critical' && (
        <TextField
          name="criticalReason"
          label={text.criticalReason}
          hint={text.criticalReasonSays}
          rows={3}
        />
      )}
      <ServiceField />
      <CcField />
    </>
  );
}

function PriorityField() {
  const { newTicket } = useStores();
  const text = useText();
  return (
    <Field label={text.priorityLabel} error={useProblem('priority')}>
      {(attributes) => (
        <select
          {...attributes}
          class="input"
          value={newTicket.form.value.priority}
          onChange={(event) => {
            const chosen = priorities.find((priority) => priority === event.currentTarget.value);
            if (chosen !== undefined) newTicket.set('priority', chosen);
          }}
        >
          {priorities
            .filter((priority) => priority !== 'unknown')
            .map((priority) => (
              <option key={priority} value={priority}>
                {text.priority[priority]}
              </option>
            ))}
        </select>
      )}
    </Field>
  );
}
