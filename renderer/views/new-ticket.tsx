// The form of a new ticket. What is typed lives in its store, so leaving the view costs nothing.
import { useEffect, useRef } from 'preact/hooks';
import { priorities } from '../../electron/contract/model.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { useStores, useText } from '../ui/context.ts';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { keyLabel } from '../ui/keys.ts';
import { goBack, openTicket, showView } from './actions.ts';
import { DraftSign } from './draft-sign.tsx';
import { FailureNote } from './failure-note.tsx';
import { AccountField } from './new-ticket-account.tsx';
import { DepartmentField, ServiceFields } from './new-ticket-choices.tsx';
import { TextField, useProblem } from './new-ticket-text.tsx';
import { isUnsentTicket, notSentTitle } from './outgoing-waiting.tsx';

export function NewTicket() {
  const stores = useStores();
  const text = useText();
  const { newTicket, session, accounts } = stores;
  const form = useRef<HTMLFormElement>(null);
  const current = newTicket.form.value;
  const problem = newTicket.problem.value;
  const suspicion = newTicket.suspicion.value;
  const account = newTicket.account.value;
  const readOnly = (account === null ? session.value.value : accounts.of(account))?.canWrite === false;
  const platform = session.value.value?.platform ?? '';
  useEffect(() => {
    newTicket.start(stores.accounts.chosen.peek());
  }, []);

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const outcome = await newTicket.send();
    if (outcome.done === 'created') {
      openTicket(stores, outcome.ticketId);
      stores.screen.wishFocus('conversation');
    } else if (outcome.done === 'waiting') {
      goBack(stores);
      showView(stores, 'unsent');
      if (isUnsentTicket(outcome.outgoing)) stores.screen.say(notSentTitle(outcome.outgoing, text));
    } else if (outcome.done === 'older') stores.screen.say(text.olderWent);
    else form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }

  return (
    <form
      ref={form}
      class="new-ticket"
      onSubmit={send}
      novalidate
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(event);
      }}
    >
      <header class="thread-head">
        <div class="thread-title">
          <IconButton icon="back" class="narrow-only" label={text.back} onPress={() => goBack(stores)} />
          <h2>{text.newTicketTitle}</h2>
        </div>
      </header>
      <div class="form-body">
        {readOnly && (
          <p class="note warn">
            <Icon name="key" />
            <span>{text.readOnlySays}</span>
          </p>
        )}
        <AccountField />
        <DepartmentField />
        <TextField name="subject" label={text.subject} id="new-subject" max={250} />
        <TextField name="message" label={text.message} rows={8} />
        <div aria-live="polite">
          {suspicion !== null && (
            <p class="note warn">
              <Icon name="lock" />
              <span>
                {text.secretLooks[suspicion.kind]} {text.notSecretHere}
              </span>
              <Button keepFocus onPress={newTicket.callNotSecret}>
                {text.notSecret}
              </Button>
            </p>
          )}
        </div>
        <Field label={text.priorityLabel} error={useProblem('priority')}>
          {(attributes) => (
            <select
              {...attributes}
              class="input"
              value={current.priority}
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
        {current.priority === 'critical' && (
          <TextField
            name="criticalReason"
            label={text.criticalReason}
            hint={text.criticalReasonSays}
            rows={2}
          />
        )}
        <TextField name="cc" label={text.ccLabel} optional hint={text.ccSays} />
        <ServiceFields />
        {problem !== null && <FailureNote failure={problem} />}
      </div>
      <footer class="form-foot">
        <ConfirmButton
          kind="quiet"
          label={text.clearForm}
          ask={text.clearFormAsk}
          no={text.keepText}
          off={!newTicket.touched.value}
          onConfirm={newTicket.clear}
        />
        <span class="spring" />
        <DraftSign state={newTicket.saveState.value} />
        <span class="kbd" aria-hidden="true">
          {keyLabel('Mod+Enter', platform)}
        </span>
        <Button kind="primary" submit off={readOnly} busy={newTicket.sending.value}>
          {text.createTicket}
        </Button>
      </footer>
    </form>
  );
}
