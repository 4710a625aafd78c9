// The one table from an answer's status to our code, and to what a POST with that answer may have done.
import type { Code } from '../../contract/codes.ts';
import type { Applied } from './result.ts';

// A refusal of these is an answer of the program that read the request (replies: "certainly refused").
const refusals: ReadonlySet<number> = new Set([400, 403, 404, 409, 413, 415, 422]);

/** For an answer with this status that is no success. Redirects, time-outs and 5xx prove nothing. */
export function appliedBy(status: number): Applied {
  if (status === 401 || status === 429) return 'no';
  return refusals.has(status) ? 'refused' : 'maybe';
}

const codes: Readonly<Record<number, Code>> = {
  400: 'invalid_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  408: 'timeout',
  409: 'conflict',
  413: 'too_large',
  422: 'invalid_request',
  429: 'rate_limited',
};

/** The API's pages name no status and no code for a reply to a closed ticket, so any refusal may carry it. */
const closed = /(^|[^a-z])closed([^a-z]|$)/;

/** `status` outside 200–299; `problemCode` is the problem document's, lower case. */
export function codeOf(status: number, problemCode: string | null): Code {
  if (refusals.has(status) && problemCode !== null && closed.test(problemCode)) return 'ticket_closed';
  if (status >= 500 && status <= 599) return 'server_error';
  if (status >= 400 && status <= 499) return codes[status] ?? 'refused';
  return 'bad_answer';
}
