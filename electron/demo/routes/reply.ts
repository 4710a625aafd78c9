// POST /api/v2/support/tickets/{id}/messages (page "Reply to support ticket"). There is no idempotency key.
import { type Call, json } from '../call.ts';
import { account } from '../data/account.ts';
import { readFields, requiredText, wrong } from '../fields.ts';
import { guessLanguage } from '../language.ts';
import { type FieldError, problem } from '../problem.ts';
import { confirmation } from '../staff-texts.ts';
import type { DemoResponse } from '../types.ts';
import { toMessage } from '../wire.ts';

/** 201, or 409 for a closed ticket. */
export function reply(call: Call): DemoResponse {
  const { world, applied, staff, mask, automation } = call.service;
  const record = world.find(call.params[0] ?? '');
  if (!record) return problem(call, 'not_found');
  const read = readFields(call);
  if (!read.ok) return read.response;

  const errors: FieldError[] = [];
  const text = requiredText(read.fields, 'message', errors);
  const { encrypted = false } = read.fields;
  if (typeof encrypted !== 'boolean') errors.push(wrong('/encrypted', '`encrypted` must be true or false.'));
  if (errors.length > 0) return problem(call, 'invalid_request', { errors });
  if (record.status === 'closed') return problem(call, 'ticket_closed');

  const at = world.now();
  const message = world.append(record, {
    at,
    body: text,
    sender: 'customer',
    senderName: account.name,
    encrypted: encrypted === true,
  });
  world.setStatus(record, 'customer_reply', at);
  applied.push({ id: message.id, ticketId: record.id, message: text, encrypted: encrypted === true, at });
  record.language = guessLanguage(text, record.language);
  if (automation()) {
    const body = confirmation(record.language, record.number);
    world.append(record, { at, body, sender: 'automation', senderName: null, encrypted: false });
  }
  staff.answerLater(record.id, at);
  return json(201, toMessage(message, mask()));
}
