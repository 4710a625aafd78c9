import { Agent, request } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { createDemoApi, DEMO_KEY } from '../../electron/demo/api.ts';
import { createFaults } from './faults.ts';
import { createTestServer, type TestServer } from './server.ts';

const authorization = `Bearer ${DEMO_KEY}`;
const opened: TestServer[] = [];

async function open() {
  const api = createDemoApi({
    now: Date.now,
    random: Math.random,
    automation: 'never',
    staffReplyAfterMs: null,
  });
  const server = await createTestServer({ api });
  opened.push(server);
  const id = api.tickets().find(({ status }) => status === 'open')?.id ?? '';
  const reply = (message = 'Hej', headersTimeout = 5000) =>
    send(
      server,
      'POST',
      `/api/v2/support/tickets/${id}/messages`,
      JSON.stringify({ message }),
      headersTimeout,
    );
  return {
    api,
    server,
    faults: server.faults,
    reply,
    list: () => send(server, 'GET', '/api/v2/support/tickets'),
  };
}

async function send(
  server: TestServer,
  method: 'GET' | 'POST',
  path: string,
  body?: string,
  headersTimeout = 5000,
) {
  // A connection of its own each time: a fault must not be hidden by a repeated request on a kept one.
  const dispatcher = new Agent({ headersTimeout, pipelining: 0 });
  try {
    const headers = { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const answer = await request(`${server.url}${path}`, { method, headers, body: body ?? null, dispatcher });
    return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
  } finally {
    await dispatcher.destroy();
  }
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

const onReply = { method: 'POST', path: /messages$/ } as const;

describe('faults that hide what happened to a reply', () => {
  it('apply-then-drop: applied, and the connection closes', async () => {
    const { api, faults, reply, server } = await open();
    faults.add({ ...onReply, kind: 'apply-then-drop' });
    await expect(reply()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
    expect(api.applied()).toHaveLength(1);
    expect(server.log()).toMatchObject([{ status: null, fault: 'apply-then-drop' }]);
    expect((await reply()).status).toBe(201);
  });

  it('apply-then-status: applied, and an error is answered', async () => {
    const { api, faults, reply } = await open();
    faults.add({ ...onReply, kind: 'apply-then-status', status: 504, body: 'late' });
    expect(await reply()).toMatchObject({ status: 504, text: 'late' });
    expect(api.applied()).toHaveLength(1);
  });

  it('drop-before and reset: not applied, no answer', async () => {
    const { api, faults, reply } = await open();
    faults.add({ ...onReply, kind: 'drop-before' });
    await expect(reply()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
    faults.add({ ...onReply, kind: 'reset' });
    await expect(reply()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(api.applied()).toEqual([]);
    faults.add({ ...onReply, kind: 'reset', apply: true });
    await expect(reply()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(api.applied()).toHaveLength(1);
  });

  it('apply-late: the connection closes at once, applied afterwards', async () => {
    const { api, faults, reply } = await open();
    faults.add({ ...onReply, kind: 'apply-late', ms: 1_000 });
    await expect(reply()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
    expect(api.applied()).toEqual([]);
    await expect.poll(() => api.applied().length).toBe(1);
  });

  it('hang: no answer; applied or not, as ordered', async () => {
    const { api, faults, reply } = await open();
    faults.add({ ...onReply, kind: 'hang' });
    faults.add({ ...onReply, kind: 'hang', apply: true });
    await expect(reply('a', 100)).rejects.toMatchObject({ code: 'UND_ERR_HEADERS_TIMEOUT' });
    await expect(reply('b', 100)).rejects.toMatchObject({ code: 'UND_ERR_HEADERS_TIMEOUT' });
    await expect.poll(() => api.applied()).toMatchObject([{ message: 'b' }]);
  });

  it('truncate: applied, and the answer breaks off', async () => {
    const { api, faults, reply } = await open();
    faults.add({ ...onReply, kind: 'truncate' });
    await expect(reply()).rejects.toMatchObject({
      code: expect.stringMatching(/^UND_ERR_(SOCKET|RES_CONTENT_LENGTH_MISMATCH)$/),
    });
    expect(api.applied()).toHaveLength(1);
  });
});

describe('faults that answer wrongly', () => {
  it('status: as ordered, by default a problem document', async () => {
    const { faults, list } = await open();
    faults.add({ kind: 'status', status: 503, headers: { 'retry-after': '7' } });
    const answer = await list();
    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '7' } });
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(answer.text)).toMatchObject({
      code: 'internal_error',
      instance: '/api/v2/support/tickets',
    });
  });

  it('html, wrong-json, redirect', async () => {
    const { faults, list } = await open();
    faults.add({ kind: 'html' });
    faults.add({ kind: 'wrong-json' });
    faults.add({ kind: 'redirect', status: 307, location: 'https://login.example/' });
    expect(await list()).toMatchObject({ status: 200, text: expect.stringMatching(/^<!doctype html>/) });
    expect(JSON.parse((await list()).text)).toEqual({ hello: ['world'] });
    expect(await list()).toMatchObject({ status: 307, headers: { location: 'https://login.example/' } });
    expect(faults.pending()).toBe(0);
  });

  it('huge: as many bytes as ordered', async () => {
    const { faults, list } = await open();
    faults.add({ kind: 'huge', bytes: 3 * 1024 * 1024 });
    const { text } = await list();
    expect(text.length).toBe(3 * 1024 * 1024 + 2);
    expect(JSON.parse(text)).toEqual({});
  });

  it('huge: stops when the client does', async () => {
    const { faults, server, list } = await open();
    faults.add({ kind: 'huge', bytes: 1024 ** 4 });
    const dispatcher = new Agent({ maxResponseSize: 200_000 });
    const answer = await request(`${server.url}/api/v2/support/tickets`, {
      headers: { authorization },
      dispatcher,
    });
    await expect(answer.body.text()).rejects.toMatchObject({ code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' });
    await dispatcher.destroy();
    expect((await list()).status).toBe(200);
  });

  it('delay: the ordinary answer, later', async () => {
    const { faults, list } = await open();
    faults.add({ kind: 'delay', ms: 120 });
    const started = performance.now();
    expect((await list()).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(110);
  });
});

describe('which request a fault meets', () => {
  it('by method and path, in order, as often as ordered', () => {
    const faults = createFaults();
    faults.add({ method: 'POST', path: /messages$/g, times: 2, kind: 'hang' });
    faults.add({ path: 'tickets', skip: 1, kind: 'reset' });
    const take = (method: string, path: string) => faults.take(method, path)?.kind ?? null;
    expect(take('GET', '/messages')).toBe(null);
    expect(take('POST', '/messages?x')).toBe(null);
    expect(take('POST', '/tickets/1/messages')).toBe('hang');
    expect(take('POST', '/tickets/1/messages')).toBe('hang');
    expect(take('POST', '/tickets/1/messages')).toBe(null);
    expect(take('POST', '/tickets/1/messages')).toBe('reset');
    expect(faults.pending()).toBe(0);
  });

  it('until it is taken back', () => {
    const faults = createFaults();
    const remove = faults.add({ kind: 'html', times: Number.POSITIVE_INFINITY });
    for (let count = 0; count < 50; count += 1) expect(faults.take('GET', '/')?.kind).toBe('html');
    remove();
    expect(faults.take('GET', '/')).toBe(null);
    faults.add({ kind: 'html' });
    faults.clear();
    expect(faults.take('GET', '/')).toBe(null);
  });
});
