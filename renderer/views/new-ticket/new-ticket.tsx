// The form of a new ticket. What is typed lives in its store, so leaving the view costs nothing.
import { useEffect, useRef } from 'preact/hooks';
import { Button, IconButton } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { useKeyLabel } from '../../ui/use-key-label.ts';
import { askNewKey } from '../accounts/account-dialogs.ts';
import { standingOf } from '../accounts/account-state.ts';
import { goBack, showView } from '../commands/go.ts';
import { DraftSign } from '../composer/draft-sign.tsx';
import { FailureNote } from '../notices/failure-note.tsx';
import { Empty } from '../notices/list-state.tsx';
import { openCreated } from '../outgoing/arrivals.ts';
import { isUnsentTicket, notSentTitle } from '../outgoing/outgoing-waiting.tsx';
import { NewTicketFields } from './new-ticket-fields.tsx';

export function NewTicket() {
  const stores = useStores();
  const text = useText();
  const { newTicket } = stores;
  const form = useRef<HTMLFormElement>(null);
  const readOnly = useReadOnly();
  useEffect(() => {
    newTicket.start(stores.accounts.chosen.peek());
  }, []);

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    if (readOnly) return;
    const outcome = await newTicket.send();
    if (outcome.done === 'created') {
      openCreated(stores, outcome.ticketId);
      stores.screen.wishFocus('conversation');
    } else if (outcome.done === 'waiting') {
      stores.arrivals.follow(outcome.outgoing.id);
      goBack(stores);
      showView(stores, 'unsent');
      if (isUnsentTicket(stores, outcome.outgoing)) stores.screen.say(notSentTitle(outcome.outgoing, text));
    } else if (outcome.done === 'older') stores.screen.say(text.olderWent);
    else focusFirstWrong(form.current);
  }

  // nobody should fill in what cannot be sent; another account may be chosen, and what was typed stays
  if (readOnly && !newTicket.touched.value && !stores.accounts.several.value) return <CannotCreate />;
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
      <Head />
      <div class="form-body">
        <Notes readOnly={readOnly} />
        <NewTicketFields />
        <Problem />
      </div>
      <Foot readOnly={readOnly} />
    </form>
  );
}

/** The key of the account that it is for may not write. */
function useReadOnly(): boolean {
  const stores = useStores();
  return standingOf(stores, stores.newTicket.account.value)?.canWrite === false;
}

/** A group of choices is wrong as a whole; the keyboard goes to its first one. */
function focusFirstWrong(form: HTMLFormElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid=true]');
  const place = wrong?.matches('[role=radiogroup]') ? wrong.querySelector('input') : wrong;
  place?.focus();
}

function Head() {
  const stores = useStores();
  const text = useText();
  return (
    <header class="thread-head">
      <div class="thread-title">
        <IconButton icon="back" class="narrow-only" label={text.back} onPress={() => goBack(stores)} />
        <h2>{text.newTicketTitle}</h2>
      </div>
    </header>
  );
}

function CannotCreate() {
  const stores = useStores();
  const text = useText();
  const account = stores.newTicket.account.value;
  return (
    <div class="new-ticket">
      <Head />
      <Empty icon="key" title={text.form.cannotCreate} says={text.readOnlySays}>
        {account !== null && <Button onPress={() => askNewKey(stores, account)}>{text.enterNewKey}</Button>}
      </Empty>
    </div>
  );
}

function Notes({ readOnly }: { readOnly: boolean }) {
  const stores = useStores();
  const text = useText();
  const state = standingOf(stores, stores.newTicket.account.value)?.state;
  const note = readOnly ? text.readOnlySays : state === 'signed-out' ? text.form.signedOut : null;
  if (note === null) return null;
  return (
    <p class="note warn">
      <Icon name="key" />
      <span>{note}</span>
    </p>
  );
}

/** Why it was refused, with what no field of the form can show. */
function Problem() {
  const { newTicket } = useStores();
  const problem = newTicket.problem.value;
  return (
    <div aria-live="polite">
      {problem !== null && <FailureNote failure={problem} once />}
      {newTicket.otherProblems.value.map((detail) => (
        <p class="field-error" key={detail}>
          {detail}
        </p>
      ))}
    </div>
  );
}

function Foot({ readOnly }: { readOnly: boolean }) {
  const { newTicket } = useStores();
  const text = useText();
  const keyLabel = useKeyLabel();
  return (
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
      {!readOnly && (
        <>
          <span class="kbd" aria-hidden="true">
            {keyLabel('Mod+Enter')}
          </span>
          <Button kind="primary" submit busy={newTicket.sending.value}>
            {text.createTicket}
          </Button>
        </>
      )}
    </footer>
  );
}
