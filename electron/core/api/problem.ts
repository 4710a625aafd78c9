// The API's refusals: RFC 7807 documents of v2 and `{error, message, code, …}` of the older call. Never throws:
// whatever cannot be read is left out, because the status alone already decides.
import * as v from 'valibot';
import type { FieldError } from '../../contract/codes.ts';
import { cleanRequestId, parseRetryAfter } from './headers.ts';

export type Problem = {
  /** lower case */
  readonly code: string | null;
  readonly requestId: string | undefined;
  /** what is wrong, in HostUp's words */
  readonly detail: string | null;
  readonly fields: readonly FieldError[];
  /** of the older call's 429, which carries it in the body */
  readonly retryAfterMs: number | null;
};

const mostFields = 50;
const longestSentence = 1_000;
const ProblemSchema = v.object({
  code: v.optional(v.unknown()),
  detail: v.optional(v.unknown()),
  requestId: v.optional(v.unknown()),
  errors: v.optional(v.unknown()),
  retryAfter: v.optional(v.unknown()),
});

/** @param now our clock, for a `retryAfter` that is a date */
export function readProblem(text: string, now: number): Problem {
  const read = v.safeParse(ProblemSchema, parseJson(text));
  const { code, detail, requestId, errors, retryAfter } = read.success ? read.output : {};
  return {
    code: typeof code === 'string' && code.length <= 100 ? code.toLowerCase() : null,
    requestId: cleanRequestId(requestId),
    detail: sentenceOf(detail),
    fields: Array.isArray(errors) ? errors.slice(0, mostFields).flatMap(readField) : [],
    retryAfterMs: parseRetryAfter(
      typeof retryAfter === 'string' || typeof retryAfter === 'number' ? String(retryAfter) : undefined,
      now,
    ),
  };
}

/** The sentence is what a person can use; which field it is about, and its code, need not be said. */
const ErrorSchema = v.object({
  pointer: v.fallback(v.string(), ''),
  detail: v.string(),
  code: v.fallback(v.string(), ''),
});

function readField(error: unknown): FieldError[] {
  const read = v.safeParse(ErrorSchema, error);
  const detail = read.success ? sentenceOf(read.output.detail) : null;
  return read.success && detail !== null ? [{ ...read.output, detail }] : [];
}

function sentenceOf(words: unknown): string | null {
  const sentence = typeof words === 'string' ? words.trim() : '';
  return sentence === '' ? null : sentence.slice(0, longestSentence);
}

/** The parsed text, or undefined where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
