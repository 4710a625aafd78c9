// The shapes the provider's pages describe, read by themselves for the stand-in, and the stand-in's own options.

export type DemoScope = 'read:support' | 'write:support' | 'read:account';
export type DemoStatus =
  | 'open'
  | 'answered'
  | 'customer_reply'
  | 'in_progress'
  | 'on_hold'
  | 'closed'
  | 'unknown';
export type DemoPriority = 'low' | 'medium' | 'high' | 'urgent' | 'critical';
export type DemoSender = 'customer' | 'staff' | 'automation';
export type DemoLanguage = 'sv' | 'en';

/**
 * The list promises no order, so the stand-in offers several. `recent`: last changed first. `oldest`: last changed
 * last. `number`: highest ticket number first. `shuffled`: a fixed random order that changes never move.
 */
export type DemoOrder = 'recent' | 'oldest' | 'number' | 'shuffled';

/** How the body of an encrypted message comes back: as written, as asterisks, or as null. */
export type DemoMask = 'plain' | 'masked' | 'null';

export interface DemoLinkedService {
  serviceType: string;
  serviceId: string | null;
  serviceName: string | null;
  details: Record<string, unknown> | null;
}

export interface DemoAttachment {
  id: string;
  filename: string | null;
  extension: string | null;
  mimeType: string | null;
  downloadUrl: string;
}

export interface DemoMessage {
  id: string;
  ticketId: string;
  sentAt: string | null;
  body: string | null;
  sender: DemoSender;
  senderName: string | null;
  encrypted: boolean;
  attachments: DemoAttachment[];
}

export interface DemoTicketSummary {
  id: string;
  number: string;
  subject: string | null;
  status: DemoStatus;
  priority: DemoPriority;
  departmentSlug: string;
  departmentName: string | null;
  createdAt: string | null;
  updatedAt: string | null;
  lastMessageAt: string | null;
  ccEmails: string[];
  requesterName: string | null;
  messageCount: number;
  linkedServices: DemoLinkedService[];
}

export interface DemoTicket extends DemoTicketSummary {
  body: string | null;
  attachments: DemoAttachment[];
  messages: DemoMessage[];
}

export interface DemoRequest {
  method: string;
  /** Path with query, e.g. `/api/v2/support/tickets?limit=10`. */
  path: string;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: Uint8Array | null;
}

export interface DemoResponse {
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: Uint8Array;
}

export interface DemoRateLimit {
  requests: number;
  perMs: number;
}

/** A reply that the API really applied; what a test compares with what the client believes it sent. */
export interface AppliedReply {
  id: string;
  ticketId: string;
  message: string;
  encrypted: boolean;
  /** Epoch milliseconds. */
  at: number;
}

export interface DemoApiOptions {
  /** Epoch milliseconds. */
  now: () => number;
  /** From 0 (included) to 1 (not included). */
  random: () => number;
  /** Left out: the hand-written account. A number: that many generated tickets (0 is an empty account). */
  tickets?: number | undefined;
  order?: DemoOrder | undefined;
  /** Keys and their scopes; left out: `DEMO_KEY` with every scope. */
  keys?: Record<string, readonly DemoScope[]> | undefined;
  /** How long staff takes to answer a customer; null: staff never answers by itself. Default 20 s. */
  staffReplyAfterMs?: number | null | undefined;
  /** When the first waiting ticket gets its answer; default 15 s, or never where staff never answers. */
  firstReplyAfterMs?: number | null | undefined;
  /** Whether a reply draws an automatic confirmation. Default `sometimes` (one in four, by `random`). */
  automation?: 'always' | 'sometimes' | 'never' | undefined;
  maskEncrypted?: DemoMask | undefined;
  /** Per key, in fixed windows. Null: no limit and no X-RateLimit headers. Default 60,000 a minute. */
  rateLimit?: DemoRateLimit | null | undefined;
  /** False: an installation where every v2 route is unknown (404) and only the older call answers. */
  v2?: boolean | undefined;
  /** Times of the older call: ISO 8601, or `2026-04-27 11:45:00` (UTC). The pages say only "string". */
  oldTimes?: 'iso' | 'sql' | undefined;
}

export interface DemoReplyOptions {
  encrypted?: boolean | undefined;
  senderName?: string | null | undefined;
  /** Epoch milliseconds; default now. */
  at?: number | undefined;
}

export interface DemoNewTicket {
  subject?: string | null | undefined;
  body?: string | null | undefined;
  status?: DemoStatus | undefined;
  priority?: DemoPriority | undefined;
  departmentSlug?: string | undefined;
  ccEmails?: string[] | undefined;
  requesterName?: string | null | undefined;
  linkedServices?: DemoLinkedService[] | undefined;
  language?: DemoLanguage | undefined;
  /** Epoch milliseconds; default now. */
  createdAt?: number | undefined;
}
