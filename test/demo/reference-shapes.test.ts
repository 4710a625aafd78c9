// The answers against the field lists of the provider's reference pages, copied from there by hand and from nothing
// of ours: each field with its type, `null` where the page says "string,null". No field may be missing or extra.
import { describe, expect, it } from 'vitest';
import { DEMO_KEY } from '../../electron/demo/api.ts';
import { asList, createStage, find, tickets } from './client.ts';

type Field = string | readonly string[] | Shape | [Shape];
interface Shape {
  [field: string]: Field;
}

const statuses = [
  'open',
  'answered',
  'customer_reply',
  'in_progress',
  'on_hold',
  'closed',
  'unknown',
] as const;
const service: Shape = {
  serviceType: 'string',
  serviceId: 'string|null',
  serviceName: 'string|null',
  details: 'object|null',
};
const attachment: Shape = {
  id: 'string',
  filename: 'string|null',
  extension: 'string|null',
  mimeType: 'string|null',
  downloadUrl: 'string',
};
const message: Shape = {
  id: 'string',
  ticketId: 'string',
  sentAt: 'string|null',
  body: 'string|null',
  sender: ['customer', 'staff', 'automation'],
  senderName: 'string|null',
  encrypted: 'boolean',
  attachments: [attachment],
};
const summary: Shape = {
  id: 'string',
  number: 'string',
  subject: 'string|null',
  status: statuses,
  priority: ['low', 'medium', 'high', 'urgent', 'critical'],
  departmentSlug: 'string',
  departmentName: 'string|null',
  createdAt: 'string|null',
  updatedAt: 'string|null',
  lastMessageAt: 'string|null',
  ccEmails: 'strings',
  requesterName: 'string|null',
  messageCount: 'integer',
  linkedServices: [service],
};
const ticket: Shape = { ...summary, body: 'string|null', attachments: [attachment], messages: [message] };
const page: Shape = { data: [summary], hasMore: 'boolean', nextCursor: 'string|null' };
const problem: Shape = {
  type: 'string',
  title: 'string',
  status: 'integer',
  detail: 'string',
  code: 'string',
  instance: 'string',
  requestId: 'string',
  timestamp: 'string',
};
const fieldErrors: Shape = { pointer: 'string', detail: 'string', code: 'string' };

const strings = (names: string): Shape =>
  Object.fromEntries(names.split(' ').map((name) => [name, 'string'] as const));
const older: Shape = {
  ...strings(
    'id parent_id date lastreply lastupdate lastedit editby ticket_number acc_hash dept_id client_id creator_id name email cc bcc subject body status priority admin_read client_read type request_type senderip escalated sla_id start_date resolve_date owner_id brand_id deadline deptname viewtime share share_tag client_group status_color org_deptname from number',
  ),
  flags: 'integer',
  tags: 'strings',
  metadata: 'strings',
  subscriptions: 'strings',
  attachments: 'strings',
  notes: 'strings',
  owner: strings('id username firstname lastname email status'),
  replies: [
    {
      ...strings(
        'id ticket_id replier_id name email date lastedit editby body status type senderip rating rate_date from gravatar',
      ),
      flags: 'integer',
    },
  ],
  linkedServices: [
    {
      ...strings(
        'id ticketNumber clientId serviceType serviceId serviceName aiSummary aiHelpful createdAt updatedAt',
      ),
      metadata: strings('status nextDue hostname'),
    },
  ],
};

/** Every way in which `value` is not of the shape, as `path: what is wrong`. */
function differences(value: unknown, shape: Field, path = ''): string[] {
  if (typeof shape === 'string')
    return hasType(value, shape) ? [] : [`${path}: ${JSON.stringify(value)} is no ${shape}`];
  if (Array.isArray(shape)) {
    const [item] = shape;
    if (typeof item !== 'object')
      return shape.some((known) => known === value) ? [] : [`${path}: ${JSON.stringify(value)}`];
    if (!Array.isArray(value)) return [`${path}: no list`];
    return value.flatMap((entry, index) => differences(entry, item, `${path}/${index}`));
  }
  if (typeof value !== 'object' || value === null) return [`${path}: no object`];
  const fields = shape as Shape;
  const extra = Object.keys(value).filter((name) => !(name in fields));
  const wrong = Object.entries(fields).flatMap(([name, inner]) =>
    differences((value as Record<string, unknown>)[name], inner, `${path}/${name}`),
  );
  return [...extra.map((name) => `${path}/${name}: not on the page`), ...wrong];
}

function hasType(value: unknown, type: string): boolean {
  if (value === null) return type.endsWith('|null');
  const [name] = type.split('|');
  if (name === 'integer') return Number.isInteger(value);
  if (name === 'strings') return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
  return typeof value === name && !Array.isArray(value);
}

const stage = createStage();
const everyTicket = stage.api.tickets();
const open = find(stage, ({ status }) => status === 'open');

it('the comparison notices a missing, an extra, a null and a wrong field', () => {
  const value = { pointer: null, detail: 5, more: 1 };
  expect(differences(value, fieldErrors)).toHaveLength(4);
  expect(differences([value], [fieldErrors])).toHaveLength(4);
  expect(differences('closed!', statuses)).toHaveLength(1);
});

describe('answers have the fields of the reference pages', () => {
  it('list', async () => {
    const answer = await stage.get(`${tickets}?limit=100`);
    expect(asList(answer).data).toHaveLength(everyTicket.length);
    expect(differences(answer.json, page)).toEqual([]);
    expect(differences((await stage.get(`${tickets}?limit=1`)).json, page)).toEqual([]);
  });

  it('every ticket in full, in the newer and the older shape', async () => {
    for (const { id, number } of everyTicket) {
      expect(differences((await stage.get(`${tickets}/${id}`)).json, ticket)).toEqual([]);
      const headers = { 'x-api-key': DEMO_KEY };
      const { json } = await stage.send('GET', `/api/support/tickets/${number}`, { headers });
      const shape: Shape = { ...strings('timestamp requestId'), success: 'boolean', data: { ticket: older } };
      expect(differences(json, shape)).toEqual([]);
    }
  });

  it('create and reply', async () => {
    const body = { departmentSlug: 'vps', subject: 'Hej', message: 'Hej' };
    expect(differences((await stage.post(tickets, body)).json, ticket)).toEqual([]);
    const reply = await stage.post(`${tickets}/${open.id}/messages`, { message: 'Hej' });
    expect(differences(reply.json, message)).toEqual([]);
  });

  it('problem documents', async () => {
    const missing = await stage.get(`${tickets}/tkt_none`);
    expect(differences(missing.json, problem)).toEqual([]);
    const invalid = await stage.post(tickets, {});
    expect(differences(invalid.json, { ...problem, errors: [fieldErrors] })).toEqual([]);
    expect(missing.json).toMatchObject({
      type: 'https://developer.hostup.se/errors/not_found',
      title: 'Not found',
    });
  });
});
