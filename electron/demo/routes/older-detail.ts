// GET /api/support/tickets/{number} (page "Get support ticket details"): the older call, by number alone.
import { type Call, json } from '../call.ts';
import { toOlderTicket } from '../older-shape.ts';
import { problem } from '../problem.ts';
import type { DemoResponse } from '../types.ts';

/** The ticket in the older shape. */
export function olderDetail(call: Call): DemoResponse {
  const { world, mask, oldTimes } = call.service;
  const number = call.params[0] ?? '';
  // `number` is "integer, min: 1": an opaque id is not one, and there is no such ticket.
  const record = /^[1-9]\d*$/.test(number) ? world.find(number) : undefined;
  if (!record) return problem(call, 'not_found');
  return json(200, {
    success: true,
    timestamp: new Date(world.now()).toISOString(),
    requestId: call.requestId,
    data: { ticket: toOlderTicket(record, mask(), oldTimes) },
  });
}
