// Fetches the conversations that are not what the list describes, latest first, a few at a time. One that cannot be
// read waits longer each time, and holds up no other.
import type { Code, Failure, Result } from '../../contract/codes.ts';
import type { CacheStore, Clock } from '../ports.ts';
import type { Detail } from '../records.ts';
import type { PatientAbsorb } from './absorb.ts';

const atOnce = 3;
/** More than this in one look: it is not the conversations, it is HostUp. */
const mostTrouble = 3;
const firstWait = 60_000;
const longestWait = 3_600_000;

/** Conversations that could not be read, since the program started. */
export type Trouble = Map<
  string,
  { readonly failure: Failure; readonly times: number; readonly retryAt: number }
>;

type FetchDetails = {
  readonly cache: CacheStore;
  readonly clock: Clock;
  readonly read: (ticketId: string) => Promise<Result<Detail>>;
  readonly absorb: PatientAbsorb;
  readonly trouble: Trouble;
  /** after each conversation that was read and kept */
  readonly onRead: (detail: Detail) => void;
  /** after each conversation: what changed, and how far the work is */
  readonly onDone: (ticketId: string, changed: boolean, done: number) => void;
};

/** What kept one thing from being read concerns every request. */
export const general: ReadonlySet<Code> = new Set([
  'offline',
  'timeout',
  'connection_lost',
  'rate_limited',
  'paused',
  'unauthorized',
  'no_key',
]);

/**
 * Fetches up to `budget` stale conversations. A ticket that is not there any more is marked gone; one that cannot be
 * read is left for later (`trouble`). What concerns every request ends the work, the rest stays stale for the next look.
 * @returns the failure that ended it, or null
 */
export async function fetchDetails(work: FetchDetails, budget: number): Promise<Failure | null> {
  const { trouble } = work;
  const stale = work.cache.stale(budget + trouble.size).map((ticket) => ticket.id);
  for (const id of trouble.keys()) if (!stale.includes(id)) trouble.delete(id);
  const queue = stale.filter((id) => isDue(work, id)).slice(0, budget);
  let done = 0;
  let failed = 0;
  let stopped: Failure | null = null;

  async function worker(): Promise<void> {
    for (let id = queue.shift(); id !== undefined && !stopped; id = queue.shift()) {
      const failure = await fetchDetail(work, id, () => (done += 1));
      if (!failure) continue;
      failed += general.has(failure.code) ? mostTrouble : 1;
      if (failed >= mostTrouble) stopped ??= failure;
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker));
  return stopped;
}

/** A clock that was set back must not make anything wait for years. */
function isDue({ trouble, clock }: FetchDetails, id: string): boolean {
  const wait = (trouble.get(id)?.retryAt ?? 0) - clock.now();
  return wait <= 0 || wait > longestWait;
}

async function fetchDetail(work: FetchDetails, id: string, count: () => number): Promise<Failure | null> {
  const answer = await work.read(id);
  if (answer.ok) {
    work.trouble.delete(id);
    const changed = await work.absorb.patiently(answer.value);
    work.onRead(answer.value);
    work.onDone(id, changed, count());
    return null;
  }
  if (answer.code === 'not_found' || answer.code === 'forbidden') {
    work.trouble.delete(id);
    work.absorb.gone(id);
    work.onDone(id, true, count());
    return null;
  }
  if (!general.has(answer.code)) {
    const times = (work.trouble.get(id)?.times ?? 0) + 1;
    const retryAt = work.clock.now() + Math.min(longestWait, firstWait * 2 ** Math.min(times - 1, 10));
    work.trouble.set(id, { failure: answer, times, retryAt });
  }
  return answer;
}
