// From an HTTP answer to a result: refusals by status and problem document, successes by schema.
import * as v from 'valibot';
import { type Code, type Failure, failure } from '../../contract/codes.ts';
import type { HttpAnswer, HttpFailure } from '../ports.ts';
import { cleanRequestId, toldBy } from './headers.ts';
import { appliedBy, codeOf } from './outcome.ts';
import { parseJson, readProblem } from './problem.ts';
import { type ApiFailure, type ApiResult, notAsked, type Told } from './result.ts';

/** A gate that lets nothing through now answers this instead of doing the work. */
export type Held = { readonly ok: false; readonly reached: 'no'; readonly held: Failure };
export type Sent =
  | { readonly ok: true; readonly answer: HttpAnswer; readonly told: Told }
  | { readonly ok: false; readonly failed: ApiFailure };

/** Sorts what came back; `now` is our clock. */
export function sentFrom(answer: HttpAnswer | HttpFailure | Held, now: number): Sent {
  if (!answer.ok) {
    const why = 'held' in answer ? answer.held : failure(answer.code);
    return { ok: false, failed: { ...notAsked(why), applied: answer.reached } };
  }
  const told = toldBy(answer.headers, now);
  if (answer.status >= 200 && answer.status <= 299) return { ok: true, answer, told };
  return { ok: false, failed: refusalFrom(answer, told, now) };
}

/** What only HostUp's own words can explain. */
const explained: ReadonlySet<Code> = new Set(['invalid_request', 'refused']);

function refusalFrom(answer: HttpAnswer, told: Told, now: number): ApiFailure {
  const { status, headers, text } = answer;
  const problem = readProblem(text, told.serverDate ?? now);
  const requestId = problem.requestId ?? cleanRequestId(headers['x-request-id']);
  const code = codeOf(status, problem.code);
  return {
    ok: false,
    failure: failure(code, {
      status,
      ...(problem.detail === null || !explained.has(code) ? {} : { detail: problem.detail }),
      ...(requestId === undefined ? {} : { requestId }),
      ...(problem.fields.length === 0 ? {} : { fields: [...problem.fields] }),
    }),
    applied: appliedBy(status),
    problemCode: problem.code,
    ...told,
    retryAfterMs: told.retryAfterMs ?? problem.retryAfterMs,
  };
}

/** Reads a success by its schema; a wrong shape is `bad_answer`, and after a POST nobody knows what it did. */
export function readAs<T>(sent: Sent, schema: v.GenericSchema<unknown, T>): ApiResult<T> {
  if (!sent.ok) return sent.failed;
  const { answer, told } = sent;
  const json = parseJson(answer.text);
  // valibot takes a list for an object without the fields that are optional.
  const read = v.safeParse(schema, Array.isArray(json) ? undefined : json);
  if (read.success) {
    return { ok: true, value: read.output, serverDate: told.serverDate, rate: told.rate };
  }
  const requestId = readProblem(answer.text, 0).requestId ?? cleanRequestId(answer.headers['x-request-id']);
  return {
    ok: false,
    failure: failure('bad_answer', {
      status: answer.status,
      ...(requestId === undefined ? {} : { requestId }),
    }),
    applied: 'maybe',
    problemCode: null,
    ...told,
  };
}
