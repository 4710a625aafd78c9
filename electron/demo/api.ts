// The provider's API in miniature, inside the process: one function from request to response, plus the strings that
// a test pulls. Knows neither Electron nor the program; it is its own reading of the provider's pages.
import { createAccess } from './access.ts';
import type { Call, Service } from './call.ts';
import { type Controls, createControls } from './controls.ts';
import { generateSeeds } from './data/generate.ts';
import { handwrittenSeeds } from './data/handwritten.ts';
import { createListing } from './listing.ts';
import { plant } from './plant.ts';
import { problem } from './problem.ts';
import { largestJson, match } from './router.ts';
import { createStaff } from './staff.ts';
import type { DemoApiOptions, DemoRequest, DemoResponse, DemoScope } from './types.ts';
import { createWorld } from './world.ts';

/** The key of the demo account; it opens nothing else. */
export const DEMO_KEY = 'demo-key-of-nobody';

const allScopes: readonly DemoScope[] = ['read:support', 'write:support', 'read:account'];
const defaultStaffReplyMs = 20_000;
const defaultFirstReplyMs = 15_000;

export interface DemoApi extends Controls {
  /** Answers one request, with a refusal as an ordinary answer. */
  handle: (request: DemoRequest) => Promise<DemoResponse>;
}

/** A stand-in with its own tickets, keys and limits. */
export function createDemoApi(options: DemoApiOptions): DemoApi {
  const { staffReplyAfterMs = defaultStaffReplyMs, order = 'recent', automation = 'sometimes' } = options;
  const { rateLimit = { requests: 60_000, perMs: 60_000 }, v2 = true, tickets } = options;
  const world = createWorld(options.now, options.random);
  const staff = createStaff(world, staffReplyAfterMs);
  const access = createAccess(options.keys ?? { [DEMO_KEY]: allScopes }, rateLimit);
  let mask = options.maskEncrypted ?? 'plain';
  const service: Service = {
    world,
    staff,
    listing: createListing(world, order),
    applied: [],
    mask: () => mask,
    automation: () => automation === 'always' || (automation === 'sometimes' && world.random() < 0.25),
    oldTimes: options.oldTimes ?? 'iso',
  };
  plant(world, tickets === undefined ? handwrittenSeeds : generateSeeds(tickets, world.random));
  planFirstReply(service, options.firstReplyAfterMs, staffReplyAfterMs);

  const dispatch = (call: Call, request: DemoRequest): DemoResponse | Promise<DemoResponse> => {
    const isOlder = call.path.startsWith('/api/support/');
    const caller = access.scopesOf(isOlder, call.headers);
    if (!caller) return problem(call, 'unauthorized');
    const rate = access.count(caller.key, world.now());
    const withRate = (response: DemoResponse): DemoResponse => ({
      ...response,
      headers: { ...response.headers, ...rate?.headers },
    });
    if (rate?.exceeded) {
      const headers = { 'retry-after': String(rate.retryAfterSeconds) };
      return withRate(problem(call, 'rate_limit_exceeded', { headers }));
    }
    const found = !isOlder && !v2 ? null : match(request.method, call.path);
    if (!found) return withRate(problem(call, 'not_found'));
    const { entry, allowed, params } = found;
    if (!entry)
      return withRate(problem(call, 'method_not_allowed', { headers: { allow: allowed.join(', ') } }));
    if (call.body.byteLength > (entry.maxBody ?? largestJson)) {
      return withRate(problem(call, 'payload_too_large'));
    }
    if (!caller.scopes.has(entry.scope)) {
      return withRate(problem(call, 'forbidden', { extensions: { requiredScope: entry.scope } }));
    }
    const answer = entry.route({ ...call, params });
    return answer instanceof Promise ? answer.then(withRate) : withRate(answer);
  };

  return {
    ...createControls(service, access, (next) => {
      mask = next;
    }),
    async handle(request) {
      staff.advance();
      const response = await dispatch(readCall(service, request), request);
      const date = new Date(world.now()).toUTCString();
      return { ...response, headers: { date, ...response.headers } };
    },
  };
}

function readCall(service: Service, request: DemoRequest): Call {
  const { world } = service;
  const mark = request.path.indexOf('?');
  return {
    service,
    method: request.method,
    path: mark < 0 ? request.path : request.path.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : request.path.slice(mark)),
    headers: request.headers,
    body: request.body ?? new Uint8Array(),
    params: [],
    requestId: world.newId('req', world.now()),
  };
}

// Someone who tries the demo shall see a notification soon: the ticket whose customer wrote last gets an answer.
function planFirstReply(
  service: Service,
  asked: number | null | undefined,
  replyAfterMs: number | null,
): void {
  const after = asked === undefined && replyAfterMs !== null ? defaultFirstReplyMs : (asked ?? null);
  const waiting = service.listing.page({ status: 'customer_reply', departmentSlug: null }, null, 10_000);
  const latest = waiting.toSorted((a, b) => b.changedAt - a.changedAt)[0];
  if (after !== null && latest) service.staff.answerAt(latest.id, service.world.now() + after);
}
