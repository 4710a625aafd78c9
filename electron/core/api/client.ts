// The API client: one method per call of the provider's pages, each answering a value of ours or a failure with what
// may be believed about it. It keeps nothing, waits for nothing and repeats nothing.
import * as v from 'valibot';
import { failure } from '../../contract/codes.ts';
import type { Status } from '../../contract/model.ts';
import type { HttpRequest } from '../ports.ts';
import type { Detail, NewTicket, StoredDepartment, Summary } from '../records.ts';
import { readAs } from './answers.ts';
import { createDownload, type Download } from './download.ts';
import { createSend, type ExchangeOptions, type KeyIn, type Kind } from './exchange.ts';
import { OlderAnswerSchema } from './older.ts';
import { paths, withQuery } from './paths.ts';
import { type ApiResult, notAsked } from './result.ts';
import { type ApiMessage, DepartmentsSchema, MessageSchema, PageSchema, TicketSchema } from './schemas.ts';
import { toDetail, toSummary } from './to-records.ts';

const largestAnswer = 8 * 1024 * 1024;
const readMs = 30_000;
const writeMs = 60_000;

export type ListInput = {
  /** 1–100 */
  readonly limit?: number;
  /** opaque, from the page before */
  readonly cursor?: string;
  readonly status?: Exclude<Status, 'unknown'>;
  readonly departmentSlug?: string;
};
export type TicketPage = {
  readonly tickets: readonly Summary[];
  readonly hasMore: boolean;
  readonly nextCursor: string | null;
};

export type Api = {
  /** Scope read:support. One wrong ticket makes the whole page `bad_answer`. */
  listTickets(input: ListInput, kind?: Kind): Promise<ApiResult<TicketPage>>;
  /** Scope read:support. Takes an id or a ticket number. */
  getTicket(id: string, kind?: Kind): Promise<ApiResult<Detail>>;
  /** Scope write:support. */
  createTicket(ticket: NewTicket): Promise<ApiResult<Detail>>;
  /**
   * Whether the key has write:support, asked with a ticket that has none of its required fields: the API answers 400
   * with the scope and 403 without it (page "Create support ticket").
   */
  mayWrite(): Promise<ApiResult<unknown>>;
  /** Scope write:support. There is no idempotency key: see `applied` before sending anything twice. */
  reply(
    ticketId: string,
    reply: { readonly message: string; readonly encrypted: boolean },
  ): Promise<ApiResult<ApiMessage>>;
  /** Scope write:support. Answers the refreshed ticket. */
  close(id: string): Promise<ApiResult<Detail>>;
  /** Scope write:support. Answers the refreshed ticket. */
  reopen(id: string): Promise<ApiResult<Detail>>;
  /** Scope read:account, which many keys lack (`forbidden`). */
  departments(): Promise<ApiResult<readonly StoredDepartment[]>>;
  /** Scope read:support. */
  download: Download;
  /** The older call, by number alone; the Detail's id is that number. */
  legacyTicket(number: string): Promise<ApiResult<Detail>>;
};

/** The client of one key; every exchange goes through the gate of `options`. */
export function createApi(options: ExchangeOptions): Api {
  const send = createSend(options);

  async function get<T>(path: string | null, kind: Kind, schema: v.GenericSchema<unknown, T>, keyIn?: KeyIn) {
    if (path === null) return notAsked(failure('not_found'));
    const request = {
      method: 'GET',
      path,
      body: null,
      timeoutMs: readMs,
      maxBytes: largestAnswer,
      fresh: false,
    } as const;
    return readAs(await send({ kind, request, ...(keyIn ? { keyIn } : {}) }), schema);
  }

  async function post<T>(
    path: string | null,
    kind: Kind,
    body: HttpRequest['body'],
    schema: v.GenericSchema<unknown, T>,
  ) {
    if (path === null) return notAsked(failure('not_found'));
    const request = {
      method: 'POST',
      path,
      body,
      timeoutMs: writeMs,
      maxBytes: largestAnswer,
      fresh: true,
    } as const;
    return readAs(await send({ kind, request }), schema);
  }

  return {
    listTickets: ({ limit, cursor, status, departmentSlug }, kind = 'poll') => {
      const query = { limit: limit?.toString(), cursor, status, departmentSlug };
      return get(withQuery(paths.tickets, query), kind, TicketPageSchema);
    },
    getTicket: (id, kind = 'detail') => get(paths.ticket(id), kind, DetailSchema),
    createTicket: (ticket) => post(paths.tickets, 'reply', newTicketBody(ticket), DetailSchema),
    mayWrite: () => post(paths.tickets, 'other', '{}', v.unknown()),
    reply: (ticketId, { message, encrypted }) =>
      post(paths.messages(ticketId), 'reply', JSON.stringify({ message, encrypted }), MessageSchema),
    close: (id) => post(paths.close(id), 'reply', null, DetailSchema),
    reopen: (id) => post(paths.reopen(id), 'reply', null, DetailSchema),
    departments: () => get(paths.departments, 'other', DepartmentsSchema),
    download: createDownload(options.http, send),
    legacyTicket: (number) => get(paths.olderTicket(number), 'detail', OlderAnswerSchema, 'x-api-key'),
  };
}

const DetailSchema = v.pipe(TicketSchema, v.transform(toDetail));
const TicketPageSchema = v.pipe(
  PageSchema,
  v.transform((page): TicketPage => ({ ...page, tickets: page.tickets.map(toSummary) })),
);

/** Page "Create support ticket": optional fields are left out rather than sent empty. */
function newTicketBody(ticket: NewTicket): string {
  const { departmentSlug, subject, message, priority, ccEmails, criticalReason, service } = ticket;
  return JSON.stringify({
    departmentSlug,
    subject,
    message,
    ...(priority === 'unknown' ? {} : { priority }),
    ...(ccEmails.length === 0 ? {} : { ccEmails }),
    ...(service === null ? {} : { context: service }),
    ...(criticalReason === null ? {} : { criticalReason }),
  });
}
