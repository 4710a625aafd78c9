// When HostUp is asked what is new: each look, and how long until the next one, by what the account is like then.
import { bestEffort } from '../best-effort.ts';
import type { Clock, Log } from '../ports.ts';
import { type Check, type CheckParts, createCheck } from './check.ts';
import type { Gate } from './gate.ts';
import { nextInterval, type Pauses, type Situation } from './interval.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';

type Polling = { readonly check: Check; readonly scheduler: Scheduler };

type PollingParts = Omit<CheckParts, 'onBug'> & {
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly gate: Pick<Gate, 'notBefore'>;
  /** milliseconds between two looks where they are fixed; null: by the situation */
  readonly fixedPollMs: number | null;
  /** what the user wants of it */
  readonly pauses: () => Pauses;
  /** any page of ours is in front */
  readonly inFront: () => boolean;
  /** the stores are closing: a look that was under way fails, and that is no bug */
  readonly stopped: () => boolean;
};

/** Looks at HostUp and the rhythm of looking, which begins with `scheduler.start`. */
export function createPolling(parts: PollingParts): Polling {
  const { clock, random, log, gate } = parts;
  const onBug = (cause: unknown) => parts.stopped() || log.error('check', cause);
  const check = createCheck({ ...parts, onBug });

  function situation(): Situation {
    let seen = calm;
    // looking goes on whatever state the cache is in
    bestEffort(log, 'situation', () => {
      seen = readSituation(parts);
    });
    return { ...seen, failures: check.failures() };
  }

  const scheduler = createScheduler({
    clock,
    random,
    interval: () => parts.fixedPollMs ?? nextInterval(situation(), random(), parts.pauses()),
    notBefore: gate.notBefore,
    check: check.run,
    onBug,
  });
  return { check, scheduler };
}

type Seen = Omit<Situation, 'failures'>;

const calm: Seen = { inFront: false, waitingFor: null, anyOpen: true, pages: 1 };

function readSituation({ cache, clock, inFront }: PollingParts): Seen {
  const waiting = cache.list({ view: 'waiting', offset: 0, limit: 1 }).tickets[0];
  const since = waiting ? clock.now() - (waiting.lastMessageAt ?? waiting.updatedAt ?? 0) : null;
  return {
    inFront: inFront(),
    waitingFor: since === null ? null : Math.max(0, since),
    anyOpen: cache.list({ view: 'open', offset: 0, limit: 1 }).total > 0,
    pages: cache.meta('list-order') === 'recent' ? 1 : Number(cache.meta('list-pages') ?? '1'),
  };
}
