// What the core needs of the world. Implementations are passed in; the core imports none of them.
import type { AccountColour } from '../contract/account.ts';
import type { Code, Result } from '../contract/codes.ts';
import type { Counts, Priority, Sender, Status } from '../contract/model.ts';
import type { SeenService } from '../contract/services.ts';
import type { Settings } from '../contract/settings.ts';
import type { Sort } from '../contract/values.ts';
import type { Files } from './files-port.ts';
import type {
  Condition,
  Ledger,
  SpokenRow,
  StoredDepartment,
  StoredDraft,
  StoredMark,
  StoredMessage,
  StoredOutgoing,
  StoredTicket,
  TextSearch,
} from './records.ts';
import type { Secret } from './secret.ts';

export type Clock = {
  /** wall clock, epoch milliseconds */
  now(): number;
  /** runs `task` once after `ms`; answers the way to cancel it */
  after(ms: number, task: () => void): () => void;
};

export type HttpRequest = {
  readonly method: 'GET' | 'POST';
  /** path and query, relative to the base address, starting with one slash */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text, or nothing */
  readonly body: string | null;
  /** hard limit for the whole exchange */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** use a connection of its own, never a kept-alive one */
  readonly fresh: boolean;
  /** told at once how to break it off at any moment; the outcome is then `connection_lost` */
  readonly onStart?: (breakOff: () => void) => void;
};
export type HttpAnswer = {
  readonly ok: true;
  readonly status: number;
  /** lower-case names */
  readonly headers: Readonly<Record<string, string>>;
  /** '' also where it cannot be read (coded, cut off, too large) and the status, outside 200–299, says what counts */
  readonly text: string;
};
/** `reached` 'no': the request certainly never got to the server's program; 'maybe': nobody knows. */
export type HttpFailure = {
  readonly ok: false;
  readonly reached: 'no' | 'maybe';
  readonly code: Extract<Code, 'offline' | 'timeout' | 'connection_lost' | 'bad_answer' | 'too_large'>;
};
export type Http = {
  /** Never throws, never follows a redirect (a 3xx is an answer), never retries. */
  request(request: HttpRequest): Promise<HttpAnswer | HttpFailure>;
  /**
   * Like request, but hands a 200/206 body on in pieces (each with the answer's head, because 200 to a range request
   * is the whole file); `text` is then empty. Other answers carry their text. What `piece` throws comes out here.
   */
  download(
    request: HttpRequest,
    piece: (bytes: Uint8Array, head: Pick<HttpAnswer, 'status' | 'headers'>) => void | Promise<void>,
  ): Promise<HttpAnswer | HttpFailure>;
  close(): Promise<void>;
};

/** 'none' with a marker "was saved" means locked; the core decides that, the keychain cannot tell. */
export type KeychainRead =
  | { readonly state: 'found'; readonly secret: Secret }
  | { readonly state: 'none' }
  | { readonly state: 'locked' }
  | { readonly state: 'unavailable' };
export type Keychain = {
  read(entry: string): Promise<KeychainRead>;
  /** writes, reads back, and only then says ok; codes keychain_locked, keychain_missing */
  write(entry: string, secret: Secret): Promise<Result<null>>;
  remove(entry: string): Promise<Result<null>>;
};

/** Kept in a plain file, so nothing secret. */
export type StoredAccount = {
  /** without a slash: the ids of its tickets begin with it */
  readonly id: string;
  /** the keychain was given a key */
  readonly keySaved: boolean;
  readonly name: string;
  readonly colour: AccountColour;
};
/** The accounts are in the user's order. */
export type StoredSettings = Settings & { readonly accounts: readonly StoredAccount[] };
export type SettingsFile = {
  get(): StoredSettings;
  set(patch: Partial<StoredSettings>): void;
};

/** A window into the ticket list. Several values of one filter widen, several filters narrow. */
export type ListQuery = {
  readonly view: 'needs-you' | 'waiting' | 'open' | 'closed' | 'all';
  readonly departments?: readonly string[];
  readonly statuses?: readonly Status[];
  readonly priorities?: readonly Priority[];
  /** exact names of linked services */
  readonly services?: readonly string[];
  /** words to find; best match first unless a sort is named */
  readonly search?: TextSearch;
  readonly conditions?: readonly Condition[];
  /** has a message of one of these */
  readonly senders?: readonly Sender[];
  /** last activity, epoch ms: `after` is included, `before` is not */
  readonly before?: number;
  readonly after?: number;
  readonly sort?: Sort;
  /** `ids` narrows to, `notIds` leaves out; `alsoIds` widens needs-you by tickets known from the outbox */
  readonly ids?: readonly string[];
  readonly notIds?: readonly string[];
  readonly alsoIds?: readonly string[];
  /** on top, in the same order among themselves; not where the best match comes first */
  readonly firstIds?: readonly string[];
  readonly offset: number;
  readonly limit: number;
};

/** Tickets that the user has put away: hidden ones count nowhere else, snoozed ones not as needing or waiting. */
export type PutAway = { readonly hidden: readonly string[]; readonly snoozed: readonly string[] };

/** cache.db: everything that can be fetched again. Methods throw StoreError. */
export type CacheStore = Ledger & {
  transaction<T>(work: () => T): T;
  ticket(id: string): StoredTicket | null;
  ticketByNumber(number: string): StoredTicket | null;
  /** inserts or replaces, and keeps the search index in step (subject, number, names, services) */
  putTicket(ticket: StoredTicket): void;
  /** newest `limit` messages, of those before that one if it is given, in conversation order (oldest first) */
  messages(ticketId: string, limit: number, before?: string): StoredMessage[];
  countMessages(ticketId: string): number;
  message(id: string): StoredMessage | null;
  /** ids of what the customer wrote in the ticket after this place, in conversation order */
  customersAfter(ticketId: string, position: number): string[];
  /** inserts or replaces; text of encrypted messages never enters the search index */
  putMessages(messages: readonly StoredMessage[]): void;
  removeMessages(ids: readonly string[]): void;
  /** clears `unread` on messages of the ticket up to that message (null: all); answers the ids cleared */
  markRead(ticketId: string, upTo: string | null): string[];
  /** false: forgets the text of every encrypted message; true: has those conversations fetched again */
  keepEncrypted(keep: boolean): void;
  list(query: ListQuery): { readonly total: number; readonly tickets: StoredTicket[] };
  /** the window's rows by what they are sorted by, each part ascending, to merge lists by; `at` reads their tickets */
  places(query: ListQuery): { readonly ref: number; readonly key: readonly number[] }[];
  at(refs: readonly number[]): StoredTicket[];
  counts(
    alsoNeedsYou: readonly string[],
    away?: PutAway,
  ): Omit<Counts, 'unsent' | 'drafts' | 'conversations' | 'unfetched' | 'accounts'>;
  /** what was said, ticket by ticket, in order: up to `limit` rows after that one (null: the first); fewer: the end */
  spoken(after: SpokenRow | null, limit: number): SpokenRow[];
  /** tickets whose conversation is not what the list describes, latest activity first; gone ones excluded */
  stale(limit: number): StoredTicket[];
  countStale(): number;
  /** tickets that a search would miss: their conversation was never fetched, or its words are not indexed yet */
  countUnfetched(): number;
  /** tickets not marked gone */
  countPresent(): number;
  /** ids of tickets not marked gone and not among these */
  absentFrom(ids: readonly string[]): string[];
  markGone(ids: readonly string[], at: number): void;
  meta(key: string): string | null;
  setMeta(key: string, value: string | null): void;
  departments(): StoredDepartment[];
  putDepartments(departments: readonly StoredDepartment[]): void;
  /** departments seen on tickets, for keys that may not list them */
  departmentsSeen(): StoredDepartment[];
  /** linked services of these types with the number of their tickets, the one of most tickets first */
  servicesSeen(types: readonly string[], limit: number): SeenService[];
  /** unread staff messages without a ledger entry, oldest first: what is still to be announced */
  unannounced(limit: number): StoredMessage[];
  /** unread staff messages that the quiet hours kept from the user, oldest first */
  heldBack(limit: number): StoredMessage[];
  /** whether a search would miss what is kept here: much text at once gets into its index bit by bit */
  searchIsBehind(): boolean;
  /** a few milliseconds' worth of what the index of the search lacks */
  catchUpSearch(): void;
  close(): void;
};

/** outbox.db: drafts, marks and outgoing replies; every write is on disk when the method returns. Methods throw StoreError. */
export type OutboxStore = {
  transaction<T>(work: () => T): T;
  draft(ticketId: string): StoredDraft | null;
  drafts(): StoredDraft[];
  putDraft(draft: StoredDraft): void;
  removeDraft(ticketId: string): void;
  mark(ticketId: string): StoredMark | null;
  marks(): StoredMark[];
  /** one that marks nothing is removed */
  putMark(mark: StoredMark): void;
  get(id: string): StoredOutgoing | null;
  put(row: StoredOutgoing): void;
  /** rows of a ticket, in the order in which they were first put, whatever the clock said */
  ofTicket(ticketId: string): StoredOutgoing[];
  /** every row whose end is open (not sent, not discarded), in the same order */
  open(): StoredOutgoing[];
  /** server message ids that a row of this ticket has claimed */
  claimed(ticketId: string): string[];
  /** Forgets rows that ended before this time, and what encrypted ones still hold that were sent before that one. */
  prune(endedBefore: number, sentBefore: number): void;
  /** what must outlive a cache that is replaced */
  meta(key: string): string | null;
  setMeta(key: string, value: string | null): void;
  close(): void;
};

export type Stores = {
  readonly cache: CacheStore;
  readonly outbox: OutboxStore;
  /** what had to be mended on opening (store_broken: the cache was replaced), to be said once */
  readonly warnings: readonly Code[];
};
export type OpenStores = {
  /** key null: nothing is written to disk, both live in memory */
  open(accountId: string, key: Secret | null): Result<Stores>;
  /** whether files of the account are on disk, which only their own key opens */
  exists(accountId: string): boolean;
  /** deletes every file of the account */
  wipe(accountId: string): void;
};

export type Announcement = {
  readonly id: string;
  /** null: none's in particular */
  readonly accountId: string | null;
  readonly ticketId: string | null;
  readonly title: string;
  readonly text: string;
};
export type Notifier = {
  /** resolves when the system took or refused it */
  show(announcement: Announcement): Promise<'shown' | 'unsupported' | 'failed'>;
  withdraw(id: string): void;
  /** for desktops without notifications and the preview: what a page should show instead */
  inPage(): readonly (Announcement & { readonly at: number })[];
};

/** Windows, as far as a command may ask for them. `from` is the asking page. */
export type Desktop = {
  openMain(ticketId: string | null): void;
  openQuick(ticketId: string | null): void;
  /** the ticket a quick-reply window was opened for */
  quickTicket(from: string): string | null;
  closeWindow(from: string): void;
  /** the system's clipboard; null: only the page has one */
  readonly clipboard: { read(): string | Promise<string>; write(text: string): void | Promise<void> } | null;
  /** hands an address to the browser through the one gate; false: not let through */
  openExternal(href: string): Promise<boolean>;
  /** a ticket as PDF. Left out: the page itself must print */
  print?(ticketId: string): Promise<Result<Uint8Array>>;
  /** the page to be printed has everything on it; else why it never will */
  printReady?(from: string, problem: Code | null): void;
};

export type Log = {
  info(event: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void;
  warn(event: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void;
  error(event: string, cause: unknown): void;
};

export type Ports = {
  readonly clock: Clock;
  /** 0 ≤ x < 1 */
  readonly random: () => number;
  readonly newId: () => string;
  /** 256 random bits as 64 hex digits */
  readonly newDatabaseKey: () => Secret;
  /** short, one-way and safe to show: the same key gives the same text */
  readonly fingerprint: (secret: Secret) => string;
  readonly http: Http;
  /** the in-process stand-in for "Try the demo", and the key it takes */
  readonly demo: () => { readonly http: Http; readonly key: Secret };
  readonly keychain: Keychain;
  readonly settings: SettingsFile;
  readonly stores: OpenStores;
  readonly notifier: Notifier;
  readonly desktop: Desktop;
  readonly files: Files;
  readonly log: Log;
  /** from the environment; never stored */
  readonly keyForThisRun: Secret | null;
  readonly startInDemo: boolean;
  /** HOSTUP_POLL_SECONDS in milliseconds, or null for the adaptive interval */
  readonly fixedPollMs: number | null;
  readonly version: string;
  readonly platform: string;
  /** the system's language, for texts made outside the page (notifications) */
  readonly systemLanguage: string;
};
