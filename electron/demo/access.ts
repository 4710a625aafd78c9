// Keys, scopes and the rate limit of each key.
import type { DemoRateLimit, DemoScope } from './types.ts';

export interface Access {
  /** The scopes of the key in the request's headers, or null for a missing or unknown key. */
  scopesOf: (
    isOlder: boolean,
    headers: Record<string, string>,
  ) => { key: string; scopes: Set<string> } | null;
  /** Counts one request of a key. */
  count: (key: string, now: number) => RateState | null;
  setKey: (key: string, scopes: readonly DemoScope[] | null) => void;
  setRateLimit: (limit: DemoRateLimit | null) => void;
}

interface RateState {
  exceeded: boolean;
  retryAfterSeconds: number;
  /** `X-RateLimit-*`; Reset is an ISO timestamp. */
  headers: Record<string, string>;
}

interface Window {
  startedAt: number;
  used: number;
}

/** @param initialLimit null: no limit and no X-RateLimit headers */
export function createAccess(
  initialKeys: Record<string, readonly DemoScope[]>,
  initialLimit: DemoRateLimit | null,
): Access {
  const keys = new Map(Object.entries(initialKeys).map(([key, scopes]) => [key, new Set<string>(scopes)]));
  const windows = new Map<string, Window>();
  let limit = initialLimit;

  return {
    scopesOf(isOlder, headers) {
      const key = isOlder ? headers['x-api-key'] : bearer(headers.authorization);
      const scopes = key === undefined ? undefined : keys.get(key);
      return key === undefined || scopes === undefined ? null : { key, scopes };
    },
    count(key, now) {
      if (limit === null) return null;
      const open = windows.get(key);
      const current = open && now - open.startedAt < limit.perMs ? open : { startedAt: now, used: 0 };
      windows.set(key, current);
      const exceeded = current.used >= limit.requests;
      if (!exceeded) current.used += 1;
      return rateState(limit, current, exceeded, now);
    },
    setKey(key, scopes) {
      if (scopes === null) keys.delete(key);
      else keys.set(key, new Set<string>(scopes));
    },
    setRateLimit(next) {
      limit = next;
      windows.clear();
    },
  };
}

function rateState(limit: DemoRateLimit, current: Window, exceeded: boolean, now: number): RateState {
  const resetAt = current.startedAt + limit.perMs;
  return {
    exceeded,
    retryAfterSeconds: Math.max(1, Math.ceil((resetAt - now) / 1000)),
    headers: {
      'x-ratelimit-limit': String(limit.requests),
      'x-ratelimit-remaining': String(limit.requests - current.used),
      'x-ratelimit-reset': new Date(resetAt).toISOString(),
    },
  };
}

function bearer(header: string | undefined): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1];
}
