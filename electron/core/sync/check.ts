// A look at HostUp whenever one is due, and one conversation when it is opened. Keeps the state that the user sees as
// "Connection".
import { type Failure, failure } from '../../contract/codes.ts';
import type { Connection } from '../../contract/model.ts';
import { topicsOf } from '../changes.ts';
import type { CacheStore } from '../ports.ts';
import { StoreError } from '../records.ts';
import { createCatchUp, type Telling } from './catch-up.ts';
import { createLook, type LookParts } from './look.ts';
import type { CheckReason } from './timetable.ts';

/** Milliseconds between two notes of a look that brought nothing: an unchanged look should write nothing. */
const noteEvery = 60_000;

export type CheckParts = LookParts & {
  /** after every look, with what is new; `failed` null: it was complete */
  readonly onEnd: (telling: Telling, failed: Failure | null) => Promise<void>;
  /** a look ended in a bug */
  readonly onBug: (cause: unknown) => void;
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
  const { cache, clock } = parts;
  let checkedAt = numberOf(cache.meta('checked-at'));
  let problem: Failure | null = null;
  let syncing = false;
  let failures = 0;
  const look = createLook(parts);
  const catchUp = createCatchUp(clock);

  /** Whatever goes wrong here is shown like a failure to reach HostUp, and tried again like one. */
  async function runLook(reason: CheckReason): Promise<Failure | null> {
    try {
      const failed = await look.run(reason, catchUp.isUnderWay());
      if (!failed) rememberCheck(cache, clock.now());
      return failed;
    } catch (cause) {
      if (cause instanceof StoreError) return failure(cause.code);
      parts.onBug(cause);
      return failure('internal');
    }
  }

  return {
    async run(reason, away, overtaken) {
      syncing = true;
      if (away) catchUp.begin();
      parts.tell('connection');
      const failed = await runLook(reason);
      syncing = false;
      problem = failed ?? look.unread();
      failures = failed ? failures + 1 : 0;
      if (!failed) checkedAt = clock.now();
      parts.tell('connection');
      await parts.onEnd(catchUp.afterLook(failed, overtaken()), failed);
      return !failed;
    },
    openThread: (ticketId) => readThread(parts, ticketId),
    state: () => ({ state: stateOf(syncing, problem), checkedAt, progress: look.progress(), problem }),
    failures: () => failures,
    keyReplaced() {
      if (isRefusedKey(problem)) problem = null;
    },
  };
}

async function readThread(parts: LookParts, ticketId: string): Promise<Failure | null> {
  const { cache, remote, absorb } = parts;
  const ticket = cache.ticket(ticketId);
  if (!ticket || (ticket.goneAt === null && ticket.detailStamp === ticket.stamp)) return null;
  const answer = await remote.thread(ticketId);
  if (answer.ok) {
    await absorb.patiently(answer.value);
    parts.onThread(answer.value);
  }
  // 403 may be said of the key; only a look, whose list was answered, knows that it is said of this ticket
  else if (answer.code === 'not_found') absorb.gone(ticketId);
  else return answer;
  parts.tell(...topicsOf([ticketId]));
  return null;
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
