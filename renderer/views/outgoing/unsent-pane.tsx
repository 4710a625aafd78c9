// The list of replies and new tickets that HostUp has not confirmed, with everything that can be done about each.
import type { Outgoing } from '../../../electron/contract/model.ts';
import { useDates, useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { AccountTag } from '../accounts/account-tag.tsx';
import { openTicket } from '../commands/go.ts';
import { PaneHead } from '../list/tickets-pane.tsx';
import { Empty } from '../notices/list-state.tsx';
import { StateLine } from './outgoing-card.tsx';
import { OutgoingActions, OutgoingAlert } from './outgoing-parts.tsx';
import { CallHostUp, isCritical, isUnsentTicket, NotSentYet } from './outgoing-waiting.tsx';

export function UnsentPane() {
  const { outbox, route } = useStores();
  const text = useText();
  const list = (outbox.value.value ?? []).filter(({ state }) => state !== 'sent' && state !== 'discarded');
  const open = route.value.value.ticketId;
  return (
    <section class="list-pane" id="unsent" tabIndex={-1} aria-label={text.unsent}>
      <PaneHead title={text.unsent} count={list.length} />
      {list.length === 0 ? (
        <Empty icon="check" title={text.nothingUnsent} says={text.nothingUnsentSays} />
      ) : (
        <ul class="cards">
          {list.map((outgoing) => (
            <li key={outgoing.id}>
              {needsPerson(outgoing) && outgoing.ticketId !== open ? (
                <OutgoingAlert outgoing={outgoing} link />
              ) : (
                <UnsentCard outgoing={outgoing} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const needsPerson = ({ state }: Outgoing): boolean => state === 'needs-user' || state === 'rejected';

function UnsentCard({ outgoing }: { outgoing: Outgoing }) {
  const stores = useStores();
  const text = useText();
  const dates = useDates();
  const title = outgoing.kind === 'create' ? text.newTicket : text.replyTo(outgoing.ticketNumber);
  return (
    <article class="card" aria-label={title}>
      <p class="card-title">
        {outgoing.kind === 'create' ? (
          <strong>{title}</strong>
        ) : (
          <button type="button" class="link" onClick={() => openTicket(stores, outgoing.ticketId)}>
            {title}
          </button>
        )}
        <time>{text.queuedSince(dates.moment(outgoing.queuedAt, stores.now.value))}</time>
      </p>
      <AccountTag id={outgoing.accountId} />
      {outgoing.subject !== null && <p class="card-subject clamped">{outgoing.subject}</p>}
      <p class="card-text">
        {outgoing.text ?? (
          <>
            <Icon name="lock" /> {text.encryptedReply}
          </>
        )}
      </p>
      {isUnsentTicket(stores, outgoing) && <NotSentYet outgoing={outgoing} />}
      <StateLine outgoing={outgoing} />
      {outgoing.state === 'unknown' && isCritical(outgoing) && <CallHostUp />}
      <OutgoingActions outgoing={outgoing} />
    </article>
  );
}
