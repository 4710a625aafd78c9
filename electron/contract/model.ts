// The things a customer sees, as they cross between program and page. Times are epoch milliseconds.
import * as v from 'valibot';
import { AccountSchema, KeyInSchema } from './account.ts';
import { CodeSchema, FailureSchema } from './codes.ts';
import { id } from './values.ts';

const time = v.number();
/** `<accountId>/<id at HostUp>`: whatever is done to the ticket goes through that account and no other. */
export const TicketIdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(300));

export const statuses = [
  'open',
  'answered',
  'customer_reply',
  'in_progress',
  'on_hold',
  'closed',
  'unknown',
] as const;
export const StatusSchema = v.picklist(statuses);
export type Status = v.InferOutput<typeof StatusSchema>;

export const priorities = ['low', 'medium', 'high', 'urgent', 'critical', 'unknown'] as const;
export const PrioritySchema = v.picklist(priorities);
export type Priority = v.InferOutput<typeof PrioritySchema>;

const SenderSchema = v.picklist(['customer', 'staff', 'automation', 'unknown']);
export type Sender = v.InferOutput<typeof SenderSchema>;

/** Whose turn it is: the customer's, HostUp's, or nobody's (closed). */
const TurnSchema = v.picklist(['you', 'hostup', 'none']);
export type Turn = v.InferOutput<typeof TurnSchema>;

export const ServiceSchema = v.object({
  serviceType: v.string(),
  serviceId: v.nullable(v.string()),
  serviceName: v.nullable(v.string()),
  /** an open object of the API (status, planName, ipAddress, …), its values as they came */
  details: v.nullable(v.record(v.string(), v.unknown())),
});
export type Service = v.InferOutput<typeof ServiceSchema>;

export const AttachmentSchema = v.object({
  id,
  filename: v.nullable(v.string()),
  extension: v.nullable(v.string()),
  mimeType: v.nullable(v.string()),
  downloadUrl: v.string(),
});
export type Attachment = v.InferOutput<typeof AttachmentSchema>;

/** A run of text inside a block. A link carries its real address; `host` is what must be shown. */
const SpanSchema = v.variant('kind', [
  v.object({ kind: v.literal('text'), text: v.string() }),
  v.object({ kind: v.literal('strong'), text: v.string() }),
  v.object({ kind: v.literal('emphasis'), text: v.string() }),
  v.object({ kind: v.literal('code'), text: v.string() }),
  v.object({ kind: v.literal('link'), text: v.string(), href: v.string(), host: v.string() }),
  v.object({ kind: v.literal('break') }),
]);
export type Span = v.InferOutput<typeof SpanSchema>;

/** Ticket text as a flat, harmless list: hostile markup ends in core/text and never reaches the page. */
export const BlockSchema = v.variant('kind', [
  v.object({ kind: v.literal('paragraph'), spans: v.array(SpanSchema) }),
  v.object({ kind: v.literal('code'), text: v.string() }),
  v.object({ kind: v.literal('list'), ordered: v.boolean(), items: v.array(v.array(SpanSchema)) }),
  v.object({ kind: v.literal('quote'), spans: v.array(SpanSchema) }),
]);
export type Block = v.InferOutput<typeof BlockSchema>;

/** The last message of a ticket, for the list. `text` is null for encrypted messages and unread bodies. */
const PreviewSchema = v.object({
  sender: SenderSchema,
  name: v.nullable(v.string()),
  text: v.nullable(v.string()),
  encrypted: v.boolean(),
});

/** Why a search found the ticket: a piece of stored text (never of an encrypted message) and what to mark in it. */
const MatchSchema = v.object({
  field: v.picklist(['subject', 'message', 'service', 'number']),
  text: v.string(),
  /** start and end in `text`, UTF-16 units, in order, not overlapping */
  ranges: v.array(v.tuple([v.number(), v.number()])),
});
export type Match = v.InferOutput<typeof MatchSchema>;

/** epoch ms, or until HostUp's staff replies; a reply of theirs always ends it */
const SnoozedUntilSchema = v.union([v.literal('reply'), v.number()]);
export type SnoozedUntil = v.InferOutput<typeof SnoozedUntilSchema>;

export const TicketRowSchema = v.object({
  id: TicketIdSchema,
  accountId: id,
  number: v.string(),
  subject: v.nullable(v.string()),
  status: StatusSchema,
  priority: PrioritySchema,
  departmentSlug: v.string(),
  departmentName: v.nullable(v.string()),
  createdAt: v.nullable(time),
  lastActivityAt: v.nullable(time),
  turn: TurnSchema,
  turnSince: v.nullable(time),
  unread: v.boolean(),
  /** no longer in the account's list; the cached copy stays readable */
  gone: v.boolean(),
  preview: v.nullable(PreviewSchema),
  serviceName: v.nullable(v.string()),
  hasDraft: v.boolean(),
  /** replies of this ticket that HostUp has not confirmed */
  unsent: v.number(),
  /** true when a reply needs the user (rejected or not confirmed) */
  needsUser: v.boolean(),
  /** the user's own marks, kept here alone: on top in any sort, no notifications, out of the views, out of sight for now */
  pinned: v.boolean(),
  muted: v.boolean(),
  hidden: v.boolean(),
  snoozedUntil: v.nullable(SnoozedUntilSchema),
  /** only in answers to a search */
  match: v.optional(v.nullable(MatchSchema)),
});
export type TicketRow = v.InferOutput<typeof TicketRowSchema>;

export const TicketSchema = v.object({
  ...TicketRowSchema.entries,
  requesterName: v.nullable(v.string()),
  ccEmails: v.array(v.string()),
  services: v.array(ServiceSchema),
  messageCount: v.number(),
  /** when the conversation was last fetched; null: only the list knows this ticket */
  fetchedAt: v.nullable(time),
  /** first staff reply minus opening, milliseconds */
  firstReplyAfter: v.nullable(time),
});
export type Ticket = v.InferOutput<typeof TicketSchema>;

export const MessageSchema = v.object({
  id,
  sentAt: v.nullable(time),
  sender: SenderSchema,
  senderName: v.nullable(v.string()),
  encrypted: v.boolean(),
  /** null: encrypted (ask message.reveal), or the API gave no text (`available` says which) */
  blocks: v.nullable(v.array(BlockSchema)),
  available: v.boolean(),
  attachments: v.array(AttachmentSchema),
  /** the ticket's opening text, which the API keeps apart from its messages */
  opening: v.boolean(),
  /** newer than the last message seen here */
  unread: v.boolean(),
});
export type Message = v.InferOutput<typeof MessageSchema>;

export const outgoingStates = [
  'queued',
  'sending',
  'unknown',
  'needs-user',
  'rejected',
  'sent',
  'discarded',
] as const;
const OutgoingStateSchema = v.picklist(outgoingStates);
export type OutgoingState = v.InferOutput<typeof OutgoingStateSchema>;

/** A reply of this user on its way. Text of encrypted ones is not shown: `text` is null then. */
export const OutgoingSchema = v.object({
  id,
  accountId: id,
  /** 'create' is a new ticket: `ticketId` is a local placeholder until `sent`, then the real one */
  kind: v.picklist(['reply', 'create']),
  ticketId: TicketIdSchema,
  ticketNumber: v.string(),
  subject: v.nullable(v.string()),
  /** of a new ticket; null for a reply */
  priority: v.nullable(PrioritySchema),
  state: OutgoingStateSchema,
  encrypted: v.boolean(),
  text: v.nullable(v.string()),
  queuedAt: time,
  sentAt: v.nullable(time),
  messageId: v.nullable(v.string()),
  /** why it waits or was refused */
  reason: v.nullable(v.object({ ...FailureSchema.entries, ok: v.literal(false) })),
  nextAttemptAt: v.nullable(time),
});
export type Outgoing = v.InferOutput<typeof OutgoingSchema>;

export const DraftSchema = v.object({
  text: v.string(),
  encrypted: v.boolean(),
  savedAt: time,
  /** the newest message that its writer had seen; null: not known */
  seenUpTo: v.nullable(id),
});
export type Draft = v.InferOutput<typeof DraftSchema>;

export const ThreadSchema = v.object({
  ticket: TicketSchema,
  messages: v.array(MessageSchema),
  /** older messages not in `messages`; ask again with a larger limit */
  earlier: v.number(),
  /** unconfirmed and lately confirmed replies, oldest first */
  outgoing: v.array(OutgoingSchema),
  draft: v.nullable(DraftSchema),
});
export type Thread = v.InferOutput<typeof ThreadSchema>;

export const ConnectionSchema = v.object({
  state: v.picklist(['starting', 'syncing', 'up-to-date', 'offline', 'error', 'paused', 'signed-out']),
  /** the last complete, successful look at the list */
  checkedAt: v.nullable(time),
  nextCheckAt: v.nullable(time),
  /** first sync: conversations fetched so far, of how many */
  progress: v.nullable(v.object({ done: v.number(), of: v.number() })),
  problem: v.nullable(FailureSchema),
});
export type Connection = v.InferOutput<typeof ConnectionSchema>;

/** The whole, over all accounts: signed in when any is. */
export const SessionSchema = v.object({
  state: v.picklist(['starting', 'first-run', 'connecting', 'signed-in', 'signed-out', 'keychain-locked']),
  /** in the user's order */
  accounts: v.array(AccountSchema),
  demo: v.boolean(),
  /** any of them may */
  canWrite: v.boolean(),
  keyIn: KeyInSchema,
  /** false: nothing is written to disk, because no keychain can guard it */
  durable: v.boolean(),
  /** why signed out, or what went wrong while starting */
  problem: v.nullable(FailureSchema),
  /** said once each, dismissable: a replaced cache, a salvaged outbox */
  warnings: v.array(v.object({ code: CodeSchema, at: time })),
  version: v.string(),
  platform: v.string(),
});
export type Session = v.InferOutput<typeof SessionSchema>;

export const CountsSchema = v.object({
  needsYou: v.number(),
  waiting: v.number(),
  open: v.number(),
  closed: v.number(),
  unread: v.number(),
  unsent: v.number(),
  drafts: v.number(),
  snoozed: v.number(),
  hidden: v.number(),
  departments: v.array(v.object({ slug: v.string(), name: v.string(), count: v.number() })),
  /** tickets at HostUp, also those hidden here */
  conversations: v.number(),
  /** of these, those whose messages have never been fetched: no search finds what is said there */
  unfetched: v.number(),
  accounts: v.array(v.object({ id, needsYou: v.number(), unread: v.number() })),
});
export type Counts = v.InferOutput<typeof CountsSchema>;

export const DepartmentSchema = v.object({
  slug: v.string(),
  name: v.string(),
  description: v.nullable(v.string()),
});
export type Department = v.InferOutput<typeof DepartmentSchema>;

/** A notification as the preview (and a desktop without notifications) shows it inside the page. */
export const NoticeSchema = v.object({
  id,
  /** null: of several accounts, or of none */
  accountId: v.nullable(id),
  ticketId: v.nullable(TicketIdSchema),
  title: v.string(),
  text: v.string(),
  at: time,
});
export type Notice = v.InferOutput<typeof NoticeSchema>;
