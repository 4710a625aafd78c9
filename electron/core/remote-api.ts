// The one implementation of Remote: the API client behind the gate. Falls back to the older call where the
// list of v2 is not there, and turns an answer's failure into what sync and outbox may believe.
import { type Failure, failure, type Result, success } from '../contract/codes.ts';
import { type Api, createApi } from './api/client.ts';
import type { Answered, Kind, Through } from './api/exchange.ts';
import { isOlderId } from './api/older.ts';
import { type ApiFailure, type ApiResult, notAsked } from './api/result.ts';
import { toStoredMessage } from './api/to-records.ts';
import type { Clock, Http } from './ports.ts';
import type { Detail } from './records.ts';
import type { Remote, Sent } from './remote.ts';
import type { Secret } from './secret.ts';
import type { Gate } from './sync/gate.ts';

type Work = Parameters<Through>[1];

/** HostUp through one gate, with whatever key is in use when a request goes out. */
export function createRemote(parts: {
  readonly http: Http;
  readonly key: () => Secret | null;
  readonly clock: Clock;
  readonly gate: Gate;
  /** HostUp refused this very key; it may have been replaced meanwhile */
  readonly onRefusedKey?: (key: Secret) => void;
}): Remote {
  const { clock, gate } = parts;
  let skew = 0;
  let onlyOlder = false;

  const api = createApi({
    http: parts.http,
    key: parts.key,
    now: clock.now,
    through,
    onAnswer: learn,
  });

  async function through(kind: Kind, work: Work): ReturnType<Through> {
    let used: Secret | null = null;
    const outcome = await gate.pass(() => {
      used = parts.key();
      return work();
    });
    if (isGateShut(outcome)) return { ok: false, reached: 'no', held: outcome };
    if (used === null || !isKeyRefused(outcome)) return outcome;
    const now = parts.key();
    // nothing was done with the key that is no longer in use, so the one that is may ask again
    if (now !== null && now !== used) return through(kind, work);
    parts.onRefusedKey?.(used);
    return outcome;
  }

  function learn({ status, serverDate, rate, retryAfterMs }: Answered): void {
    if (serverDate !== null) skew = serverDate - clock.now();
    const reset = rate?.resetAt ?? null;
    gate.learn({
      status,
      retryAfterMs,
      remaining: rate?.remaining ?? null,
      resetInMs: reset === null ? null : reset - (serverDate ?? clock.now()),
    });
  }

  /** A pause that this very answer caused belongs into its failure, so that the user sees when it ends. */
  function withRetry({ failure: failed }: ApiFailure): Failure {
    const paused = failed.code === 'rate_limited' && failed.retryAt === undefined;
    return paused
      ? { ...failed, code: gate.absurd() ? 'paused' : failed.code, retryAt: gate.notBefore() }
      : failed;
  }

  const read = <T, U>(answer: ApiResult<T>, use: (value: T) => U): Result<U> =>
    answer.ok ? success(use(answer.value)) : withRetry(answer);

  async function sent<T, U>(answer: ApiResult<T>, use: (value: T) => U): Promise<Sent<U>> {
    if (answer.ok) return { ok: true, value: use(answer.value) };
    const failed = withRetry(answer);
    // the thread could be read: the key may write nowhere, or not here, and only an answer to that tells
    const readOnly = failed.code === 'forbidden' && (await mayWrite()) === false;
    const reason = readOnly ? { ...failed, code: 'read_only_key' as const } : failed;
    return { ok: false, applied: answer.applied, failure: reason };
  }

  async function mayWrite(): Promise<boolean | null> {
    const answer = await api.mayWrite();
    if (answer.ok || answer.failure.code === 'invalid_request') return true;
    return answer.failure.code === 'forbidden' ? false : null;
  }

  return {
    async list(cursor, limit) {
      const answer = await api.listTickets(cursor === null ? { limit } : { limit, cursor });
      onlyOlder = !answer.ok && answer.failure.code === 'not_found';
      return read(answer, (page) => page);
    },
    thread: async (ticketId) =>
      read(about(ticketId, await readThread(api, ticketId, onlyOlder)), (detail) => detail),
    async byNumber(number) {
      const answer = onlyOlder ? null : await api.getTicket(number);
      if (answer && (answer.ok || answer.failure.code !== 'not_found'))
        return read(answer, (detail) => detail);
      return read(await api.legacyTicket(number), (detail) => detail);
    },
    departments: async () => read(await api.departments(), (departments) => departments),
    reply: async (ticketId, message, encrypted) =>
      sent(await api.reply(ticketId, { message, encrypted }), (created) => ({
        ...toStoredMessage(created, 0),
        ticketId,
      })),
    create: async (ticket) => sent(await api.createTicket(ticket), (detail) => detail),
    close: async (ticketId) => sent(about(ticketId, await api.close(ticketId)), (detail) => detail),
    reopen: async (ticketId) => sent(about(ticketId, await api.reopen(ticketId)), (detail) => detail),
    download: async (...given) => read(await api.download(...given), (downloaded) => downloaded),
    mayWrite,
    skew: () => skew,
  };
}

const isGateShut = (outcome: Awaited<ReturnType<Work>> | Failure): outcome is Failure =>
  'code' in outcome && !('reached' in outcome);

function isKeyRefused(outcome: Awaited<ReturnType<Work>>): boolean {
  if ('status' in outcome) return outcome.status === 401;
  return 'held' in outcome && outcome.held.code === 'unauthorized';
}

function readThread(api: Api, ticketId: string, onlyOlder: boolean) {
  return onlyOlder && isOlderId(ticketId) ? api.legacyTicket(ticketId) : api.getTicket(ticketId);
}

/** What was asked for by id or number must not be stored as another ticket's conversation. */
function about(ticketId: string, answer: ApiResult<Detail>): ApiResult<Detail> {
  if (!answer.ok || answer.value.summary.id === ticketId || answer.value.summary.number === ticketId)
    return answer;
  const { serverDate, rate } = answer;
  return { ...notAsked(failure('bad_answer')), applied: 'maybe', serverDate, rate };
}
