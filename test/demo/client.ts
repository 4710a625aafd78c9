// A small client for tests of the stand-in: requests in plain objects, answers read as JSON, a clock to turn.
import { createDemoApi, DEMO_KEY, type DemoApi } from '../../electron/demo/api.ts';
import type {
  DemoApiOptions,
  DemoMessage,
  DemoTicket,
  DemoTicketSummary,
} from '../../electron/demo/types.ts';
import { randomFrom } from '../fakes/random.ts';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  bytes: Uint8Array;
  text: string;
  json: unknown;
}

interface ListAnswer {
  data: DemoTicketSummary[];
  hasMore: boolean;
  nextCursor: string | null;
}

interface ProblemAnswer {
  status: number;
  code: string;
  requestId: string;
  instance: string;
  errors?: { pointer: string; detail: string; code: string }[];
}

export interface Stage {
  api: DemoApi;
  clock: { now: number };
  send: (method: string, path: string, extra?: Extra) => Promise<Answer>;
  get: (path: string) => Promise<Answer>;
  post: (path: string, body?: unknown) => Promise<Answer>;
}

export interface Extra {
  headers?: Record<string, string>;
  body?: Uint8Array | string | null;
}

export const start = Date.parse('2026-04-27T12:00:00.000Z');
export const tickets = '/api/v2/support/tickets';

export function createStage(options: Partial<DemoApiOptions> = {}): Stage {
  const clock = { now: start };
  const api = createDemoApi({
    now: () => clock.now,
    random: randomFrom(7),
    automation: 'never',
    ...options,
  });
  const send: Stage['send'] = async (method, path, { headers, body = null } = {}) => {
    const answer = await api.handle({
      method,
      path,
      headers: headers ?? { authorization: `Bearer ${DEMO_KEY}` },
      body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    });
    const text = new TextDecoder().decode(answer.body);
    return { status: answer.status, headers: answer.headers, bytes: answer.body, text, json: parse(text) };
  };
  return {
    api,
    clock,
    send,
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, { body: body === undefined ? null : JSON.stringify(body) }),
  };
}

export const asList = (answer: Answer): ListAnswer => answer.json as ListAnswer;
export const asTicket = (answer: Answer): DemoTicket => answer.json as DemoTicket;
export const asMessage = (answer: Answer): DemoMessage => answer.json as DemoMessage;
export const asProblem = (answer: Answer): ProblemAnswer => answer.json as ProblemAnswer;

/** The pointers of a problem document's errors, in order. */
export function pointers(answer: Answer): string[] {
  return (asProblem(answer).errors ?? []).map(({ pointer }) => pointer);
}

export function find(stage: Stage, matches: (ticket: DemoTicket) => boolean): DemoTicket {
  const ticket = stage.api.tickets().find(matches);
  if (!ticket) throw new Error('no such ticket in the demo account');
  return ticket;
}

/** Follows every page to the end, beginning at the cursor `from`. */
export async function walk(
  stage: Stage,
  query: string,
  from: string | null = null,
): Promise<DemoTicketSummary[]> {
  const all: DemoTicketSummary[] = [];
  let cursor = from;
  do {
    const more: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = asList(await stage.get(`${tickets}?${query}${more}`));
    all.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
