// The client against the stand-in over real HTTP, first as it should go and then with each fault.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttp } from '../../../electron/adapters/http.ts';
import { type Api, createApi } from '../../../electron/core/api/client.ts';
import type { Http } from '../../../electron/core/ports.ts';
import { Secret } from '../../../electron/core/secret.ts';
import { createDemoApi, DEMO_KEY } from '../../../electron/demo/api.ts';
import type { DemoApiOptions } from '../../../electron/demo/types.ts';
import { quietLog } from '../../adapters/quiet-log.ts';
import type { Fault } from '../../server/faults.ts';
import { createTestServer, type TestServer } from '../../server/server.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

type Started = { server: TestServer; http: Http; api: Api; ticketId: string };
async function start(options: Partial<DemoApiOptions> = {}, key = DEMO_KEY): Promise<Started> {
  const demo = createDemoApi({ now: Date.now, random: () => 0.4, staffReplyAfterMs: null, ...options });
  const server = await createTestServer({ api: demo });
  const http = createHttp({ baseUrl: new URL(server.url), env: {}, log: quietLog() });
  closers.push(
    () => http.close(),
    () => server.close(),
  );
  const api = createApi({ http, key: () => new Secret(key), now: Date.now });
  const open = demo.tickets().find(({ status }) => status === 'open' || status === 'answered');
  return { server, http, api, ticketId: open?.id ?? '' };
}
const reply = { message: 'Tack, det löste sig! 🎉', encrypted: false };

describe('all goes well', () => {
  it('walks the list to its end and reads every ticket', async () => {
    const { api, server } = await start();
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await api.listTickets({ limit: 3, ...(cursor === undefined ? {} : { cursor }) });
      if (!page.ok) throw new Error(page.failure.code);
      ids.push(...page.value.tickets.map(({ id }) => id));
      cursor = page.value.hasMore ? (page.value.nextCursor ?? undefined) : undefined;
      expect(page.serverDate).not.toBeNull();
      expect(page.rate?.remaining).toBeGreaterThan(0);
    } while (cursor !== undefined);
    const all = server.api.tickets();
    expect(new Set(ids)).toEqual(new Set(all.map(({ id }) => id)));
    for (const ticket of all) {
      const detail = await api.getTicket(ticket.id);
      expect(detail.ok && detail.value.messages.map(({ body }) => body)).toEqual([
        ticket.body,
        ...ticket.messages.map(({ body }) => body),
      ]);
    }
  });

  it('filters, replies, closes, is refused, reopens', async () => {
    const { api, server, ticketId } = await start();
    const sent = await api.reply(ticketId, { ...reply, encrypted: true });
    expect(sent).toMatchObject({
      ok: true,
      value: { ticketId, body: reply.message, encrypted: true, sender: 'customer' },
    });
    expect(server.api.applied()).toMatchObject([{ ticketId, message: reply.message, encrypted: true }]);
    expect(await api.close(ticketId)).toMatchObject({ ok: true, value: { summary: { status: 'closed' } } });
    expect(await api.reply(ticketId, reply)).toMatchObject({
      applied: 'refused',
      failure: { code: 'ticket_closed' },
    });
    expect(await api.reopen(ticketId)).toMatchObject({ ok: true });
    expect(await api.reply(ticketId, reply)).toMatchObject({ ok: true });
    const closed = await api.listTickets({ status: 'closed' });
    expect(closed.ok && closed.value.tickets.every(({ status }) => status === 'closed')).toBe(true);
  });

  it('creates a ticket in a department, and hears which field is wrong', async () => {
    const { api } = await start();
    const departments = await api.departments();
    const departmentSlug = (departments.ok && departments.value[0]?.slug) || '';
    const ticket = {
      departmentSlug,
      subject: 'Åäö',
      message: 'Hej',
      priority: 'low' as const,
      ccEmails: [],
      criticalReason: null,
      service: null,
    };
    expect(await api.createTicket(ticket)).toMatchObject({
      ok: true,
      value: { summary: { subject: 'Åäö', messageCount: 1 }, messages: [{ body: 'Hej', opening: true }] },
    });
    const wrong = await api.createTicket({ ...ticket, departmentSlug: 'no-such' });
    expect(wrong).toMatchObject({ applied: 'refused', failure: { code: 'invalid_request', status: 400 } });
    expect(wrong.ok || wrong.failure.fields?.length).toBeGreaterThan(0);
    expect(wrong.ok || wrong.failure.requestId).toBeTruthy();
  });

  it('downloads whole and in part', async () => {
    const { api, server } = await start();
    const file = server.api
      .tickets()
      .flatMap(({ attachments, messages }) => [
        ...attachments,
        ...messages.flatMap((message) => message.attachments),
      ])[0];
    const read = async (from: number) => {
      const pieces: Uint8Array[] = [];
      const done = await api.download(file?.downloadUrl ?? '', { start: from, validator: null }, (bytes) => {
        pieces.push(bytes);
      });
      return { done, bytes: Buffer.concat(pieces) };
    };
    const whole = await read(0);
    const rest = await read(10);
    expect(whole.done).toMatchObject({ ok: true, value: { start: 0, total: whole.bytes.length } });
    expect(rest.done).toMatchObject({ ok: true, value: { start: 10, total: whole.bytes.length } });
    expect(rest.bytes.equals(whole.bytes.subarray(10))).toBe(true);
  });

  it.each(['iso', 'sql'] as const)(
    'reads the older call like the newer one (times: %s)',
    async (oldTimes) => {
      const { api, server } = await start({ oldTimes });
      for (const { id, number } of server.api.tickets()) {
        const [newer, older] = [await api.getTicket(id), await api.legacyTicket(number)];
        if (!newer.ok || !older.ok) throw new Error('no ticket');
        const shared = ({ value: { summary, messages } }: typeof newer) => [
          summary.number,
          summary.subject,
          summary.status,
          summary.priority,
          Math.floor((summary.createdAt ?? 0) / 1000),
          ...messages.map(({ sender, senderName, sentAt }) => [
            sender,
            senderName,
            Math.floor((sentAt ?? 0) / 1000),
          ]),
        ];
        expect(shared(older)).toEqual(shared(newer));
      }
    },
  );

  it('notices that only the older call is there', async () => {
    const { api, server } = await start({ v2: false });
    expect(await api.listTickets({})).toMatchObject({ ok: false, failure: { code: 'not_found' } });
    expect(await api.legacyTicket(server.api.tickets()[0]?.number ?? '')).toMatchObject({ ok: true });
  });
});

describe('keys', () => {
  it('wrong, too narrow, or fine', async () => {
    const { api, server, ticketId } = await start({ keys: { narrow: ['read:support'] } }, 'narrow');
    expect(await api.listTickets({})).toMatchObject({ ok: true });
    expect(await api.reply(ticketId, reply)).toMatchObject({
      applied: 'refused',
      failure: { code: 'forbidden' },
    });
    expect(await api.departments()).toMatchObject({ failure: { code: 'forbidden' } });
    server.api.setKey('narrow', null);
    expect(await api.reply(ticketId, reply)).toMatchObject({
      applied: 'no',
      failure: { code: 'unauthorized' },
    });
    expect(server.api.applied()).toEqual([]);
  });

  it('count against a limit', async () => {
    const { api, ticketId } = await start({ rateLimit: { requests: 1, perMs: 60_000 } });
    await api.listTickets({});
    const limited = await api.reply(ticketId, reply);
    expect(limited).toMatchObject({ applied: 'no', failure: { code: 'rate_limited', status: 429 } });
    expect(limited.ok || limited.retryAfterMs).toBeGreaterThan(0);
  });
});

describe('faults', () => {
  let started: Started;
  beforeEach(async () => {
    started = await start();
  });

  const cases: [string, Fault, { code: string; applied: string }][] = [
    ['applied, then dropped', { kind: 'apply-then-drop' }, { code: 'connection_lost', applied: 'maybe' }],
    ['applied, then 502', { kind: 'apply-then-status' }, { code: 'server_error', applied: 'maybe' }],
    ['applied, then 408', { kind: 'apply-then-status', status: 408 }, { code: 'timeout', applied: 'maybe' }],
    ['dropped', { kind: 'drop-before' }, { code: 'connection_lost', applied: 'maybe' }],
    ['reset', { kind: 'reset' }, { code: 'connection_lost', applied: 'maybe' }],
    ['500', { kind: 'status' }, { code: 'server_error', applied: 'maybe' }],
    ['503', { kind: 'status', status: 503 }, { code: 'server_error', applied: 'maybe' }],
    ['429', { kind: 'status', status: 429 }, { code: 'rate_limited', applied: 'no' }],
    ['401', { kind: 'status', status: 401 }, { code: 'unauthorized', applied: 'no' }],
    ['403', { kind: 'status', status: 403 }, { code: 'forbidden', applied: 'refused' }],
    ['a captive portal', { kind: 'html' }, { code: 'bad_answer', applied: 'maybe' }],
    ['cut off', { kind: 'truncate' }, { code: 'connection_lost', applied: 'maybe' }],
    ['another shape', { kind: 'wrong-json' }, { code: 'bad_answer', applied: 'maybe' }],
    ['far too much', { kind: 'huge' }, { code: 'too_large', applied: 'maybe' }],
    ['a redirect', { kind: 'redirect' }, { code: 'bad_answer', applied: 'maybe' }],
  ];
  it.each(cases)('a reply meets: %s', async (_name, fault, { code, applied }) => {
    const { api, server, ticketId } = started;
    server.faults.add({ ...fault, method: 'POST' });
    expect(await api.reply(ticketId, reply)).toMatchObject({ ok: false, applied, failure: { code } });
    expect(server.log()).toHaveLength(1);
    expect(await api.reply(ticketId, reply)).toMatchObject({ ok: true });
  });

  it.each(cases)('the list meets: %s', async (_name, fault, { code }) => {
    const { api, server } = started;
    server.faults.add(fault);
    expect(await api.listTickets({})).toMatchObject({ ok: false, failure: { code } });
    expect(await api.listTickets({})).toMatchObject({ ok: true });
  });

  it('never takes the key along to where a redirect points', async () => {
    const { api, server } = started;
    const elsewhere = await start();
    server.faults.add({
      kind: 'redirect',
      status: 307,
      location: `${elsewhere.server.url}/api/v2/support/tickets`,
    });
    server.faults.add({ kind: 'redirect', status: 308, location: '/api/v2/support/tickets' });
    expect(await api.listTickets({})).toMatchObject({ failure: { code: 'bad_answer', status: 307 } });
    expect(await api.legacyTicket('1')).toMatchObject({ failure: { code: 'bad_answer', status: 308 } });
    expect(elsewhere.server.log()).toEqual([]);
    expect(server.log()).toHaveLength(2);
  });

  it('knows that nothing was sent while the server is away, and goes on when it is back', async () => {
    const { api, server, ticketId } = started;
    await server.setOffline(true);
    expect(await api.reply(ticketId, reply)).toMatchObject({ applied: 'no', failure: { code: 'offline' } });
    await server.setOffline(false);
    expect(await api.reply(ticketId, reply)).toMatchObject({ ok: true });
    expect(server.api.applied()).toHaveLength(1);
  });

  it('gives up on silence within its limit', async () => {
    const { http, server, ticketId } = started;
    // The client's own limits are half a minute and more; the way is the same with a shorter one.
    const hurried = {
      ...http,
      request: (request: Parameters<Http['request']>[0]) => http.request({ ...request, timeoutMs: 200 }),
    };
    const api = createApi({ http: hurried, key: () => new Secret(DEMO_KEY), now: Date.now });
    server.faults.add({ kind: 'hang' });
    expect(await api.reply(ticketId, reply)).toMatchObject({
      applied: 'maybe',
      failure: { code: 'timeout' },
    });
  });
});
