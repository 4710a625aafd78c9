// Fetches the conversations that are not what the list describes, latest first, a few at a time.
import type { Failure, Result } from '../../contract/codes.ts';
import type { CacheStore } from '../ports.ts';
import type { Detail } from '../records.ts';
import type { Absorb } from './absorb.ts';

const atOnce = 3;

export type FetchDetails = {
  readonly cache: CacheStore;
  readonly read: (ticketId: string) => Promise<Result<Detail>>;
  readonly absorb: Absorb;
  /** after each conversation: what changed, and how far the work is */
  readonly onDone: (ticketId: string, changed: boolean, done: number) => void;
};

/**
 * Fetches up to `budget` stale conversations. A ticket that is not there any more is marked gone; another
 * failure ends the work, the rest stays stale for the next look.
 * @returns the failure that ended it, or null
 */
export async function fetchDetails(work: FetchDetails, budget: number): Promise<Failure | null> {
  const queue = work.cache.stale(budget).map((ticket) => ticket.id);
  let done = 0;
  let stopped: Failure | null = null;
  async function worker(): Promise<void> {
    for (let id = queue.shift(); id !== undefined && !stopped; id = queue.shift()) {
      const failed = await fetchDetail(work, id, () => (done += 1));
      stopped ??= failed;
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker));
  return stopped;
}

async function fetchDetail(work: FetchDetails, id: string, count: () => number): Promise<Failure | null> {
  const answer = await work.read(id);
  if (answer.ok) {
    const changed = work.absorb.detail(answer.value);
    work.onDone(id, changed, count());
    return null;
  }
  if (answer.code === 'not_found' || answer.code === 'forbidden') {
    work.absorb.gone(id);
    work.onDone(id, true, count());
    return null;
  }
  return answer;
}
