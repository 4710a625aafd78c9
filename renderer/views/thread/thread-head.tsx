// The head of a conversation: subject, whose turn, the facts of the ticket, its service, and what can be done with it.
import type { Ticket } from '../../../electron/contract/model.ts';
import type { Dates } from '../../text/dates.ts';
import type { Text } from '../../text/en.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useDates, useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { isReached } from '../accounts/account-state.ts';
import { AccountTag } from '../accounts/account-tag.tsx';
import { closeOrReopenCommand } from '../commands/close-command.ts';
import { copy } from '../commands/copy.ts';
import { goBack } from '../commands/go.ts';
import { FailureNote } from '../notices/failure-note.tsx';
import { OwnMarks } from '../ticket/own-marks.tsx';
import { TicketMenuButton } from '../ticket/ticket-menu.tsx';
import { TurnChip } from '../ticket/turn-chip.tsx';
import { UsualWait } from '../waiting/usual-wait.tsx';
import { ServiceChip } from './service-chip.tsx';

export function ThreadHead({ ticket }: { ticket: Ticket }) {
  const stores = useStores();
  const text = useText();
  const refused = stores.thread.refused.value;
  const stale = stores.thread.stale.value;
  const reaching = isReached(stores, ticket.accountId);
  return (
    <header class="thread-head">
      <div class="thread-title">
        <IconButton
          icon="back"
          class="narrow-only"
          label={text.back}
          shortcut="Escape"
          onPress={() => goBack(stores)}
        />
        <h2>{ticket.subject ?? text.noSubject}</h2>
        <Actions ticket={ticket} />
      </div>
      <Facts ticket={ticket} />
      {ticket.services.length > 0 && (
        <div class="services">
          {ticket.services.map((service) => (
            <ServiceChip
              key={`${service.serviceType}/${service.serviceId}`}
              service={service}
              ticket={ticket}
            />
          ))}
        </div>
      )}
      <UsualWait ticket={ticket} />
      {ticket.gone && (
        <p class="note warn">
          <Icon name="archive" />
          <span>{text.goneNotice}</span>
        </p>
      )}
      {!reaching && ticket.fetchedAt !== null && <AsOf at={ticket.fetchedAt} />}
      {reaching && stale !== null && <FailureNote failure={stale} />}
      {refused !== null && <FailureNote failure={refused} once />}
    </header>
  );
}

function firstReplyOf({ firstReplyAfter }: Ticket, text: Text, dates: Dates): string | null {
  if (firstReplyAfter === null) return null;
  return firstReplyAfter < 60_000 ? text.firstReplyAtOnce : text.firstReplyAfter(dates.span(firstReplyAfter));
}

function Facts({ ticket }: { ticket: Ticket }) {
  const stores = useStores();
  const text = useText();
  const dates = useDates();
  const now = stores.now.value;
  const facts = [
    ticket.departmentName ?? ticket.departmentSlug,
    ticket.status === 'closed' ? null : text.status[ticket.status],
    ticket.createdAt === null ? null : text.opened(dates.moment(ticket.createdAt, now)),
    firstReplyOf(ticket, text, dates),
    ticket.ccEmails.length === 0 ? null : text.cc(ticket.ccEmails.join(', ')),
  ].filter((fact) => fact !== null);
  const loud = ticket.priority === 'critical' || ticket.priority === 'urgent';
  return (
    <p class="facts">
      <AccountTag id={ticket.accountId} />
      <TurnChip row={ticket} />
      <OwnMarks row={ticket} />
      {ticket.priority !== 'medium' && ticket.priority !== 'unknown' && (
        <span class={loud ? 'chip danger' : 'chip plain'}>{text.priority[ticket.priority]}</span>
      )}
      <button type="button" class="number" title={text.copy} onClick={() => void copy(stores, ticket.number)}>
        #{ticket.number}
      </button>
      {facts.map((fact) => (
        <span class="fact" key={fact}>
          {fact}
        </span>
      ))}
    </p>
  );
}

function Actions({ ticket }: { ticket: Ticket }) {
  const stores = useStores();
  const text = useText();
  const { allowed, icon, run, label } = closeOrReopenCommand;
  const close = {
    busy: stores.thread.acting.value,
    shortcut: 'x',
    onPress: () => run(stores, [ticket]),
  };
  return (
    <div class="thread-actions">
      {allowed(stores, [ticket]) && (
        <>
          <Button {...close}>{label(text, [ticket])}</Button>
          {/* in its place where the subject needs the room */}
          <IconButton {...close} icon={icon} label={label(text, [ticket])} class="narrow-action" />
        </>
      )}
      <TicketMenuButton row={ticket} />
    </div>
  );
}

function AsOf({ at }: { at: number }) {
  const { now } = useStores();
  const text = useText();
  const dates = useDates();
  return (
    <p class="as-of">
      <Icon name="clock" />
      <span>{text.asOf(dates.moment(at, now.value))}</span>
    </p>
  );
}
