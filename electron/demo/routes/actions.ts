// POST …/actions/close and …/actions/reopen: no body, the refreshed ticket as answer. Doing it twice changes nothing.
import { type Call, json } from '../call.ts';
import { problem } from '../problem.ts';
import type { DemoResponse } from '../types.ts';
import { toTicket } from '../wire.ts';

/** Closing a closed ticket changes nothing. */
export function close(call: Call): DemoResponse {
  return move(call, true);
}

/** Reopening an open ticket changes nothing. */
export function reopen(call: Call): DemoResponse {
  return move(call, false);
}

function move(call: Call, toClosed: boolean): DemoResponse {
  const { world, mask } = call.service;
  const record = world.find(call.params[0] ?? '');
  if (!record) return problem(call, 'not_found');
  const isClosed = record.status === 'closed';
  if (isClosed !== toClosed) world.setStatus(record, toClosed ? 'closed' : 'open', world.now());
  return json(200, toTicket(record, mask()));
}
