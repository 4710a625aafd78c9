import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemoApi, DEMO_KEY } from '../../electron/demo/api.ts';
import type { ControlMessage } from './control.ts';
import { createTestServer, type TestServer } from './server.ts';

let server: TestServer;
beforeAll(async () => {
  const api = createDemoApi({
    now: Date.now,
    random: Math.random,
    automation: 'never',
    staffReplyAfterMs: null,
  });
  server = await createTestServer({ api, control: true });
});
afterAll(() => server.close());

async function post(
  body: string,
): Promise<{ status: number; answer: { ok: boolean; value?: unknown; error?: string } }> {
  const { statusCode, body: text } = await request(`${server.url}/__control`, { method: 'POST', body });
  return { status: statusCode, answer: (await text.json()) as { ok: boolean } };
}

async function control(message: ControlMessage): Promise<unknown> {
  const { status, answer } = await post(JSON.stringify(message));
  expect(status).toBe(200);
  return answer.value;
}

async function list(): Promise<number> {
  const headers = { authorization: `Bearer ${DEMO_KEY}` };
  const answer = await request(`${server.url}/api/v2/support/tickets`, { headers });
  await answer.body.dump();
  return answer.statusCode;
}

describe('the control of another process', () => {
  it('pulls the strings of the stand-in', async () => {
    const ticket = (await control({ op: 'addTicket', ticket: { subject: 'Fjärrstyrd' } })) as { id: string };
    const ticketId = ticket.id;
    const reply = { op: 'staffReply', ticketId, text: 'Hej!', encrypted: true, senderName: 'Sara' } as const;
    expect(await control(reply)).toMatchObject({ sender: 'staff', senderName: 'Sara', encrypted: true });
    expect(await control({ op: 'customerReply', ticketId, text: 'Tack' })).toMatchObject({
      sender: 'customer',
    });
    expect(await control({ op: 'setStatus', ticketId, status: 'on_hold' })).toMatchObject({
      messageCount: 3,
    });
    expect(await control({ op: 'closeTicket', ticketId })).toMatchObject({ status: 'closed' });
    expect(await control({ op: 'removeTicket', ticketId })).toBe(true);
    expect(await control({ op: 'tickets' })).toHaveLength(27);
    expect(await control({ op: 'applied' })).toEqual([]);
    await control({ op: 'setMask', mask: 'null' });
  });

  it('orders faults, and shows the log without its own requests', async () => {
    await control({ op: 'clearLog' });
    await control({ op: 'fault', fault: { kind: 'status', status: 503, path: 'tickets$', times: 0 } });
    expect([await list(), await list()]).toEqual([503, 503]);
    await control({ op: 'clearFaults' });
    expect(await list()).toBe(200);
    expect(await control({ op: 'log' })).toMatchObject([{ status: 503 }, { status: 503 }, { status: 200 }]);
  });

  it('changes keys and limits', async () => {
    await control({ op: 'setKey', key: DEMO_KEY, scopes: null });
    expect(await list()).toBe(401);
    await control({ op: 'setKey', key: DEMO_KEY, scopes: ['read:support'] });
    await control({ op: 'setRateLimit', limit: { requests: 1, perMs: 60_000 } });
    expect([await list(), await list()]).toEqual([200, 429]);
    await control({ op: 'setRateLimit', limit: null });
    expect(await list()).toBe(200);
  });

  it('goes offline for a while', async () => {
    const outcome = () => list().catch(({ code }) => code);
    await control({ op: 'offline', ms: 1_500 });
    await expect.poll(outcome).toBe('ECONNREFUSED');
    await expect.poll(outcome).toBe(200);
  });

  it.each([
    '{"op":"explode"}',
    'no json',
    '{"op":"offline"}',
    '{"op":"staffReply","ticketId":"none","text":"x"}',
  ])('refuses %s with a reason', async (body) => {
    expect(await post(body)).toMatchObject({ status: 400, answer: { ok: false, error: expect.any(String) } });
  });
});
