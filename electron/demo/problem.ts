// Every refusal: RFC 7807 problem documents for v2, `{error, message, code, …}` for the older call.
import { type Call, json } from './call.ts';
import type { DemoResponse } from './types.ts';

export interface FieldError {
  pointer: string;
  detail: string;
  code: string;
}

interface ProblemExtra {
  errors?: FieldError[];
  extensions?: Record<string, unknown>;
  headers?: Record<string, string>;
}

// Titles and details of 400, 401, 403, 404 and 429 are those of the pages. The pages name no code for 405, 409,
// 413, 415 and 416: the codes below are the stand-in's own, and clients must not depend on them.
const kinds = {
  invalid_request: [400, 'Invalid request', 'The request body failed validation.'],
  unauthorized: [401, 'Unauthorized', 'Authentication is required.'],
  forbidden: [403, 'Forbidden', 'The caller lacks a required scope or does not own the resource.'],
  not_found: [404, 'Not found', 'The requested resource could not be found.'],
  method_not_allowed: [405, 'Method not allowed', 'This method is not available for the resource.'],
  ticket_closed: [409, 'Conflict', 'The ticket is closed. Reopen it before replying.'],
  payload_too_large: [413, 'Payload too large', 'The request body is too large.'],
  unsupported_media_type: [415, 'Unsupported media type', 'The request body has an unsupported type.'],
  range_not_satisfiable: [416, 'Range not satisfiable', 'The requested range lies outside of the file.'],
  rate_limit_exceeded: [429, 'Too many requests', 'Too many requests. Retry after the limit resets.'],
} as const;

type ProblemCode = keyof typeof kinds;

/** Answers a refusal in the shape that the call's path speaks. */
export function problem(call: Call, code: ProblemCode, extra: ProblemExtra = {}): DemoResponse {
  const isOlder = call.path.startsWith('/api/support/');
  return isOlder ? olderError(call, code, extra) : problemDocument(call, code, extra);
}

function problemDocument(call: Call, code: ProblemCode, extra: ProblemExtra): DemoResponse {
  const [status, title, detail] = kinds[code];
  const { errors, extensions, headers } = extra;
  const document = {
    type: `https://developer.hostup.se/errors/${code}`,
    title,
    status,
    detail,
    code,
    instance: call.path,
    requestId: call.requestId,
    timestamp: new Date(call.service.world.now()).toISOString(),
    ...(errors ? { errors } : {}),
    ...(extensions ? { extensions } : {}),
  };
  return json(status, document, { 'content-type': 'application/problem+json; charset=utf-8', ...headers });
}

// The page lists `{error, message, code, timestamp, requestId}`, and `{error, message, retryAfter, requestId}` for 429
// alone. It names no values of `code`; these are upper case so that nobody takes them for those of v2.
function olderError(call: Call, code: ProblemCode, extra: ProblemExtra): DemoResponse {
  const [status, error, message] = kinds[code];
  const { requestId } = call;
  const retryAfter = extra.headers?.['retry-after'];
  const timestamp = new Date(call.service.world.now()).toISOString();
  const body =
    retryAfter === undefined
      ? { error, message, code: code.toUpperCase(), timestamp, requestId }
      : { error, message, retryAfter, requestId };
  return json(status, body, extra.headers);
}
