// What goes out passes the gate, and what every answer says of rate, time and key is learnt, whatever it was asked for.
import type { Failure } from '../contract/codes.ts';
import type { Answered, Kind, Through } from './api/exchange.ts';
import type { Clock } from './ports.ts';
import type { Secret } from './secret.ts';
import type { Gate } from './sync/gate.ts';

type Work = Parameters<Through>[1];

type GatedParts = {
  readonly key: () => Secret | null;
  readonly clock: Clock;
  readonly gate: Gate;
  /** HostUp refused this very key; it may have been replaced meanwhile */
  readonly onRefusedKey?: (key: Secret) => void;
};

type Gated = {
  readonly through: Through;
  readonly learn: (answered: Answered) => void;
  /** server clock minus ours, milliseconds, by the latest `Date` header */
  readonly skew: () => number;
};

/** The way of one account’s requests. */
export function throughGate({ key, clock, gate, onRefusedKey }: GatedParts): Gated {
  let skew = 0;

  async function through(kind: Kind, work: Work): ReturnType<Through> {
    let used: Secret | null = null;
    const outcome = await gate.pass(() => {
      used = key();
      return work();
    });
    if (isGateShut(outcome)) return { ok: false, reached: 'no', held: outcome };
    if (used === null || !isKeyRefused(outcome)) return outcome;
    const now = key();
    // nothing was done with the key that is no longer in use, so the one that is may ask again
    if (now !== null && now !== used) return through(kind, work);
    onRefusedKey?.(used);
    return outcome;
  }

  return {
    through,
    learn({ status, serverDate, rate, retryAfterMs }) {
      if (serverDate !== null) skew = serverDate - clock.now();
      const reset = rate?.resetAt ?? null;
      gate.learn({
        status,
        retryAfterMs,
        remaining: rate?.remaining ?? null,
        resetInMs: reset === null ? null : reset - (serverDate ?? clock.now()),
      });
    },
    skew: () => skew,
  };
}

const isGateShut = (outcome: Awaited<ReturnType<Work>> | Failure): outcome is Failure =>
  'code' in outcome && !('reached' in outcome);

function isKeyRefused(outcome: Awaited<ReturnType<Work>>): boolean {
  if ('status' in outcome) return outcome.status === 401;
  return 'held' in outcome && outcome.held.code === 'unauthorized';
}
