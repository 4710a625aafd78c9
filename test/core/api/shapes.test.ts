// Answers as they should be, as they may be, and as they must not be.
import { describe, expect, it } from 'vitest';
import { cpuTime } from '../../tools/cpu-time.ts';
import { answer, apiOver, attachment, message, summary, ticket } from './scripted-http.ts';

const list = (body: unknown) => apiOver(answer(200, body, { 'x-request-id': 'req_1' })).api.listTickets({});
const get = (body: unknown) => apiOver(answer(200, body)).api.getTicket('tkt_1');
const bad = { ok: false, failure: { code: 'bad_answer', status: 200 } };

describe('the list', () => {
  it('becomes summaries with times in epoch ms', async () => {
    const page = await list({ data: [summary], hasMore: true, nextCursor: 'c1', surplus: { a: 1 } });
    expect(page).toMatchObject({ ok: true, value: { hasMore: true, nextCursor: 'c1' } });
    const { linkedServices, ...rest } = summary;
    expect(page.ok && page.value.tickets).toEqual([
      {
        ...rest,
        createdAt: Date.parse(summary.createdAt),
        updatedAt: Date.parse(summary.updatedAt),
        lastMessageAt: Date.parse(summary.lastMessageAt),
        services: linkedServices,
      },
    ]);
  });

  it.each([
    ['nothing', {}, { tickets: [], hasMore: false, nextCursor: null }],
    [
      'nulls',
      { data: [], hasMore: null, nextCursor: null },
      { tickets: [], hasMore: false, nextCursor: null },
    ],
    ['a cursor alone', { data: [], nextCursor: 'x' }, { hasMore: true, nextCursor: 'x' }],
    ['more without a cursor', { data: [], hasMore: true }, { hasMore: true, nextCursor: null }],
    ['an empty cursor', { data: [], hasMore: true, nextCursor: '' }, { hasMore: true, nextCursor: null }],
  ])('fills in defaults for %s', async (_name, body, value) => {
    expect(await list(body)).toMatchObject({ ok: true, value });
  });

  it('reads what it does not know as unknown', async () => {
    const page = await list({ data: [{ ...summary, status: 'escalated', priority: 'p0', newField: [] }] });
    expect(page).toMatchObject({ value: { tickets: [{ status: 'unknown', priority: 'unknown' }] } });
    expect(page.ok && page.value.tickets[0]).not.toHaveProperty('newField');
  });

  it('lives with nulls and with times that are none', async () => {
    const nulls = {
      ...summary,
      subject: null,
      departmentName: null,
      requesterName: null,
      createdAt: null,
      updatedAt: 'yesterday',
      lastMessageAt: '',
      ccEmails: null,
      linkedServices: [{ serviceType: 'vps', serviceId: null, serviceName: null, details: null }],
    };
    expect(await list({ data: [nulls] })).toMatchObject({
      value: {
        tickets: [{ subject: null, createdAt: null, updatedAt: null, lastMessageAt: null, ccEmails: [] }],
      },
    });
  });

  it.each([
    ['2026-04-27T11:45:00.000Z', '2026-04-27T11:45:00.000Z'],
    ['2026-04-27T11:45:00', '2026-04-27T11:45:00.000Z'],
    ['2026-04-27 11:45:00', '2026-04-27T11:45:00.000Z'],
    ['2026-04-27T13:45:00+02:00', '2026-04-27T11:45:00.000Z'],
    ['2026-04-27T13:45:00+0200', '2026-04-27T11:45:00.000Z'],
    ['2026-04-27T11:45:00.123456Z', '2026-04-27T11:45:00.123Z'],
  ])('reads the time %s, as UTC unless it says otherwise', async (text, iso) => {
    expect(await list({ data: [{ ...summary, createdAt: text }] })).toMatchObject({
      value: { tickets: [{ createdAt: Date.parse(iso) }] },
    });
  });

  it.each([
    ['a list', []],
    ['null', null],
    ['a text', '"x"'],
    ['a number', '5'],
    ['data of another kind', { data: {} }],
    ['data null', { data: null }],
    ['a ticket that is none', { data: [null] }],
    ['an id that is a number', { data: [{ ...summary, id: 5 }] }],
    ['an id that is empty', { data: [{ ...summary, id: '' }] }],
    ['an id without end', { data: [{ ...summary, id: 'x'.repeat(201) }] }],
    ['no number', { data: [{ ...summary, number: undefined }] }],
    ['no status', { data: [{ ...summary, status: undefined }] }],
    ['a status that is null', { data: [{ ...summary, status: null }] }],
    ['a count that is a text', { data: [{ ...summary, messageCount: '2' }] }],
    ['a count below zero', { data: [{ ...summary, messageCount: -1 }] }],
    ['a count beyond counting', '{"data":[{"messageCount":1e308}]}'],
    ['a subject that is an object', { data: [{ ...summary, subject: {} }] }],
    ['services that are text', { data: [{ ...summary, linkedServices: 'vps' }] }],
    ['one wrong among good ones', { data: [summary, { ...summary, id: null }, summary] }],
    ['another program’s answer', { hello: ['world'] }],
    ['an error in disguise', { error: 'maintenance' }],
    ['an older error in disguise', { success: false, message: 'x' }],
    ['a problem in disguise', { code: 'internal_error', detail: 'x' }],
    ['HTML', '<html><body>Log in to Hotel WiFi</body></html>'],
    ['nothing at all', ''],
    ['cut off', JSON.stringify({ data: [summary] }).slice(0, 120)],
  ])('refuses %s whole, with the request id', async (_name, body) => {
    expect(await list(body)).toMatchObject({ ...bad, failure: { ...bad.failure, requestId: 'req_1' } });
  });

  it('is not impressed by depth, size or prototype keys', async () => {
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    const body = JSON.stringify({ data: [summary] }).replace('"status":"Active"', `"deep":${deep},"n":1e999`);
    const page = await list(
      body.replace('{"data"', '{"__proto__":{"polluted":1},"constructor":{"x":1},"data"'),
    );
    expect(page).toMatchObject({ ok: true });
    expect(() => JSON.stringify(page)).not.toThrow();
    expect(() => structuredClone(page)).not.toThrow();
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();

    const details = '{"__proto__":{"polluted":1},"status":"ok","list":[1,{"b":null}]}';
    const own = JSON.stringify({ data: [summary] }).replace(/"details":\{[^}]*\}/, `"details":${details}`);
    const read = await list(own);
    expect(read.ok && read.value.tickets[0]?.services[0]?.details).toEqual({
      status: 'ok',
      list: [1, { b: null }],
    });
    expect(read.ok && Object.hasOwn(read.value.tickets[0]?.services[0]?.details ?? {}, '__proto__')).toBe(
      false,
    );

    expect(await list('['.repeat(200_000))).toMatchObject(bad);
    expect(await list(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)).toMatchObject(bad);
  });

  it('keeps every character', async () => {
    const subject = 'Räksmörgås 🦐 \u0000 "\\" 中文 <b>&amp;</b>';
    expect(await list({ data: [{ ...summary, subject }] })).toMatchObject({
      value: { tickets: [{ subject }] },
    });
  });
});

describe('a ticket in full', () => {
  it('begins with its own text', async () => {
    const detail = await get(ticket);
    expect(detail.ok && detail.value.messages).toEqual([
      {
        id: `opening:${ticket.id}`,
        ticketId: ticket.id,
        position: 0,
        sentAt: Date.parse(ticket.createdAt),
        body: ticket.body,
        sender: 'customer',
        senderName: 'Jane Example',
        encrypted: false,
        attachments: [attachment],
        opening: true,
        unread: false,
      },
      {
        ...message,
        position: 1,
        sentAt: Date.parse(message.sentAt),
        opening: false,
        unread: false,
      },
    ]);
    expect(detail.ok && detail.value.summary).not.toHaveProperty('messages');
  });

  it('keeps the API’s order, and names of people it does not know', async () => {
    const messages = ['b', 'a', 'c'].map((id) => ({
      ...message,
      id,
      sender: id === 'a' ? 'robot' : 'staff',
    }));
    const detail = await get({ ...ticket, messages });
    expect(
      detail.ok && detail.value.messages.map(({ id, position, sender }) => [id, position, sender]),
    ).toEqual([
      [`opening:${ticket.id}`, 0, 'customer'],
      ['b', 1, 'staff'],
      ['a', 2, 'unknown'],
      ['c', 3, 'staff'],
    ]);
  });

  it('needs no more than an id and a number', async () => {
    const detail = await get({ id: 'tkt_1', number: '7' });
    expect(detail).toMatchObject({
      value: {
        summary: {
          status: 'unknown',
          priority: 'unknown',
          departmentSlug: '',
          messageCount: 1,
          services: [],
        },
        messages: [{ body: null, opening: true }],
      },
    });
  });

  it('belongs to the ticket, also where messages say otherwise', async () => {
    const detail = await get({ ...ticket, messages: [{ ...message, ticketId: '149943' }] });
    expect(detail.ok && detail.value.messages[1]?.ticketId).toBe(ticket.id);
  });

  it.each([
    ['elsewhere', 'https://evil.example/x'],
    ['another host', '//evil.example/x'],
    ['with a backslash', '/\\evil.example'],
    ['with a line end', '/a\r\nHost: evil'],
    ['of a script', 'javascript:alert(1)'],
    ['missing', undefined],
  ])('refuses an attachment %s', async (_name, downloadUrl) => {
    expect(await get({ ...ticket, attachments: [{ ...attachment, downloadUrl }] })).toMatchObject(bad);
    const messages = [{ ...message, attachments: [{ ...attachment, downloadUrl }] }];
    expect(await get({ ...ticket, messages })).toMatchObject(bad);
  });

  it('reads 2,000 messages in good time', async () => {
    const messages = Array.from({ length: 2_000 }, (_, index) => ({ ...message, id: `m${index}` }));
    const read = async () => expect(await get({ ...ticket, messages })).toMatchObject({ ok: true });
    expect(await cpuTime(read)).toBeLessThan(1_000);
  });
});

it('reads departments', async () => {
  const { api } = apiOver(
    answer(200, {
      departments: [
        { slug: 'billing', displayName: 'Fakturor', description: 'Frågor om fakturor', email: 'x@y.se' },
        { slug: 'vps', displayName: null },
      ],
    }),
  );
  expect(await api.departments()).toMatchObject({
    ok: true,
    value: [
      { slug: 'billing', name: 'Fakturor', description: 'Frågor om fakturor' },
      { slug: 'vps', name: 'vps', description: null },
    ],
  });
  expect(await apiOver(answer(200, {})).api.departments()).toMatchObject(bad);
});
