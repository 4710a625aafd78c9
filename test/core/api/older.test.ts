// The older call, whose page names fields and no values.
import { describe, expect, it } from 'vitest';
import { answer, apiOver } from './scripted-http.ts';

const older = {
  id: '901',
  ticket_number: '616828',
  number: '616828',
  client_id: '77',
  name: 'Anna &amp; Bo',
  cc: 'a@b.se, c@d.se;e@f.se',
  subject: 'Fr&aring;ga om &lt;b&gt; &#39;DNS&#39;',
  body: 'Hej!<br />\nDet funkar inte.',
  status: 'Client-Reply',
  priority: '1',
  date: '2026-04-27 11:45:00',
  lastreply: '2026-04-27 12:05:00',
  lastupdate: '2026-04-27 12:06:00',
  dept_id: '3',
  deptname: 'Fakturor &amp; betalningar',
  replies: [
    {
      id: '5001',
      replier_id: '4',
      name: 'Support',
      date: '2026-04-27 12:00:00',
      body: '<p>Hej</p>',
      type: 'Admin',
    },
    { id: '5002', replier_id: '77', name: 'Anna', date: '0000-00-00 00:00:00', body: 'Tack', type: '' },
    { id: '5003', replier_id: '0', name: '', date: '', body: '', type: 'Robotic', from: '' },
  ],
  attachments: ['a.txt'],
  linkedServices: [
    {
      serviceType: 'vps',
      serviceId: 'vps_1',
      serviceName: 'app-01',
      metadata: { status: 'Active', hostname: 'x' },
    },
    { serviceType: 'domain', serviceId: '', serviceName: '', metadata: [] },
  ],
};
const read = (ticket: unknown) =>
  apiOver(
    answer(200, { success: true, timestamp: 'x', requestId: 'req_o', data: { ticket } }),
  ).api.legacyTicket('616828');

describe('the older ticket', () => {
  it('becomes the same Detail', async () => {
    const detail = await read(older);
    expect(detail.ok && detail.value.summary).toEqual({
      id: '616828',
      number: '616828',
      subject: "Fråga om <b> 'DNS'",
      status: 'customer_reply',
      priority: 'medium',
      departmentSlug: 'fakturor-betalningar',
      departmentName: 'Fakturor & betalningar',
      createdAt: Date.parse('2026-04-27T11:45:00Z'),
      updatedAt: Date.parse('2026-04-27T12:06:00Z'),
      lastMessageAt: Date.parse('2026-04-27T12:05:00Z'),
      ccEmails: ['a@b.se', 'c@d.se', 'e@f.se'],
      requesterName: 'Anna & Bo',
      messageCount: 4,
      services: [
        {
          serviceType: 'vps',
          serviceId: 'vps_1',
          serviceName: 'app-01',
          details: { status: 'Active', hostname: 'x' },
        },
        { serviceType: 'domain', serviceId: null, serviceName: null, details: null },
      ],
    });
    expect(detail.ok && detail.value.messages).toMatchObject([
      { id: 'opening:616828', position: 0, opening: true, body: older.body, sender: 'customer' },
      { id: '5001', position: 1, sender: 'staff', senderName: 'Support', body: '<p>Hej</p>' },
      { id: '5002', position: 2, sender: 'customer', sentAt: null },
      { id: '5003', position: 3, sender: 'unknown', senderName: null },
    ]);
  });

  it.each([
    ['Open', 'open'],
    ['Answered', 'answered'],
    ['Client-Reply', 'customer_reply'],
    ['Customer Reply', 'customer_reply'],
    ['In Progress', 'in_progress'],
    ['In-Progress', 'in_progress'],
    ['On Hold', 'on_hold'],
    ['CLOSED', 'closed'],
    ['Escalated-L2', 'unknown'],
    ['', 'unknown'],
    ['constructor', 'unknown'],
    ['__proto__', 'unknown'],
  ])('status %s is %s', async (status, expected) => {
    expect(await read({ ...older, status })).toMatchObject({ value: { summary: { status: expected } } });
  });

  it.each([
    ['Client', 'customer'],
    ['client', 'customer'],
    ['Admin', 'staff'],
    ['Staff', 'staff'],
    ['Automatic', 'automation'],
    ['Unregistered', 'customer'],
  ])('a reply of type %s is from %s', async (type, sender) => {
    const replies = [{ ...older.replies[0], type }];
    expect(await read({ ...older, replies })).toMatchObject({ value: { messages: [{}, { sender }] } });
  });

  it('takes numbers for text and lives with what is missing', async () => {
    expect(await read({ ticket_number: 616828, client_id: 77, replies: null, body: null })).toMatchObject({
      ok: true,
      value: { summary: { id: '616828', subject: null }, messages: [{ body: null }] },
    });
  });

  it.each([
    ['no number', { ...older, ticket_number: '', number: '' }],
    ['replies of another kind', { ...older, replies: {} }],
    ['a reply without an id', { ...older, replies: [{ body: 'x' }] }],
    ['nothing', null],
    ['text', 'x'],
  ])('refuses %s', async (_name, ticket) => {
    expect(await read(ticket)).toMatchObject({
      ok: false,
      failure: { code: 'bad_answer', requestId: 'req_o' },
    });
  });

  it('reports its own errors', async () => {
    const body = { error: 'Not found', message: 'x', code: 'NOT_FOUND', timestamp: 'x', requestId: 'req_e' };
    const { api } = apiOver(answer(404, body));
    expect(await api.legacyTicket('1')).toMatchObject({
      failure: { code: 'not_found', status: 404, requestId: 'req_e' },
      problemCode: 'not_found',
    });
  });
});
