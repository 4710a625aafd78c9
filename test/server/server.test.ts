import { connect } from 'node:net';
import { Agent, request } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import type { DemoApi } from '../../electron/demo/api.ts';
import { createDemoApi, DEMO_KEY } from '../../electron/demo/api.ts';
import { createTestServer, type TestServer } from './server.ts';

const headers = { authorization: `Bearer ${DEMO_KEY}` };
const list = '/api/v2/support/tickets?limit=2';
const opened: TestServer[] = [];

async function open(): Promise<{ api: DemoApi; server: TestServer }> {
  const api = createDemoApi({ now: Date.now, random: Math.random, automation: 'never' });
  const server = await createTestServer({ api });
  opened.push(server);
  return { api, server };
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

describe('the stand-in over HTTP', () => {
  it('answers as the stand-in does', async () => {
    const { server } = await open();
    const answer = await request(`${server.url}${list}`, { headers });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.headers.date).toMatch(/GMT$/);
    expect(answer.headers['x-ratelimit-limit']).toBe('60000');
    expect(await answer.body.json()).toMatchObject({ hasMore: true });
  });

  it('takes a reply with Swedish letters, and refuses 2 MiB', async () => {
    const { api, server } = await open();
    const ticket = api.tickets().find(({ status }) => status === 'open');
    const send = (message: string) =>
      request(`${server.url}/api/v2/support/tickets/${ticket?.id}/messages`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ message }),
      });
    const answer = await send('Räksmörgås 🦐');
    expect([answer.statusCode, await answer.body.json()]).toMatchObject([201, { body: 'Räksmörgås 🦐' }]);
    const refused = await send('x'.repeat(2 * 1024 * 1024));
    await refused.body.dump();
    expect(refused.statusCode).toBe(413);
  });

  it('logs requests without keys, and tells connections apart', async () => {
    const { server } = await open();
    const dispatcher = new Agent({ connections: 1 });
    for (const path of [list, '/api/v2/support/tickets/none']) {
      await (await request(`${server.url}${path}`, { headers, dispatcher })).body.dump();
    }
    await dispatcher.close();
    const other = new Agent();
    await (await request(`${server.url}${list}`, { headers, dispatcher: other })).body.dump();
    await other.close();
    const log = server.log();
    expect(log).toMatchObject([
      { method: 'GET', path: list, status: 200, fault: null },
      { path: '/api/v2/support/tickets/none', status: 404 },
      { path: list, status: 200 },
    ]);
    expect(log[0]?.connection).toBe(log[1]?.connection);
    expect(log[0]?.connection).not.toBe(log[2]?.connection);
    expect(JSON.stringify(log)).not.toContain(DEMO_KEY);
    server.clearLog();
    expect(server.log()).toEqual([]);
  });

  it('goes away and comes back on the same port', async () => {
    const { server } = await open();
    const status = () =>
      request(`${server.url}${list}`, { headers }).then(async (answer) => {
        await answer.body.dump();
        return answer.statusCode;
      });
    expect(await status()).toBe(200);
    const hanging = connect(server.port, '127.0.0.1');
    await new Promise((resolve) => hanging.once('connect', resolve));
    const cut = new Promise((resolve) => hanging.once('close', resolve));
    await server.setOffline(true);
    await server.setOffline(true);
    await cut;
    await expect(status()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await server.setOffline(false);
    await server.setOffline(false);
    expect(await status()).toBe(200);
  });

  it('refuses a port that is in use', async () => {
    const { api, server } = await open();
    await expect(createTestServer({ api, port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('offers no control unless asked', async () => {
    const { server } = await open();
    const answer = await request(`${server.url}/__control`, { method: 'POST', body: '{"op":"tickets"}' });
    await answer.body.dump();
    expect(answer.statusCode).toBe(401);
  });
});
