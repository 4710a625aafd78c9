// GET /api/v2/support/tickets/{id}: the whole conversation, by id or by ticket number.
import { type Call, json } from '../call.ts';
import { problem } from '../problem.ts';
import type { DemoResponse } from '../types.ts';
import { toTicket } from '../wire.ts';

/** 404 for an id and number that nobody has. */
export function detail(call: Call): DemoResponse {
  const record = call.service.world.find(call.params[0] ?? '');
  if (!record) return problem(call, 'not_found');
  return json(200, toTicket(record, call.service.mask()));
}
