// What every call of the API client answers: a value, or a failure together with what may be believed about it.
import type { Failure } from '../../contract/codes.ts';

/**
 * What a failed POST did on the server. `no`: it certainly never took effect and may be sent again; `refused`: the
 * API read it and said no; `maybe`: nobody knows, so it must not be repeated without looking first.
 */
export type Applied = 'no' | 'refused' | 'maybe';

/** X-RateLimit-Limit, -Remaining and -Reset (epoch ms), each null when absent or unreadable. */
export type Rate = {
  readonly limit: number | null;
  readonly remaining: number | null;
  readonly resetAt: number | null;
};

/** What the headers of an answer tell beside its content. Times are epoch ms, durations ms. */
export type Told = {
  /** the server's clock (`Date` header) */
  readonly serverDate: number | null;
  readonly rate: Rate | null;
  readonly retryAfterMs: number | null;
};

type ApiSuccess<T> = {
  readonly ok: true;
  readonly value: T;
  readonly serverDate: number | null;
  readonly rate: Rate | null;
};
export type ApiFailure = Told & {
  readonly ok: false;
  readonly failure: Failure;
  readonly applied: Applied;
  /** `code` of the API's problem document as it came, in lower case */
  readonly problemCode: string | null;
};
export type ApiResult<T> = ApiSuccess<T> | ApiFailure;

export const toldNothing: Told = { serverDate: null, rate: null, retryAfterMs: null };

/** A failure that no request was made for: no key, an impossible id, a gate that is shut. */
export const notAsked = (failure: Failure): ApiFailure => ({
  ok: false,
  failure,
  applied: 'no',
  problemCode: null,
  ...toldNothing,
});
