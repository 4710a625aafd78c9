// GET /api/v2/support/tickets (pages "List support tickets").
import { type Call, json } from '../call.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { departmentName } from '../data/departments.ts';
import { wrong } from '../fields.ts';
import type { Filter, Place } from '../listing.ts';
import { type FieldError, problem } from '../problem.ts';
import type { DemoResponse } from '../types.ts';
import { toSummary } from '../wire.ts';

// The pages name no page size for a request without `limit`.
const defaultLimit = 25;
const filterStatuses = ['open', 'answered', 'customer_reply', 'in_progress', 'on_hold', 'closed'];

/** One page, or 400 for a filter or cursor that is wrong. */
export function list(call: Call): DemoResponse {
  const errors: FieldError[] = [];
  const limit = readLimit(call.query.get('limit'), errors);
  const filter = readFilter(call.query, errors);
  const after = readCursor(call.query.get('cursor'), filter, errors);
  if (errors.length > 0) return problem(call, 'invalid_request', { errors });

  const { listing } = call.service;
  const rows = listing.page(filter, after, limit + 1);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return json(200, {
    data: shown.map(toSummary),
    hasMore: last !== undefined,
    nextCursor: last ? encodeCursor(listing.placeOf(last), filter) : null,
  });
}

function readLimit(text: string | null, errors: FieldError[]): number {
  if (text === null) return defaultLimit;
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > 100) errors.push(wrong('/limit', '`limit` must be an integer from 1 to 100.'));
  return limit;
}

function readFilter(query: URLSearchParams, errors: FieldError[]): Filter {
  const status = query.get('status');
  if (status !== null && !filterStatuses.includes(status)) {
    errors.push(wrong('/status', `\`status\` must be one of ${filterStatuses.join(', ')}.`));
  }
  const departmentSlug = query.get('departmentSlug');
  if (departmentSlug !== null && departmentName(departmentSlug) === null) {
    errors.push(wrong('/departmentSlug', '`departmentSlug` is not a known department.'));
  }
  return { status, departmentSlug };
}

function readCursor(cursor: string | null, filter: Filter, errors: FieldError[]): Place | null {
  if (cursor === null) return null;
  const place = decodeCursor(cursor, filter);
  if (!place) errors.push(wrong('/cursor', '`cursor` was not given out for this list.'));
  return place;
}
