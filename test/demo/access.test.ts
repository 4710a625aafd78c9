import { describe, expect, it } from 'vitest';
import { DEMO_KEY } from '../../electron/demo/api.ts';
import type { DemoScope } from '../../electron/demo/types.ts';
import { asProblem, createStage, find, start, tickets } from './client.ts';

const base = '/api/v2/support';
const calls: [string, string, DemoScope][] = [
  ['GET', `${base}/tickets`, 'read:support'],
  ['POST', `${base}/tickets`, 'write:support'],
  ['GET', `${base}/tickets/x`, 'read:support'],
  ['POST', `${base}/tickets/x/messages`, 'write:support'],
  ['POST', `${base}/tickets/x/actions/close`, 'write:support'],
  ['POST', `${base}/tickets/x/actions/reopen`, 'write:support'],
  ['GET', `${base}/departments`, 'read:account'],
  ['GET', `${base}/attachments/x?ticketId=y`, 'read:support'],
  ['POST', `${base}/attachments`, 'write:support'],
];
const scopes: DemoScope[] = ['read:support', 'write:support', 'read:account'];

describe('keys', () => {
  it.each(calls)('%s %s needs a key and exactly the scope %s', async (method, path, scope) => {
    const stage = createStage({ keys: { one: [scope], others: scopes.filter((other) => other !== scope) } });
    const status = async (headers: Record<string, string>) =>
      (await stage.send(method, path, { headers })).status;
    expect(await status({})).toBe(401);
    expect(await status({ authorization: 'Bearer wrong' })).toBe(401);
    expect(await status({ authorization: 'one' })).toBe(401);
    expect(await status({ 'x-api-key': 'one' })).toBe(401);
    expect(await status({ authorization: 'Bearer others' })).toBe(403);
    expect(await status({ authorization: 'Bearer one' })).not.toBeOneOf([401, 403]);
  });

  it('can be revoked and given other scopes while running', async () => {
    const stage = createStage();
    stage.api.setKey(DEMO_KEY, ['read:support']);
    expect((await stage.post(tickets, {})).status).toBe(403);
    stage.api.setKey(DEMO_KEY, null);
    expect((await stage.get(tickets)).status).toBe(401);
  });

  it('lists the departments for a key that may', async () => {
    const { json } = await createStage().get(`${base}/departments`);
    const { departments } = json as { departments: { slug: string; displayName: string }[] };
    expect(departments.map(({ slug }) => slug)).toContain('general-web-hosting');
    expect(departments.find(({ slug }) => slug === 'billing')?.displayName).toBe('Billing');
  });
});

describe('refusals', () => {
  it.each([
    ['GET', `${base}/tickets/tkt_01unknown`, 404],
    ['GET', `${base}/tickets/999`, 404],
    ['GET', `${base}/tickets/%E0%A4%A`, 404],
    ['GET', `${base}/nothing`, 404],
    ['GET', '/', 404],
    ['GET', '//evil.example/api', 404],
    ['GET', `${base}/tickets/`, 404],
    ['POST', `${base}/tickets/tkt_01unknown/messages`, 404],
    ['POST', `${base}/tickets/tkt_01unknown/actions/close`, 404],
    ['POST', `${base}/tickets/tkt_01unknown/actions/explode`, 404],
    ['DELETE', `${base}/tickets`, 405],
    ['PUT', `${base}/departments`, 405],
  ])('%s %s: %i', async (method, path, status) => {
    const answer = await createStage().send(method, path);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(asProblem(answer)).toMatchObject({
      status,
      instance: path,
      requestId: expect.stringMatching(/^req_01/),
    });
  });

  it('names the allowed methods', async () => {
    expect((await createStage().send('PATCH', tickets)).headers.allow).toBe('GET, POST');
  });

  it('takes 1 MiB and not a byte more', async () => {
    const stage = createStage();
    const { id } = find(stage, ({ status }) => status === 'open');
    const body = (size: number) =>
      JSON.stringify({ message: '' }).replace('""', `"${'x'.repeat(size - 14)}"`);
    const send = (size: number) =>
      stage.send('POST', `${tickets}/${id}/messages`, {
        headers: { authorization: `Bearer ${DEMO_KEY}` },
        body: body(size),
      });
    expect(body(100)).toHaveLength(100);
    expect((await send(1024 * 1024)).status).toBe(201);
    expect((await send(1024 * 1024 + 1)).status).toBe(413);
  });

  it('refuses another type than JSON', async () => {
    const headers = { authorization: `Bearer ${DEMO_KEY}`, 'content-type': 'text/plain' };
    expect((await createStage().send('POST', tickets, { headers, body: '{}' })).status).toBe(415);
  });

  it('knows no v2 route on an older installation', async () => {
    const stage = createStage({ v2: false });
    const { number } = find(stage, () => true);
    expect((await stage.get(tickets)).status).toBe(404);
    const headers = { 'x-api-key': DEMO_KEY };
    expect((await stage.send('GET', `/api/support/tickets/${number}`, { headers })).status).toBe(200);
  });
});

describe('limits', () => {
  it('says on every answer what is left, and on 429 when to come back', async () => {
    const stage = createStage({ rateLimit: { requests: 2, perMs: 10_000 } });
    const first = await stage.get(tickets);
    stage.clock.now = start + 2500;
    await stage.get(`${tickets}/none`);
    const third = await stage.get(tickets);
    const reset = new Date(start + 10_000).toISOString();
    expect(first.headers).toMatchObject({
      date: 'Mon, 27 Apr 2026 12:00:00 GMT',
      'x-ratelimit-limit': '2',
      'x-ratelimit-remaining': '1',
      'x-ratelimit-reset': reset,
    });
    expect([third.status, asProblem(third).code]).toEqual([429, 'rate_limit_exceeded']);
    expect(third.headers).toMatchObject({
      'retry-after': '8',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': reset,
    });
    stage.clock.now = start + 10_000;
    expect((await stage.get(tickets)).status).toBe(200);
  });

  it('counts each key by itself', async () => {
    const keys = { a: ['read:support'], b: ['read:support'] } as const;
    const stage = createStage({ keys, rateLimit: { requests: 1, perMs: 1000 } });
    const status = async (key: string) =>
      (await stage.send('GET', tickets, { headers: { authorization: `Bearer ${key}` } })).status;
    expect([await status('a'), await status('b'), await status('a')]).toEqual([200, 200, 429]);
  });

  it('sends no limit headers where there is no limit', async () => {
    const { headers } = await createStage({ rateLimit: null }).get(tickets);
    expect(Object.keys(headers).filter((name) => name.startsWith('x-ratelimit'))).toEqual([]);
  });
});
