// The one gate for every request of an account: none before `notBefore`, which survives restarts, and none without a
// place among the requests of all accounts. Knows nothing of what the requests are for.
import { type Failure, failure } from '../../contract/codes.ts';
import type { Lane } from '../lane.ts';
import type { Clock } from '../ports.ts';

/** Milliseconds. Longer pauses than this are not obeyed blindly: after it, one request asks again. */
export const longestPause = 3_600_000;
/** Milliseconds: after a 429 that names no time, doubling; and the least that any 429 costs. */
const firstBackOff = 2_000;
const longestBackOff = 900_000;
const shortestPause = 1_000;

/** What an answer said about the rate; see the API pages on 429. */
export type RateNews = {
  readonly status: number | null;
  readonly retryAfterMs: number | null;
  readonly remaining: number | null;
  /** until X-RateLimit-Reset by the server's own clock, milliseconds */
  readonly resetInMs: number | null;
};

export type Gate = {
  /** Runs the work when a place is free; a failure 'rate_limited' or 'paused' without running it before `notBefore`. */
  pass<T>(work: () => Promise<T>): Promise<T | Failure>;
  /** Every answer is told to the gate. */
  learn(news: RateNews): void;
  /** What another gate to the same server was told counts here too. */
  adopt(other: Gate): void;
  notBefore(): number;
  /** the server asked for more than we are ready to wait in one go */
  absurd(): boolean;
  /** what a request would be answered now without being made, or null */
  closed(): Failure | null;
};

type GateParts = {
  readonly clock: Clock;
  /** 0 ≤ x < 1 */
  readonly random: () => number;
  /** those of the whole program */
  readonly places: Lane;
  /** what was saved; null: nothing */
  readonly load: () => string | null;
  readonly save: (value: string) => void;
};

/** What is saved. */
type Pause = {
  notBefore: number;
  /** how long it was when it began, milliseconds; 0: there is none */
  pause: number;
  /** 429s in a row */
  refusals: number;
  absurd: boolean;
};

/** One account's gate, as it was when it was last saved. */
export function createGate({ clock, random, places, load, save }: GateParts): Gate {
  const kept = restore(load());
  const remember = () => save(JSON.stringify(kept));

  /** The longest pause that was asked for counts. */
  function closeFor(wanted: number, asked: number): void {
    const now = clock.now();
    const until = now + Math.min(wanted, longestPause);
    if (until > opensAt())
      Object.assign(kept, { notBefore: until, pause: until - now, absurd: asked > longestPause });
    remember();
  }

  function opensAt(): number {
    if (setRight(kept, clock.now())) remember();
    return kept.pause > 0 ? kept.notBefore : 0;
  }

  function learn({ status, retryAfterMs, remaining, resetInMs }: RateNews): void {
    if (status === 429) {
      const asked = retryAfterMs ?? resetInMs ?? 0;
      const wanted = Math.max(shortestPause, asked, backOff(kept.refusals) * random());
      kept.refusals += 1;
      closeFor(wanted, asked);
    } else if (status === 503 && retryAfterMs) {
      closeFor(retryAfterMs, retryAfterMs);
    } else if (status !== null && status < 500) {
      const calm = kept.refusals === 0 && !kept.absurd;
      Object.assign(kept, { refusals: 0, absurd: false });
      if (!calm) remember();
      if (remaining === 0 && resetInMs !== null && resetInMs > 0) closeFor(resetInMs, resetInMs);
    }
  }

  function closed(): Failure | null {
    const retryAt = opensAt();
    return retryAt === 0 ? null : failure(kept.absurd ? 'paused' : 'rate_limited', { retryAt });
  }

  return {
    // a request that waited for its place may find the gate closed by the one before it
    pass: async (work) => closed() ?? places(async () => closed() ?? work()),
    learn,
    adopt(other) {
      const left = other.notBefore() - clock.now();
      if (left > 0) closeFor(left, other.absurd() ? longestPause + 1 : left);
    },
    notBefore: opensAt,
    absurd: () => kept.absurd && opensAt() > 0,
    closed,
  };
}

const backOff = (refusals: number): number =>
  Math.min(longestBackOff, firstBackOff * 2 ** Math.min(refusals, 20));

/**
 * A pause is never longer than it was when it began, and over once it was over: a clock that is set back can neither
 * silence the program for years nor bring an old pause back. True: the pause is another than it was.
 */
function setRight(kept: Pause, now: number): boolean {
  const left = kept.notBefore - now;
  if (kept.pause === 0 || (left > 0 && left <= kept.pause)) return false;
  if (left <= 0) kept.pause = 0;
  else kept.notBefore = now + kept.pause;
  return true;
}

/** What was stored; where nothing is, or nothing of ours, the gate is open. */
function restore(saved: string | null): Pause {
  try {
    const { notBefore, pause, refusals, absurd } = JSON.parse(saved ?? 'null') as Record<string, unknown>;
    if (typeof notBefore === 'number' && typeof refusals === 'number') {
      const known = typeof pause === 'number' && pause >= 0 && pause <= longestPause;
      return { notBefore, pause: known ? pause : longestPause, refusals, absurd: absurd === true };
    }
  } catch {
    // not by us: start open
  }
  return { notBefore: 0, pause: 0, refusals: 0, absurd: false };
}
