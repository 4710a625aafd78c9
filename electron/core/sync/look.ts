// What one look at HostUp reads: the list, then the conversations that changed.
import type { Failure } from '../../contract/codes.ts';
import type { Topic } from '../../contract/events.ts';
import type { Connection } from '../../contract/model.ts';
import { topicsOf } from '../changes.ts';
import type { CacheStore, Clock } from '../ports.ts';
import type { Detail } from '../records.ts';
import type { Remote } from '../remote.ts';
import type { PatientAbsorb } from './absorb.ts';
import { fetchDetails, general, type Trouble } from './details.ts';
import type { CheckReason } from './timetable.ts';
import { walkList } from './walk.ts';

/** Milliseconds between two walks through the whole list. */
const sweepEvery = 6 * 3_600_000;
/** Conversations that one look reads: the first one after being away, and any other. */
const firstBudget = 200;
const budget = 40;
/** As few as these are read before anybody could see a count of them. */
const worthCounting = 5;
/** Tickets opened by number that are read again in one look where there is no list. */
const mostByNumber = 10;

export type LookParts = {
  readonly cache: CacheStore;
  readonly clock: Clock;
  readonly remote: Remote;
  readonly absorb: PatientAbsorb;
  readonly tell: (...topics: Topic[]) => void;
  /** a conversation was read: replies in doubt may be in it */
  readonly onThread: (detail: Detail) => void;
};

export type Look = {
  /**
   * Answers why it is not complete, or null.
   * @param catchingUp there may be much to read: nobody was there for a while
   */
  run(reason: CheckReason, catchingUp: boolean): Promise<Failure | null>;
  /** how far it is through the conversations, where there are many */
  progress(): Connection['progress'];
  /** why one of the conversations could not be read; null: all could */
  unread(): Failure | null;
};

/** Looks one after the other; the conversations that could not be read are remembered from one to the next. */
export function createLook(parts: LookParts): Look {
  const { cache, clock, remote } = parts;
  let progress: Connection['progress'] = null;
  const trouble: Trouble = new Map();

  async function readChanged(limit: number): Promise<Failure | null> {
    const of = Math.min(cache.countStale(), limit);
    if (of > worthCounting) progress = { done: 0, of };
    const reading = {
      cache,
      clock,
      absorb: parts.absorb,
      trouble,
      read: (id: string) => remote.thread(id),
      onRead: parts.onThread,
      onDone(ticketId: string, changed: boolean, done: number) {
        if (progress) progress = { done, of };
        if (changed) parts.tell(...topicsOf([ticketId]));
        if (progress) parts.tell('connection');
      },
    };
    try {
      return await fetchDetails(reading, limit);
    } finally {
      progress = null;
    }
  }

  return {
    async run(reason, catchingUp) {
      const first = cache.meta('first-look') === null;
      const startedAt = clock.now();
      const sweep = first || reason === 'asked' || isSweepDue(cache, startedAt);
      const walk = await walkList(cache, clock, (cursor, limit) => remote.list(cursor, limit), sweep);
      const { failed } = walk;
      if (walk.changed.length > 0) parts.tell(...topicsOf(walk.changed));
      if (failed?.code === 'not_found') return readByNumber(parts, failed);
      // a page that cannot be read again and again must not hold up what the others brought
      if (failed && (first || walk.pages === 0 || general.has(failed.code))) return failed;
      if (first) cache.setMeta('first-look', String(floorOf(parts, startedAt)));
      const unread = await readChanged(first || catchingUp ? firstBudget : budget);
      return failed ?? unread;
    },
    progress: () => progress,
    unread() {
      const [first] = trouble.values();
      return first?.failure ?? null;
    },
  };
}

const isSweepDue = (cache: CacheStore, now: number): boolean =>
  Math.abs(now - Number(cache.meta('swept-at') ?? 0)) > sweepEvery;

/**
 * Staff messages up to here were there before us: they are no news. Our clock, the server's and the latest activity
 * are three witnesses, and the middle one cannot be far off when one of them is wrong.
 */
function floorOf({ cache, remote }: LookParts, startedAt: number): number {
  const serverTime = startedAt + remote.skew();
  const latest = cache.list({ view: 'all', offset: 0, limit: 1 }).tickets[0];
  const witnesses = [startedAt, serverTime, latest?.lastMessageAt ?? latest?.updatedAt ?? serverTime];
  return witnesses.sort((a, b) => a - b)[1] ?? serverTime;
}

/** No list there (`missing`): tickets opened by number are read again through the older call. */
async function readByNumber(parts: LookParts, missing: Failure): Promise<Failure> {
  const { cache, remote, absorb, tell, onThread } = parts;
  const known = cache
    .list({ view: 'open', offset: 0, limit: mostByNumber })
    .tickets.filter(({ id, number }) => id === number);
  for (const { id } of known) {
    const answer = await remote.thread(id);
    if (!answer.ok) return answer;
    if (absorb.detail(answer.value)) tell(...topicsOf([id]));
    onThread(answer.value);
  }
  return missing;
}
