// The one implementation of Remote: the API client behind the gate. Falls back to the older call where the
// list of v2 is not there, and turns an answer's failure into what sync and outbox may believe.
import { type Failure, failure, type Result, success } from '../contract/codes.ts';
import { type Api, createApi } from './api/client.ts';
import { isOlderId } from './api/older.ts';
import { type ApiFailure, type ApiResult, notAsked } from './api/result.ts';
import { toStoredMessage } from './api/to-records.ts';
import type { Clock, Http } from './ports.ts';
import type { Detail } from './records.ts';
import type { Remote, Sent } from './remote.ts';
import type { Secret } from './secret.ts';
import type { Gate } from './sync/gate.ts';
import { throughGate } from './through-gate.ts';

type RemoteParts = {
  readonly http: Http;
  readonly key: () => Secret | null;
  readonly clock: Clock;
  readonly gate: Gate;
  /** HostUp refused this very key; it may have been replaced meanwhile */
  readonly onRefusedKey?: (key: Secret) => void;
};

/** HostUp through one gate, with whatever key is in use when a request goes out. */
export function createRemote(parts: RemoteParts): Remote {
  const { http, key, clock, gate } = parts;
  const { through, learn, skew } = throughGate(parts);
  const api = createApi({ http, key, now: clock.now, through, onAnswer: learn });
  let onlyOlder = false;

  const read = <T, U>(answer: ApiResult<T>, use: (value: T) => U): Result<U> =>
    answer.ok ? success(use(answer.value)) : withRetry(answer, gate);

  async function sent<T, U>(answer: ApiResult<T>, use: (value: T) => U): Promise<Sent<U>> {
    if (answer.ok) return { ok: true, value: use(answer.value) };
    const failed = withRetry(answer, gate);
    // the thread could be read: the key may write nowhere, or not here, and only an answer to that tells
    const readOnly = failed.code === 'forbidden' && (await mayWrite(api)) === false;
    const reason = readOnly ? { ...failed, code: 'read_only_key' as const } : failed;
    return { ok: false, applied: answer.applied, failure: reason };
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
    mayWrite: () => mayWrite(api),
    skew,
  };
}

/** A pause that this very answer caused belongs into its failure, so that the user sees when it ends. */
function withRetry({ failure: failed }: ApiFailure, gate: Gate): Failure {
  const paused = failed.code === 'rate_limited' && failed.retryAt === undefined;
  return paused
    ? { ...failed, code: gate.absurd() ? 'paused' : failed.code, retryAt: gate.notBefore() }
    : failed;
}

async function mayWrite(api: Api): Promise<boolean | null> {
  const answer = await api.mayWrite();
  if (answer.ok || answer.failure.code === 'invalid_request') return true;
  return answer.failure.code === 'forbidden' ? false : null;
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
