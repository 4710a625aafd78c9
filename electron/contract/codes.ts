// The closed set of error codes. Decided once, at the edge that knows; the user's words for each code
// are a Record<Code, …> per language in renderer/text.
import * as v from 'valibot';

export const codes = [
  // reaching HostUp
  'offline', // nothing left this machine: no network, name not found, refused, TLS or proxy failure
  'timeout', // the request left, no answer came in time
  'connection_lost', // the request left, the connection broke before the answer was complete
  'bad_answer', // HTML, cut off, wrong JSON, wrong shape, redirect
  'server_error', // 5xx
  'rate_limited', // 429, or our own pause because of one
  'paused', // the server asked for an absurdly long pause; visible, with an end
  // being allowed
  'unauthorized', // 401: the key is wrong, revoked or expired
  'forbidden', // 403: scope missing or not the owner
  'read_only_key', // the key lacks write:support
  'no_key', // not signed in
  'other_customer', // the key does not lead to what the account holds
  'key_in_use', // another account is used with this key, or is of the same customer (then it is named)
  'name_in_use', // another account is called so
  // what was asked for
  'not_found', // 404
  'invalid_request', // 400 or 422, with fields
  'conflict', // 409 that is not a closed ticket
  'ticket_closed', // a reply to a closed ticket
  'too_large', // 413, or over a limit of ours
  'refused', // any other 4xx
  // this machine
  'keychain_locked',
  'keychain_missing',
  'store_full', // no space left
  'store_broken', // not a database, or damaged beyond use
  'store_newer', // written by a newer version of this program
  'store_read_only',
  'file_not_saved', // the folder that the user chose does not take the file
  // calls between page and program
  'bad_call', // unknown name or wrong shape
  'foreign_sender', // not our page
  'disconnected', // the program behind the page is gone (preview)
  'started_anew', // it was started again since, and does not know this browser yet (preview)
  'blocked_link', // an address that the link gate does not let through
  'internal', // a bug of ours; logged with its cause
] as const;

export type Code = (typeof codes)[number];
export const CodeSchema = v.picklist(codes);

/** A field that the API or we refused: JSON pointer (`/subject`), sentence, code; '' where the API names none. */
export const FieldErrorSchema = v.object({ pointer: v.string(), detail: v.string(), code: v.string() });
export type FieldError = v.InferOutput<typeof FieldErrorSchema>;

/** An expected failure as it crosses IPC. `requestId` is the API's, for the customer to quote. */
export const FailureSchema = v.object({
  ok: v.literal(false),
  code: CodeSchema,
  status: v.optional(v.number()),
  requestId: v.optional(v.string()),
  /** epoch ms when trying again makes sense */
  retryAt: v.optional(v.number()),
  /** the account that stands in the way */
  accountId: v.optional(v.string()),
  /** what HostUp says is wrong, in its words, where ours cannot know */
  detail: v.optional(v.string()),
  fields: v.optional(v.array(FieldErrorSchema)),
});
export type Failure = v.InferOutput<typeof FailureSchema>;
export type Result<T> = { readonly ok: true; readonly value: T } | Failure;

/** A call that did what it should. */
export const success = <T>(value: T): Result<T> => ({ ok: true, value });
/** An expected failure; `more` for what the user can do with it. */
export const failure = (code: Code, more: Omit<Failure, 'ok' | 'code'> = {}): Failure => ({
  ok: false,
  code,
  ...more,
});
