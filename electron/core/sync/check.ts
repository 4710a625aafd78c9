// One look at HostUp: the list, then the conversations that changed. Keeps the state that the user sees as "Connection".
import { type Code, type Failure, failure } from '../../contract/codes.ts';
import type { Topic } from '../../contract/events.ts';
import type { Connection } from '../../contract/model.ts';
import { topicsOf } from '../changes.ts';
import type { CacheStore, Clock } from '../ports.ts';
import { type Detail, StoreError } from '../records.ts';
import type { Remote } from '../remote.ts';
import type { Absorb } from './absorb.ts';
import { fetchDetails, general, type Trouble } from './details.ts';
import type { CheckReason } from './scheduler.ts';
import { walkList } from './walk.ts';

/** Milliseconds between two walks through the whole list. */
const sweepEvery = 6 * 3_600_000;
/** Conversations that one look reads: the first one after being away, and any other. */
const firstBudget = 200;
const budget = 40;
/** As few as these are read before anybody could see a count of them. */
const worthCounting = 5;
/** Milliseconds between two notes of a look that brought nothing: an unchanged look should write nothing. */
const noteEvery = 60_000;
/** Tickets opened by number that are read again in one look where there is no list. */
const mostByNumber = 10;
/** Milliseconds. After a wake the network often comes piecemeal: failed looks may put off what is to be told this long. */
const patience = 120_000;

/** What the next look will meet, too: a pause, or an installation without the list. */
const lasting: ReadonlySet<Code> = new Set(['rate_limited', 'paused', 'not_found']);

/** How to announce after a look: one by one, all in one after the machine or the program was away, or not yet. */
export type Telling = 'singly' | 'in-one' | 'later';

export type CheckParts = {
  readonly cache: CacheStore;
  readonly clock: Clock;
  readonly remote: Remote;
  readonly absorb: Absorb;
  readonly tell: (...topics: Topic[]) => void;
  /** a conversation was read: replies in doubt may be in it */
  readonly onThread: (detail: Detail) => void;
  /** after every look, with what is new; `failed` null: it was complete */
  readonly onEnd: (telling: Telling, failed: Failure | null) => Promise<void>;
};

export type Check = {
  /**
   * Answers true when nothing failed.
   * @param away the program or the machine was not there before this look
   * @param overtaken it was not there in the middle of it, and another look follows at once
   */
  run(reason: CheckReason, away: boolean, overtaken: () => boolean): Promise<boolean>;
  /** reads one conversation if it is older than the list says, or never was read */
  openThread(ticketId: string): Promise<Failure | null>;
  /** without `nextCheckAt`, which the scheduler knows */
  state(): Omit<Connection, 'nextCheckAt'>;
  failures(): number;
  /** Another key was given: what was said of the one before is over, even while a pause puts off the next look. */
  keyReplaced(): void;
};

/** Looks when it is told to; when that is, the scheduler decides. */
export function createCheck(parts: CheckParts): Check {
  const { cache, clock, remote } = parts;
  let checkedAt = numberOf(cache.meta('checked-at'));
  let problem: Failure | null = null;
  let progress: Connection['progress'] = null;
  let syncing = false;
  let failures = 0;
  let catchingUp = true;
  let heldSince: number | null = null;
  const trouble: Trouble = new Map();

  async function look(reason: CheckReason): Promise<Failure | null> {
    const first = cache.meta('first-look') === null;
    const sweptAt = numberOf(cache.meta('swept-at')) ?? 0;
    const sweep = first || reason === 'asked' || Math.abs(clock.now() - sweptAt) > sweepEvery;
    const startedAt = clock.now();
    const walk = await walkList(cache, clock, (cursor, limit) => remote.list(cursor, limit), sweep);
    const { failed } = walk;
    if (walk.changed.length > 0) parts.tell(...topicsOf(walk.changed));
    if (failed?.code === 'not_found') return olderOnly(failed);
    // a page that cannot be read again and again must not hold up what the others brought
    if (failed && (first || walk.pages === 0 || general.has(failed.code))) return failed;
    if (first) cache.setMeta('first-look', String(floorOf(startedAt)));
    const unread = await readChanged(first || catchingUp ? firstBudget : budget);
    return failed ?? unread;
  }

  /**
   * Staff messages up to here were there before us: they are no news. Our clock, the server's and the latest activity
   * are three witnesses, and the middle one cannot be far off when one of them is wrong.
   */
  function floorOf(startedAt: number): number {
    const serverTime = startedAt + remote.skew();
    const latest = cache.list({ view: 'all', offset: 0, limit: 1 }).tickets[0];
    const witnesses = [startedAt, serverTime, latest?.lastMessageAt ?? latest?.updatedAt ?? serverTime];
    return witnesses.sort((a, b) => a - b)[1] ?? serverTime;
  }

  /** In one notification, once all of it is known; but nobody waits for that much longer. */
  function tellingOf(failed: Failure | null, slept: boolean): Telling {
    const isHopeful = slept || (failed !== null && !lasting.has(failed.code));
    heldSince = isHopeful ? (heldSince ?? clock.now()) : null;
    return heldSince !== null && Math.abs(clock.now() - heldSince) < patience ? 'later' : 'in-one';
  }

  async function readChanged(limit: number): Promise<Failure | null> {
    const of = Math.min(cache.countStale(), limit);
    if (of > worthCounting) progress = { done: 0, of };
    const failed = await fetchDetails(
      {
        cache,
        clock,
        absorb: parts.absorb,
        trouble,
        read: (id) => remote.thread(id),
        onRead: parts.onThread,
        onDone(ticketId, changed, done) {
          if (progress) progress = { done, of };
          if (changed) parts.tell(...topicsOf([ticketId]));
          if (progress) parts.tell('connection');
        },
      },
      limit,
    );
    progress = null;
    return failed;
  }

  /** No list there: tickets opened by number are read again through the older call. */
  async function olderOnly(missing: Failure): Promise<Failure | null> {
    const known = cache
      .list({ view: 'open', offset: 0, limit: mostByNumber })
      .tickets.filter(({ id, number }) => id === number);
    for (const { id } of known) {
      const answer = await remote.thread(id);
      if (!answer.ok) return answer;
      if (parts.absorb.detail(answer.value)) parts.tell(...topicsOf([id]));
      parts.onThread(answer.value);
    }
    return missing;
  }

  return {
    async run(reason, away, overtaken) {
      syncing = true;
      catchingUp ||= away;
      parts.tell('connection');
      let failed: Failure | null = null;
      try {
        failed = await look(reason);
        if (!failed) rememberCheck(cache, clock.now());
      } catch (cause) {
        // shown like a failure to reach HostUp, and tried again like one
        if (!(cause instanceof StoreError)) throw cause;
        failed = failure(cause.code);
      } finally {
        syncing = false;
        progress = null;
      }
      const [unread] = trouble.values();
      problem = failed ?? unread?.failure ?? null;
      failures = failed ? failures + 1 : 0;
      if (!failed) checkedAt = clock.now();
      parts.tell('connection');
      const slept = overtaken();
      catchingUp ||= slept;
      const telling = catchingUp ? tellingOf(failed, slept) : 'singly';
      if (!failed && !slept) catchingUp = false;
      await parts.onEnd(telling, failed);
      return !failed;
    },
    async openThread(ticketId) {
      const ticket = cache.ticket(ticketId);
      if (!ticket || (ticket.goneAt === null && ticket.detailStamp === ticket.stamp)) return null;
      const answer = await remote.thread(ticketId);
      if (answer.ok) {
        parts.absorb.detail(answer.value);
        parts.onThread(answer.value);
      }
      // 403 may be said of the key; only a look, whose list was answered, knows that it is said of this ticket
      else if (answer.code === 'not_found') parts.absorb.gone(ticketId);
      else return answer;
      parts.tell(...topicsOf([ticketId]));
      return null;
    },
    state: () => ({ state: stateOf(syncing, problem), checkedAt, progress, problem }),
    failures: () => failures,
    keyReplaced() {
      if (isRefusedKey(problem)) problem = null;
    },
  };
}

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));

/** For "as of" after a restart. */
function rememberCheck(cache: CacheStore, at: number): void {
  const before = numberOf(cache.meta('checked-at')) ?? 0;
  if (Math.abs(at - before) > noteEvery) cache.setMeta('checked-at', String(at));
}

function stateOf(syncing: boolean, problem: Failure | null): Connection['state'] {
  if (isRefusedKey(problem)) return 'signed-out';
  if (problem?.code === 'paused' || problem?.code === 'rate_limited') return 'paused';
  if (problem && isNetwork(problem)) return 'offline';
  if (problem) return 'error';
  return syncing ? 'syncing' : 'up-to-date';
}

const isRefusedKey = (problem: Failure | null): boolean =>
  problem?.code === 'unauthorized' || problem?.code === 'no_key';
/** No answer came from HostUp. */
export const isNetwork = ({ code }: Failure): boolean =>
  code === 'offline' || code === 'timeout' || code === 'connection_lost';
