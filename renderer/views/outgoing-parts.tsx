// What is shared wherever a reply on its way is shown: the alert for one that needs the user, and its buttons.
import type { Outgoing } from '../../electron/contract/model.ts';
import { Button } from '../ui/button.tsx';
import { useStores, useText } from '../ui/context.ts';
import { Icon } from '../ui/icon.tsx';
import { copyOutgoing, editOutgoing, openTicket } from './actions.ts';
import { FailureDetails, FailureNote } from './failure-note.tsx';

/** @param link the subject leads to the conversation (where that is not already in front) */
export function OutgoingAlert({ outgoing, link = false }: { outgoing: Outgoing; link?: boolean }) {
  const stores = useStores();
  const text = useText();
  const rejected = outgoing.state === 'rejected';
  const title = titleOf(outgoing, text);
  const says = outgoing.reason === null ? null : text.codes[outgoing.reason.code];
  return (
    <div class={`alert ${outgoing.state}`} role="alert" aria-label={title}>
      <p class="alert-title">
        <Icon name="alert" />
        <strong>{title}</strong>
      </p>
      {outgoing.subject !== null && (
        <p class="alert-subject">
          {link && outgoing.kind === 'reply' ? (
            <button type="button" class="link" onClick={() => openTicket(stores, outgoing.ticketId)}>
              {outgoing.subject}
            </button>
          ) : (
            outgoing.subject
          )}
        </p>
      )}
      <p>{rejected ? says !== null && `${says.says} ${says.next}` : text.alertSays}</p>
      {rejected && <FieldSentences outgoing={outgoing} />}
      {rejected && outgoing.reason !== null && <FailureDetails failure={outgoing.reason} />}
      <OutgoingActions outgoing={outgoing} />
    </div>
  );
}

function titleOf(outgoing: Outgoing, text: ReturnType<typeof useText>): string {
  const create = outgoing.kind === 'create';
  if (outgoing.state === 'rejected') {
    return create ? text.rejectedCreate : text.rejectedReply(outgoing.ticketNumber);
  }
  return create ? text.alertCreate : text.alertReply(outgoing.ticketNumber);
}

function FieldSentences({ outgoing }: { outgoing: Outgoing }) {
  const fields = outgoing.reason?.fields ?? [];
  if (fields.length === 0) return null;
  return (
    <ul class="field-sentences">
      {fields.map((field) => (
        <li key={field.pointer}>{field.detail}</li>
      ))}
    </ul>
  );
}

/** The buttons that the state of a reply allows. */
export function OutgoingActions({ outgoing }: { outgoing: Outgoing }) {
  const stores = useStores();
  const text = useText();
  const { outbox } = stores;
  const { id, state, reason } = outgoing;
  const busy = outbox.busy.value.has(id);
  const problem = outbox.problems.value.get(id);
  const closed = state === 'rejected' && reason?.code === 'ticket_closed';
  const stuck = state === 'needs-user' || state === 'unknown';
  return (
    <>
      <div class="actions">
        {(state === 'needs-user' || (state === 'rejected' && outgoing.kind === 'create')) && (
          <Button kind="primary" off={busy} onPress={() => void outbox.act('sendAgain', id)}>
            {text.sendAgain}
          </Button>
        )}
        {closed && (
          <Button kind="primary" off={busy} onPress={() => void outbox.act('reopenAndSend', id)}>
            {text.reopenAndSend}
          </Button>
        )}
        {(state === 'rejected' || state === 'queued') && outgoing.kind === 'reply' && (
          <Button off={busy} onPress={() => void editOutgoing(stores, outgoing)}>
            {text.edit}
          </Button>
        )}
        {stuck && (
          <Button off={busy} onPress={() => void outbox.act('checkAgain', id)}>
            {text.checkAgain}
          </Button>
        )}
        <Button off={busy} onPress={() => void copyOutgoing(stores, outgoing)}>
          {text.copyText}
        </Button>
        {(state === 'needs-user' || state === 'rejected') && (
          <Button off={busy} onPress={() => void outbox.act('discard', id)}>
            {text.discard}
          </Button>
        )}
      </div>
      {problem !== undefined && <FailureNote failure={problem} />}
    </>
  );
}
