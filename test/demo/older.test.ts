import { describe, expect, it } from 'vitest';
import { DEMO_KEY } from '../../electron/demo/api.ts';
import { createStage, find, type Stage } from './client.ts';

interface OlderTicket {
  status: string;
  priority: string;
  body: string;
  date: string;
  number: string;
  replies: { body: string; type: string; name: string }[];
  linkedServices: { metadata: Record<string, string> }[];
}

const call = (stage: Stage, number: string, key = DEMO_KEY) =>
  stage.send('GET', `/api/support/tickets/${number}`, { headers: { 'x-api-key': key } });

async function read(stage: Stage, number: string): Promise<OlderTicket> {
  const answer = await call(stage, number);
  expect(answer.status).toBe(200);
  return (answer.json as { data: { ticket: OlderTicket } }).data.ticket;
}

describe('the older call', () => {
  it('spells status and priority in its own way and writes HTML', async () => {
    const stage = createStage();
    const waiting = find(stage, ({ subject }) => subject === 'VPS app-01 svarar inte');
    const ticket = await read(stage, waiting.number);
    expect(ticket).toMatchObject({ status: 'Client-Reply', priority: 'Urgent', number: waiting.number });
    expect(ticket.replies.map(({ type }) => type)).toEqual(['Automatic', 'Admin', 'Client']);
    expect(ticket.replies.at(-1)?.body).toContain('&quot;RTNETLINK answers: Input/output error&quot;');
    expect(ticket.body).toContain('Hej!<br>\n<br>\n');
    expect(ticket.linkedServices[0]?.metadata).toMatchObject({ status: 'active' });
    const entities = await read(
      stage,
      find(stage, ({ subject }) => subject?.includes('&amp;') ?? false).number,
    );
    expect(entities.body).toContain('&amp;#39;');
  });

  it('writes times as ordered', async () => {
    const iso = createStage();
    const sql = createStage({ oldTimes: 'sql' });
    const { number, createdAt } = find(iso, () => true);
    expect((await read(iso, number)).date).toBe(createdAt);
    expect((await read(sql, number)).date).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  });

  it('knows numbers alone', async () => {
    const stage = createStage();
    for (const number of ['0', '-1', '1.5', '99999999', find(stage, () => true).id]) {
      expect((await call(stage, number)).status).toBe(404);
    }
  });

  it('refuses in the older shape', async () => {
    const stage = createStage({ keys: { none: ['write:support'], [DEMO_KEY]: ['read:support'] } });
    const { number } = find(stage, () => true);
    const missing = await call(stage, '1');
    expect(missing.headers['content-type']).toMatch(/^application\/json/);
    expect(Object.keys(missing.json as object).sort()).toEqual([
      'code',
      'error',
      'message',
      'requestId',
      'timestamp',
    ]);
    expect((await call(stage, number, 'wrong')).status).toBe(401);
    expect((await call(stage, number, 'none')).status).toBe(403);
    const bearer = { headers: { authorization: `Bearer ${DEMO_KEY}` } };
    expect((await stage.send('GET', `/api/support/tickets/${number}`, bearer)).status).toBe(401);
  });

  it('says when to come back, as a string', async () => {
    const stage = createStage({ rateLimit: { requests: 1, perMs: 30_000 } });
    const { number } = find(stage, () => true);
    await call(stage, number);
    const answer = await call(stage, number);
    expect(answer.status).toBe(429);
    expect(answer.json).toMatchObject({ retryAfter: '30', requestId: expect.any(String) });
  });
});
