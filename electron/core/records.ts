// The rows as the two databases keep them. Times are epoch milliseconds, null where the API gave none.
import type { Code, Failure } from '../contract/codes.ts';
import type {
  Attachment,
  OutgoingState,
  Priority,
  Sender,
  Service,
  Status,
  Turn,
} from '../contract/model.ts';
import type { LinkableType } from '../contract/services.ts';

/** What the list says of a ticket (API page "List support tickets"). */
export type Summary = {
  readonly id: string;
  readonly number: string;
  readonly subject: string | null;
  readonly status: Status;
  readonly priority: Priority;
  readonly departmentSlug: string;
  readonly departmentName: string | null;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
  readonly lastMessageAt: number | null;
  readonly ccEmails: readonly string[];
  readonly requesterName: string | null;
  readonly messageCount: number;
  readonly services: readonly Service[];
};

export type StoredTicket = Summary & {
  /** equals `stamp` when the cached conversation is what the list describes */
  readonly detailStamp: string | null;
  /** messageCount, updatedAt, lastMessageAt and status as last listed; a change means: fetch the conversation */
  readonly stamp: string;
  readonly fetchedAt: number | null;
  readonly goneAt: number | null;
  readonly turn: Turn;
  readonly turnSince: number | null;
  readonly firstStaffAt: number | null;
  /** last message, for the list; null text for encrypted ones */
  readonly lastSender: Sender | null;
  readonly lastName: string | null;
  readonly lastText: string | null;
  readonly lastEncrypted: boolean;
  /** high-water mark: staff messages up to this time are announced or were there before us */
  readonly announcedUpTo: number | null;
  /** staff messages not yet seen here */
  readonly unread: number;
};

export type StoredMessage = {
  readonly id: string;
  readonly ticketId: string;
  /** place in the API's own order; the opening text is 0 */
  readonly position: number;
  readonly sentAt: number | null;
  readonly body: string | null;
  readonly sender: Sender;
  readonly senderName: string | null;
  readonly encrypted: boolean;
  readonly attachments: readonly Attachment[];
  readonly opening: boolean;
  readonly unread: boolean;
};

/** A whole conversation as the API tells it. */
export type Detail = { readonly summary: Summary; readonly messages: readonly StoredMessage[] };

export type StoredDraft = {
  readonly ticketId: string;
  readonly text: string;
  readonly encrypted: boolean;
  readonly savedAt: number;
  /** the newest message that its writer had seen; null: not known */
  readonly seenUpTo: string | null;
};

/** The user's own marks on a ticket; nobody can give them back, so they are kept with the drafts. */
export type StoredMark = {
  readonly ticketId: string;
  readonly pinned: boolean;
  readonly muted: boolean;
  readonly hidden: boolean;
  readonly snooze: Snooze | null;
};

export type Snooze = {
  readonly until: number | 'reply';
  /** whether the conversation was known then, and its latest staff message: another one ends the snooze */
  readonly fetched: boolean;
  readonly lastStaffId: string | null;
};

/** What waiting times are made of: one message of a customer's or of staff, without its text. */
export type SpokenRow = {
  readonly ticketKey: number;
  readonly departmentSlug: string;
  readonly createdAt: number | null;
  readonly position: number;
  readonly sender: Sender;
  readonly sentAt: number | null;
};

/** What was known of the thread just before a reply went out; without it a lost answer cannot be told apart. */
export type Baseline = {
  /** ids of all own messages then */
  readonly ownIds: readonly string[];
  readonly lastMessageId: string | null;
  /** how many own messages had the same normalised text */
  readonly sameText: number;
};

export type NewTicket = {
  readonly departmentSlug: string;
  readonly subject: string;
  readonly message: string;
  readonly priority: Priority;
  readonly ccEmails: readonly string[];
  readonly criticalReason: string | null;
  readonly service: { readonly serviceType: LinkableType; readonly serviceId: string } | null;
};

export type StoredOutgoing = {
  readonly id: string;
  /** a new ticket instead of a reply; `ticketId` is then `new:<id>` until HostUp has stored it */
  readonly create: NewTicket | null;
  readonly ticketId: string;
  readonly text: string;
  readonly encrypted: boolean;
  /** reopen the closed ticket first */
  readonly reopen: boolean;
  readonly state: OutgoingState;
  /** POSTs opened */
  readonly attempts: number;
  /** how often a person pressed "Send again" */
  readonly presses: number;
  readonly queuedAt: number;
  /** commit time of the latest `sending` mark */
  readonly markedAt: number | null;
  /** server clock minus ours at that time, milliseconds */
  readonly skew: number;
  readonly nextAttemptAt: number | null;
  readonly baseline: Baseline | null;
  /** complete reads of the thread since the mark */
  readonly reads: number;
  readonly reason: Failure | null;
  readonly messageId: string | null;
  readonly confirmedAt: number | null;
};

export type LedgerOutcome = 'shown' | 'clicked' | 'replied' | 'withdrawn' | 'not-shown';
export type LedgerEntry = {
  readonly messageId: string;
  readonly ticketId: string;
  readonly outcome: LedgerOutcome;
  /** why not shown: 'in-front', 'muted', 'answered', 'quiet-hours', 'unsupported', 'failed' … */
  readonly why: string | null;
  /** the notification that carried it */
  readonly noticeId: string | null;
  readonly at: number;
};

export type LedgerLine = LedgerEntry & Pick<StoredTicket, 'number' | 'subject'>;

/** What became of each message that was to be told; part of the cache. */
export type Ledger = {
  ledgerOf(messageId: string): LedgerEntry | null;
  putLedger(entry: LedgerEntry): void;
  /** entries of one notification, or of one ticket still 'shown' */
  ledgerByNotice(noticeId: string): LedgerEntry[];
  ledgerShown(ticketId: string): LedgerEntry[];
  /** the latest first, with what their tickets are called */
  ledgerLatest(limit: number): LedgerLine[];
  setLedgerOutcome(messageIds: readonly string[], outcome: LedgerOutcome, at: number): void;
};

export type StoredDepartment = {
  readonly slug: string;
  readonly name: string;
  readonly description: string | null;
};

/** What a search looks for, without a trace of how it was typed. */
export type Term = {
  /** one word or a phrase; may hold any character */
  readonly text: string;
  /** its last word may go on */
  readonly prefix: boolean;
};

export type TextSearch = {
  /** every one must be found: anywhere, or in messages of `senders` if there are any */
  readonly terms: readonly Term[];
  readonly senders: readonly Sender[];
  /** every one must be found in the name of somebody who asked or wrote */
  readonly people: readonly Term[];
  /** every one must be found in a linked service */
  readonly services: readonly Term[];
  /** none may be found anywhere */
  readonly without: readonly Term[];
  /** a ticket with this number is the best match; '' for none */
  readonly number: string;
};

export type Condition = {
  readonly is: 'open' | 'closed' | 'unread' | 'encrypted' | 'gone';
  readonly not: boolean;
};

/** A fault of a database, thrown by the stores; whoever asks one account turns it into a failure of that account. */
export class StoreError extends Error {
  readonly code: Extract<Code, 'store_full' | 'store_broken' | 'store_newer' | 'store_read_only'>;
  constructor(code: StoreError['code'], cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}
