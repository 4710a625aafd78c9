// From stored rows to what the list shows. Pure.
import type { Draft, Outgoing, Ticket, TicketRow } from '../../contract/model.ts';
import { snoozedUntil } from '../marks/rules.ts';
import type { OutboxStore, PutAway } from '../ports.ts';
import type { StoredDraft, StoredMark, StoredOutgoing, StoredTicket } from '../records.ts';

/** What the outbox knows of tickets, gathered once per query: it is tiny. */
export type Marks = {
  readonly drafts: ReadonlySet<string>;
  readonly unsent: ReadonlyMap<string, number>;
  readonly needsUser: ReadonlySet<string>;
  /** the user's own, by ticket */
  readonly own: ReadonlyMap<string, StoredMark>;
  /** epoch ms: what is snoozed depends on it */
  readonly now: number;
};

/** The key under which the page keeps the draft of a new ticket. */
export const newTicketDraft = 'new';

/** @param now epoch ms */
export function marksOf(outbox: OutboxStore, now: number): Marks {
  const unsent = new Map<string, number>();
  const needsUser = new Set<string>();
  for (const row of outbox.open()) {
    unsent.set(row.ticketId, (unsent.get(row.ticketId) ?? 0) + 1);
    if (asksUser(row)) needsUser.add(row.ticketId);
  }
  const drafts = new Set(outbox.drafts().map((draft) => draft.ticketId));
  drafts.delete(newTicketDraft);
  const own = new Map(outbox.marks().map((mark) => [mark.ticketId, mark]));
  return { drafts, unsent, needsUser, own, now };
}

/** What the user has put away. A reply that needs the user brings its ticket back into sight until that is settled. */
export function putAway({ own, needsUser, now }: Marks): PutAway {
  const away = [...own.values()].filter(({ ticketId }) => !needsUser.has(ticketId));
  return {
    hidden: away.filter(({ hidden }) => hidden).map(({ ticketId }) => ticketId),
    snoozed: away.filter((mark) => snoozedUntil(mark, now) !== null).map(({ ticketId }) => ticketId),
  };
}

/** A draft without the ticket that it is asked by. */
export const toDraft = ({ text, encrypted, savedAt, seenUpTo }: StoredDraft): Draft => ({
  text,
  encrypted,
  savedAt,
  seenUpTo,
});

const asksUser = (row: StoredOutgoing): boolean => row.state === 'needs-user' || row.state === 'rejected';

/** A ticket as the list shows it. */
export function toRow(accountId: string, ticket: StoredTicket, marks: Marks): TicketRow {
  const preview = ticket.lastSender && {
    sender: ticket.lastSender,
    name: ticket.lastName,
    text: ticket.lastText,
    encrypted: ticket.lastEncrypted,
  };
  const own = marks.own.get(ticket.id);
  return {
    id: ticket.id,
    accountId,
    number: ticket.number,
    subject: ticket.subject,
    status: ticket.status,
    priority: ticket.priority,
    departmentSlug: ticket.departmentSlug,
    departmentName: ticket.departmentName,
    createdAt: ticket.createdAt,
    turn: ticket.turn,
    turnSince: ticket.turnSince,
    preview,
    lastActivityAt: ticket.lastMessageAt ?? ticket.updatedAt,
    unread: ticket.unread > 0,
    gone: ticket.goneAt !== null,
    serviceName: ticket.services[0]?.serviceName ?? null,
    hasDraft: marks.drafts.has(ticket.id),
    unsent: marks.unsent.get(ticket.id) ?? 0,
    needsUser: marks.needsUser.has(ticket.id),
    pinned: own?.pinned ?? false,
    muted: own?.muted ?? false,
    hidden: own?.hidden ?? false,
    snoozedUntil: snoozedUntil(own, marks.now),
  };
}

/** A ticket as its conversation shows it: the row, and what only the head of a conversation has room for. */
export function toTicket(accountId: string, ticket: StoredTicket, marks: Marks): Ticket {
  const { requesterName, ccEmails, services, messageCount, fetchedAt, firstStaffAt, createdAt } = ticket;
  return {
    ...toRow(accountId, ticket, marks),
    requesterName,
    ccEmails: [...ccEmails],
    services: services.map((service) => ({ ...service })),
    messageCount,
    fetchedAt,
    firstReplyAfter:
      firstStaffAt !== null && createdAt !== null ? Math.max(0, firstStaffAt - createdAt) : null,
  };
}

/** Text of an encrypted reply stays in main until asked for. */
export function toOutgoing(accountId: string, row: StoredOutgoing, ticket: StoredTicket | null): Outgoing {
  const { id, state, encrypted, queuedAt, messageId, reason, nextAttemptAt } = row;
  return {
    id,
    accountId,
    kind: row.create ? 'create' : 'reply',
    ticketId: row.create && messageId ? messageId : row.ticketId,
    ticketNumber: ticket?.number ?? '',
    subject: row.create?.subject ?? ticket?.subject ?? null,
    priority: row.create?.priority ?? null,
    state,
    encrypted,
    text: encrypted ? null : row.text,
    queuedAt,
    sentAt: row.confirmedAt,
    messageId,
    reason,
    nextAttemptAt,
  };
}
