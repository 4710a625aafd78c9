// Every call a page may make, by name: input and output. A handler per name is a compile-time duty.
import * as v from 'valibot';
import { AccountColourSchema } from './account.ts';
import { attachmentCalls } from './attachment-calls.ts';
import { CodeSchema, FailureSchema } from './codes.ts';
import {
  BlockSchema,
  ConnectionSchema,
  CountsSchema,
  DepartmentSchema,
  DraftSchema,
  NoticeSchema,
  OutgoingSchema,
  PrioritySchema,
  SessionSchema,
  StatusSchema,
  ThreadSchema,
  TicketIdSchema,
  TicketRowSchema,
} from './model.ts';
import { LinkableTypeSchema, SeenServiceSchema } from './services.ts';
import { SettingsSchema } from './settings.ts';
import { toldCalls } from './told.ts';
import { id, SortSchema, timeZone } from './values.ts';
import { DepartmentWaitsSchema, WaitingSchema } from './waiting.ts';

export const limits = {
  text: 100_000,
  /** a whole form, which may hold a text of the longest kind and what is too long in it */
  draft: 400_000,
  word: 200,
  subject: 250,
  addresses: 20,
  address: 254,
  key: 4_096,
  query: 500,
  /** of one kind, in one search */
  searchWords: 16,
  page: 200,
  selection: 200,
  accountName: 60,
  accounts: 50,
} as const;

const word = v.pipe(v.string(), v.maxLength(limits.word));
const text = v.pipe(v.string(), v.maxLength(limits.text));
const draft = v.pipe(v.string(), v.maxLength(limits.draft));
const count = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(max));
const nothing = v.strictObject({});
const none = v.null();
const call = <I extends v.GenericSchema, O extends v.GenericSchema>(input: I, output: O) => ({
  input,
  output,
});

const ticket = v.strictObject({ ticketId: TicketIdSchema });
const outgoing = v.strictObject({ id });
const newTicket = {
  departmentSlug: id,
  subject: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.subject)),
  message: v.pipe(text, v.minLength(1)),
  priority: PrioritySchema,
  ccEmails: v.pipe(v.array(v.pipe(v.string(), v.maxLength(limits.address))), v.maxLength(limits.addresses)),
  criticalReason: v.nullable(text),
  service: v.nullable(v.strictObject({ serviceType: LinkableTypeSchema, serviceId: word })),
};

/** the draft as this page knows it; one that another page wrote since stays. Left out: the draft goes. */
const replaces = v.optional(draft);

const list = <T extends v.GenericSchema>(item: T, longest: number) =>
  v.pipe(v.array(item), v.maxLength(longest));
const words = list(word, 100);
const ticketIds = v.pipe(v.array(TicketIdSchema), v.minLength(1), v.maxLength(limits.selection));
const key = v.pipe(v.string(), v.maxLength(limits.key));
const accountName = v.pipe(v.string(), v.maxLength(limits.accountName));
/** of one account; left out: of all */
const ofAccount = v.strictObject({ account: v.optional(id) });
/** epoch milliseconds, as far as a date reaches */
const time = count(8_640_000_000_000_000);

/** A hidden ticket is in none of them; a snoozed one is neither in 'needs-you' nor in 'waiting'. */
const ViewSchema = v.picklist(['needs-you', 'waiting', 'open', 'closed', 'all', 'drafts', 'snoozed']);
export type View = v.InferOutput<typeof ViewSchema>;

export const calls = {
  'session.get': call(nothing, SessionSchema),
  /**
   * Tries the key; on success it is kept in the keychain if there is one, else until the program ends. It is the first
   * account's key, or the new one of an account that is named (not_found) or the only one there is (invalid_request).
   * Refused are the key of another account here (key_in_use) and one of another customer than the account's
   * (other_customer); then everything stays as it was.
   */
  'session.connect': call(v.strictObject({ apiKey: key, accountId: v.optional(id) }), SessionSchema),
  'session.demo': call(nothing, SessionSchema),
  /** Every account. */
  'session.signOut': call(nothing, SessionSchema),
  /**
   * One more account. Nothing is kept of a key that HostUp refuses, or of one that is in use or sees the tickets of an
   * account that is here (key_in_use).
   */
  'account.add': call(v.strictObject({ apiKey: key, name: accountName }), SessionSchema),
  /** A name is one account's alone, also at adding (name_in_use). */
  'account.change': call(
    v.strictObject({
      accountId: id,
      name: v.optional(accountName),
      colour: v.optional(AccountColourSchema),
    }),
    SessionSchema,
  ),
  /** That account alone: its key, its files. */
  'account.signOut': call(v.strictObject({ accountId: id }), SessionSchema),
  'session.retryKeychain': call(nothing, SessionSchema),
  'session.dismissWarnings': call(nothing, none),

  /** Of all: the worst state, the oldest look, the earliest next one. */
  'connection.get': call(ofAccount, ConnectionSchema),
  'sync.now': call(nothing, none),

  'tickets.counts': call(ofAccount, CountsSchema),
  /**
   * A window of the list. Several values of one filter widen, several filters narrow. With a query: search, also among
   * hidden tickets, best match first unless a sort is named; any text is a query (operators: core/search).
   */
  'tickets.list': call(
    v.strictObject({
      view: ViewSchema,
      /** left out or empty: all */
      accounts: v.optional(list(id, limits.accounts)),
      department: v.optional(word),
      departments: v.optional(words),
      statuses: v.optional(list(StatusSchema, 20)),
      priorities: v.optional(list(PrioritySchema, 20)),
      /** names of linked services */
      services: v.optional(words),
      /** true: only unread ones */
      unread: v.optional(v.boolean()),
      sort: v.optional(SortSchema),
      /** true: the hidden tickets of the view, and only those */
      hidden: v.optional(v.boolean()),
      query: v.optional(v.pipe(v.string(), v.maxLength(limits.query))),
      offset: count(10_000_000),
      limit: count(limits.page),
    }),
    // leftOut: so many words of the search were too many, and not looked for
    v.object({ total: v.number(), rows: v.array(TicketRowSchema), leftOut: v.optional(v.number()) }),
  ),
  /**
   * The user's own marks; what is left out stays as it is, `snooze: null` ends a snooze. Tickets that are not known
   * are passed over; not_found when none is.
   */
  'tickets.mark': call(
    v.strictObject({
      ticketIds,
      pinned: v.optional(v.boolean()),
      muted: v.optional(v.boolean()),
      hidden: v.optional(v.boolean()),
      snooze: v.optional(v.nullable(v.strictObject({ until: v.union([v.literal('reply'), time]) }))),
    }),
    none,
  ),
  'tickets.markRead': call(v.strictObject({ ticketIds }), none),
  /** Each as `ticket.close` does it; `failure` null: closed. In the order asked. */
  'tickets.close': call(
    v.strictObject({ ticketIds }),
    v.object({
      results: v.array(v.object({ ticketId: TicketIdSchema, failure: v.nullable(FailureSchema) })),
    }),
  ),
  'tickets.departments': call(
    ofAccount,
    v.object({
      complete: v.boolean(),
      departments: v.array(DepartmentSchema),
      /** why HostUp's own list is not at hand */
      reason: v.optional(CodeSchema),
    }),
  ),
  /**
   * By the number a customer knows; answers the ticket's id, also for one that was not cached: what is kept of any
   * account is looked through first, then HostUp is asked with each key.
   */
  'tickets.openByNumber': call(
    v.strictObject({ number: v.pipe(v.string(), v.maxLength(40)), account: v.optional(id) }),
    v.object({ ticketId: TicketIdSchema }),
  ),

  'thread.get': call(v.strictObject({ ticketId: TicketIdSchema, limit: count(2_000) }), ThreadSchema),
  /** The user looks at it: reads it from HostUp if it is older than the list says. */
  'thread.open': call(ticket, none),
  /** Everything up to this message has been seen here. */
  'thread.markRead': call(v.strictObject({ ticketId: TicketIdSchema, upTo: v.nullable(id) }), none),
  'message.reveal': call(
    v.strictObject({ ticketId: TicketIdSchema, messageId: id }),
    v.object({ text: v.string(), blocks: v.array(BlockSchema) }),
  ),
  /**
   * Goes through the outbox like a reply: durable first. Answers after the first outcome or 15 s, whichever is
   * earlier; `state` tells which. A rejected one may be sent again with the same `id` and mended fields.
   */
  'ticket.create': call(
    v.strictObject({ id, ...newTicket, account: id, replaces }),
    v.object({ outgoing: OutgoingSchema }),
  ),
  'ticket.close': call(ticket, none),
  'ticket.reopen': call(ticket, none),

  /** Empty text without the mark deletes the draft. The draft of a new ticket belongs to `<accountId>/new`. */
  'draft.save': call(
    v.strictObject({
      ticketId: TicketIdSchema,
      text: draft,
      encrypted: v.boolean(),
      /** the newest message that the writer has seen; left out: as it was */
      seenUpTo: v.optional(v.nullable(id)),
    }),
    none,
  ),
  'draft.get': call(ticket, v.nullable(DraftSchema)),
  /** `id` is made by the page, once per composed reply: the same id twice is one reply. Answers when it is durable. */
  'reply.send': call(
    v.strictObject({
      id,
      ticketId: TicketIdSchema,
      text: v.pipe(text, v.minLength(1)),
      encrypted: v.boolean(),
      reopen: v.boolean(),
      replaces,
    }),
    /** `older`: an earlier text was handed over with this `id`, and that is on its way, not this one */
    v.object({ outgoing: OutgoingSchema, older: v.boolean() }),
  ),
  ...attachmentCalls,

  'outbox.list': call(nothing, v.array(OutgoingSchema)),
  /** One of them, also after it was sent: a new ticket names the id that HostUp gave it then. */
  'outbox.get': call(outgoing, OutgoingSchema),
  'outbox.sendAgain': call(outgoing, none),
  'outbox.checkAgain': call(outgoing, none),
  'outbox.discard': call(outgoing, none),
  /** Takes a refused or waiting reply back into the composer; answers the draft it became. */
  'outbox.edit': call(outgoing, DraftSchema),
  /**
   * What was filled in for a new ticket that was refused, or that waits and is held from now on (refused without a
   * reason), to be changed and created again with the same `id`; it stays till then.
   */
  'outbox.editTicket': call(outgoing, v.object({ ...newTicket, account: id })),
  'outbox.reopenAndSend': call(outgoing, none),
  /** The text of an unsent reply, also an encrypted one, to copy. */
  'outbox.text': call(outgoing, v.object({ text: v.string() })),

  /** What tickets kept here are about and a new one can be, the one of most tickets first. */
  'services.seen': call(ofAccount, list(SeenServiceSchema, 200)),

  /** From the conversations kept here. `timeZone` is for the hours. */
  'stats.waiting': call(
    v.strictObject({
      department: v.optional(word),
      /** left out: the waits of all, pooled */
      account: v.optional(id),
      timeZone,
    }),
    WaitingSchema,
  ),
  /** What is usual in this ticket's department. */
  'stats.ticket': call(ticket, DepartmentWaitsSchema),

  'notices.list': call(nothing, v.array(NoticeSchema)),
  'notices.open': call(v.strictObject({ id }), none),
  'notices.dismiss': call(v.strictObject({ id }), none),
  ...toldCalls,

  'settings.get': call(nothing, SettingsSchema),
  'settings.set': call(v.partial(SettingsSchema), SettingsSchema),

  /** Opens an address of a ticket in the browser, through the one gate. */
  'link.open': call(v.strictObject({ href: v.pipe(v.string(), v.maxLength(2_048)) }), none),
  /** A secret leaves the clipboard after a minute. 'refused': this shell has no clipboard, the page must copy. */
  'clipboard.copy': call(v.strictObject({ text, secret: v.boolean() }), none),
  /** States, counts and times to send to support: no key, no text, no name. */
  'diagnostics.get': call(nothing, v.object({ text: v.string() })),
  /** What the page is looking at, so that what is in front raises no notification. */
  'window.looking': call(
    v.strictObject({ ticketId: v.nullable(TicketIdSchema), focused: v.boolean() }),
    none,
  ),
  'window.main': call(v.strictObject({ ticketId: v.nullable(TicketIdSchema) }), none),
  'window.quick': call(v.strictObject({ ticketId: v.nullable(TicketIdSchema) }), none),
  /** The ticket that the quick-reply window starts with: asked for, else the one that needs the user most. */
  'quick.get': call(nothing, v.object({ ticketId: v.nullable(TicketIdSchema) })),
  'window.close': call(nothing, none),
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type Input<N extends CallName> = v.InferOutput<Calls[N]['input']>;
export type Output<N extends CallName> = v.InferOutput<Calls[N]['output']>;
