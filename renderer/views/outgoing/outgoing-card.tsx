// A reply on its way, in the conversation: what state it is in, and what a person may do about it.
import type { Outgoing } from '../../../electron/contract/model.ts';
import type { Stores } from '../../stores/stores.ts';
import { useDates, useStores, useText } from '../../ui/context.ts';
import { Icon, type IconName, Spinner } from '../../ui/icon.tsx';
import { isSignedOut } from '../accounts/account-state.ts';
import { Receipt } from '../message/message-card.tsx';
import { OutgoingActions, OutgoingAlert } from './outgoing-parts.tsx';

export function OutgoingCard({ outgoing }: { outgoing: Outgoing }) {
  const { now } = useStores();
  const text = useText();
  const dates = useDates();
  const { state } = outgoing;
  const when = dates.moment(outgoing.queuedAt, now.value);
  return (
    <>
      <article
        class={`message customer outgoing ${state}`}
        aria-label={`${text.you}, ${when}, ${text.outgoing[state]}`}
        tabIndex={-1}
      >
        <header class="by">
          <b>{text.you}</b>
          <time title={dates.full(outgoing.queuedAt)}>{when}</time>
        </header>
        {outgoing.text === null ? (
          <div class="lock-bar">
            <Icon name="lock" />
            <span>{text.encryptedReply}</span>
          </div>
        ) : (
          <p class="plain-text">{outgoing.text}</p>
        )}
        {state === 'sent' && outgoing.sentAt !== null && outgoing.messageId !== null ? (
          <Receipt at={outgoing.sentAt} id={outgoing.messageId} />
        ) : (
          state !== 'needs-user' && state !== 'rejected' && <StateLine outgoing={outgoing} />
        )}
        {(state === 'queued' || state === 'sending') && <OutgoingActions outgoing={outgoing} />}
      </article>
      {(state === 'needs-user' || state === 'rejected') && <OutgoingAlert outgoing={outgoing} />}
    </>
  );
}

const icons: Partial<Record<Outgoing['state'], IconName>> = { queued: 'clock', sent: 'check' };

/** Replies to one ticket go out in order: an earlier one whose fate is unknown holds back those after it. */
const isBehind = ({ outbox }: Stores, { ticketId, id, queuedAt }: Outgoing): boolean =>
  (outbox.value.value ?? []).some(
    (other) =>
      other.ticketId === ticketId &&
      other.id !== id &&
      other.queuedAt <= queuedAt &&
      (other.state === 'unknown' || other.state === 'needs-user'),
  );

/** "Waiting to be sent", why, and when it is tried next or what it waits for. */
export function StateLine({ outgoing }: { outgoing: Outgoing }) {
  const stores = useStores();
  const text = useText();
  const dates = useDates();
  const { state, reason, nextAttemptAt } = outgoing;
  const icon = icons[state];
  const signedOut = isSignedOut(stores, outgoing.accountId);
  const waits = state === 'queued' && !signedOut;
  const behind = waits && isBehind(stores, outgoing) ? text.goesAfterOther : null;
  const why = waits && reason !== null ? text.codes[reason.code].says : null;
  const next = waits && nextAttemptAt !== null ? text.nextAttempt(dates.time(nextAttemptAt)) : null;
  const key = state === 'queued' && signedOut ? text.goesWithKey : null;
  return (
    <p class="state-line">
      {icon === undefined ? <Spinner /> : <Icon name={icon} />}
      <span>
        {[text.outgoing[state], key, behind, why, next].filter((part) => part !== null).join(' · ')}
      </span>
    </p>
  );
}
