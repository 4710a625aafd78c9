// The API's refusals: RFC 7807 documents of v2 and `{error, message, code, …}` of the older call. Never throws:
// whatever cannot be read is left out, because the status alone already decides.
import * as v from 'valibot';
import { type FieldError, FieldErrorSchema } from '../../contract/codes.ts';
import { cleanRequestId, parseRetryAfter } from './headers.ts';

export type Problem = {
  /** lower case */
  readonly code: string | null;
  readonly requestId: string | undefined;
  readonly fields: readonly FieldError[];
  /** of the older call's 429, which carries it in the body */
  readonly retryAfterMs: number | null;
};

const mostFields = 50;
const ProblemSchema = v.object({
  code: v.optional(v.unknown()),
  requestId: v.optional(v.unknown()),
  errors: v.optional(v.unknown()),
  retryAfter: v.optional(v.unknown()),
});

/** @param now our clock, for a `retryAfter` that is a date */
export function readProblem(text: string, now: number): Problem {
  const read = v.safeParse(ProblemSchema, parseJson(text));
  const { code, requestId, errors, retryAfter } = read.success ? read.output : {};
  return {
    code: typeof code === 'string' && code.length <= 100 ? code.toLowerCase() : null,
    requestId: cleanRequestId(requestId),
    fields: Array.isArray(errors) ? errors.slice(0, mostFields).flatMap(readField) : [],
    retryAfterMs: parseRetryAfter(
      typeof retryAfter === 'string' || typeof retryAfter === 'number' ? String(retryAfter) : undefined,
      now,
    ),
  };
}

function readField(error: unknown): FieldError[] {
  const read = v.safeParse(FieldErrorSchema, error);
  return read.success ? [read.output] : [];
}

/** The parsed text, or undefined where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
