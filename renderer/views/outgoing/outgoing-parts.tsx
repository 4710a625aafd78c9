// What is shared wherever a reply on its way is shown: the alert for one that needs the user, and its buttons.
import type { Outgoing } from '../../../electron/contract/model.ts';
import type { Text } from '../../text/en.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { AccountTag } from '../accounts/account-tag.tsx';
import { openTicket } from '../commands/go.ts';
import { FailureDetails, FailureNote, forwardOf } from '../notices/failure-note.tsx';
import { copyOutgoing, editOutgoing, editTicket } from './outgoing-actions.ts';
import { CallHostUp, isCritical, isInForm } from './outgoing-waiting.tsx';

/** @param link the subject leads to the conversation (where that is not already in front) */
export function OutgoingAlert({ outgoing, link = false }: { outgoing: Outgoing; link?: boolean }) {
  const stores = useStores();
  const text = useText();
  const rejected = outgoing.state === 'rejected';
  const title = titleOf(outgoing, text);
  return (
    <div class={`alert ${outgoing.state}`} role="alert" aria-label={title}>
      <p class="alert-title">
        <Icon name="alert" />
        <strong>{title}</strong>
      </p>
      <AccountTag id={outgoing.accountId} />
      {outgoing.subject !== null && (
        <p class="alert-subject">
          {link && outgoing.kind === 'reply' ? (
            <button type="button" class="link" onClick={() => openTicket(stores, outgoing.ticketId)}>
              <span class="clamped">{outgoing.subject}</span>
            </button>
          ) : (
            <span class="clamped">{outgoing.subject}</span>
          )}
        </p>
      )}
      {link && outgoing.text !== null && <p class="alert-text clamped">{outgoing.text}</p>}
      <p>{rejected ? refusalOf(outgoing, text) : doubtOf(outgoing, text)}</p>
      {isCritical(outgoing) && <CallHostUp />}
      {rejected && <Reasons outgoing={outgoing} />}
      {rejected && outgoing.reason !== null && <FailureDetails failure={outgoing.reason} />}
      <OutgoingActions outgoing={outgoing} />
    </div>
  );
}

/** What has become of it, in a few words. */
export function titleOf(outgoing: Outgoing, text: Text): string {
  const create = outgoing.kind === 'create';
  if (outgoing.state === 'rejected') {
    if (outgoing.reason === null) return text.heldCreate;
    return create ? text.rejectedCreate : text.rejectedReply(outgoing.ticketNumber);
  }
  return create ? text.alertCreate : text.alertReply(outgoing.ticketNumber);
}

/** A reason says why nobody could look; without one it was looked for, and is not there. */
function doubtOf({ reason }: Outgoing, text: Text): string {
  if (reason === null) return text.alertSays;
  if (reason.code === 'store_broken') return text.alertRecovered;
  return `${text.alertUnseen} ${text.codes[reason.code].says}`;
}

function refusalOf({ reason }: Outgoing, text: Text): string {
  if (reason === null) return text.heldCreateSays;
  const { says, next } = text.codes[reason.code];
  return `${says} ${forwardOf(reason, text) ?? next}`;
}

/** What HostUp says is wrong, each sentence once. */
function Reasons({ outgoing }: { outgoing: Outgoing }) {
  const { detail, fields = [] } = outgoing.reason ?? {};
  const said = new Set([...(detail === undefined ? [] : [detail]), ...fields.map((field) => field.detail)]);
  if (said.size === 0) return null;
  return (
    <ul class="field-sentences">
      {[...said].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** What can be done with it in the state that it is in. */
function allowedOf({ kind, state, reason }: Outgoing, inForm: boolean) {
  const reply = kind === 'reply';
  const rejected = state === 'rejected';
  // what the form holds goes out from there, as it is there
  const refusedTicket = rejected && !reply && !inForm;
  const waitingTicket = state === 'queued' && !reply && !inForm;
  return {
    refusedTicket,
    editTicket: refusedTicket || waitingTicket,
    sendAgain: state === 'needs-user' || refusedTicket,
    reopen: rejected && reason?.code === 'ticket_closed',
    editReply: reply && (rejected || state === 'queued'),
    checkAgain: state === 'needs-user' || state === 'unknown',
    discard: state === 'needs-user' || rejected || waitingTicket,
  };
}

/** The buttons that the state of a reply allows. */
export function OutgoingActions({ outgoing }: { outgoing: Outgoing }) {
  const stores = useStores();
  const text = useText();
  const { outbox } = stores;
  const { id, reason } = outgoing;
  const busy = outbox.busy.value.has(id);
  const problem = outbox.problems.value.get(id);
  const { refusedTicket, ...allowed } = allowedOf(outgoing, isInForm(stores, id));
  return (
    <>
      <div class="actions">
        {allowed.editTicket && (
          <Button
            kind={refusedTicket ? 'primary' : 'plain'}
            off={busy}
            onPress={() => void editTicket(stores, outgoing)}
          >
            {text.edit}
          </Button>
        )}
        {allowed.sendAgain && (
          <Button
            kind={refusedTicket ? 'plain' : 'primary'}
            off={busy}
            onPress={() => void outbox.act('sendAgain', id)}
          >
            {refusedTicket && reason === null ? text.send : text.sendAgain}
          </Button>
        )}
        {allowed.reopen && (
          <Button kind="primary" off={busy} onPress={() => void outbox.act('reopenAndSend', id)}>
            {text.reopenAndSend}
          </Button>
        )}
        {allowed.editReply && (
          <Button off={busy} onPress={() => void editOutgoing(stores, outgoing)}>
            {text.edit}
          </Button>
        )}
        {allowed.checkAgain && (
          <Button off={busy} onPress={() => void outbox.act('checkAgain', id)}>
            {text.checkAgain}
          </Button>
        )}
        <Button off={busy} onPress={() => void copyOutgoing(stores, outgoing)}>
          {text.copyText}
        </Button>
        {allowed.discard && (
          <ConfirmButton
            label={text.discard}
            ask={text.discardAsk}
            no={text.keepText}
            off={busy}
            onConfirm={() => void outbox.act('discard', id)}
          />
        )}
      </div>
      {problem !== undefined && <FailureNote failure={problem} once />}
    </>
  );
}
