// What the client asks for, call by call, and what goes through the caller's gate.
import { describe, expect, it } from 'vitest';
import { failure } from '../../../electron/contract/codes.ts';
import type { Answered, Kind } from '../../../electron/core/api/exchange.ts';
import { Secret } from '../../../electron/core/secret.ts';
import { answer, apiOver, message, ticket } from './scripted-http.ts';

const bodyOf = (request: { body: unknown } | undefined) => JSON.parse(String(request?.body));

describe('requests', () => {
  it('lists with the parameters that were given', async () => {
    const { api, asked } = apiOver(answer(200, {}));
    await api.listTickets({});
    await api.listTickets({
      limit: 100,
      cursor: 'a/b+c=&å',
      status: 'customer_reply',
      departmentSlug: 'vps',
    });
    expect(asked.map(({ path }) => path)).toEqual([
      '/api/v2/support/tickets',
      '/api/v2/support/tickets?limit=100&cursor=a%2Fb%2Bc%3D%26%C3%A5&status=customer_reply&departmentSlug=vps',
    ]);
    expect(asked[0]).toMatchObject({
      method: 'GET',
      body: null,
      timeoutMs: 30_000,
      maxBytes: 8 * 1024 * 1024,
      fresh: false,
      headers: { authorization: 'Bearer key-1', accept: 'application/json' },
    });
  });

  it('encodes ids, whatever they contain', async () => {
    const { api, asked } = apiOver(answer(200, ticket));
    for (const id of ['tkt_1', '../../v1/keys', 'a/b?c#d', 'å\ud800', '%2e%2e']) await api.getTicket(id);
    expect(asked.map(({ path }) => path.replace('/api/v2/support/tickets/', ''))).toEqual([
      'tkt_1',
      '..%2F..%2Fv1%2Fkeys',
      'a%2Fb%3Fc%23d',
      '%C3%A5%EF%BF%BD',
      '%252e%252e',
    ]);
  });

  it.each(['', '.', '..'])('asks nothing for the impossible id "%s"', async (id) => {
    const { api, asked } = apiOver(answer(200, ticket));
    for (const call of [api.getTicket(id), api.close(id), api.reopen(id), api.legacyTicket(id)]) {
      expect(await call).toMatchObject({ ok: false, applied: 'no', failure: { code: 'not_found' } });
    }
    expect(await api.reply(id, { message: 'x', encrypted: true })).toMatchObject({ applied: 'no' });
    expect(asked).toEqual([]);
  });

  it('replies on a connection of its own, with the mark', async () => {
    const { api, asked } = apiOver(answer(201, message));
    await api.reply('tkt_1', { message: 'Räksmörgås 🙏\nrad 2', encrypted: true });
    expect(asked[0]).toMatchObject({
      method: 'POST',
      path: '/api/v2/support/tickets/tkt_1/messages',
      timeoutMs: 60_000,
      fresh: true,
      headers: { 'content-type': 'application/json' },
    });
    expect(bodyOf(asked[0])).toEqual({ message: 'Räksmörgås 🙏\nrad 2', encrypted: true });
  });

  it('creates a ticket with what was filled in', async () => {
    const { api, asked } = apiOver(answer(201, ticket));
    const base = {
      departmentSlug: 'vps',
      subject: 'S',
      message: 'M',
      ccEmails: [],
      criticalReason: null,
      service: null,
    };
    await api.createTicket({ ...base, priority: 'unknown' });
    await api.createTicket({
      ...base,
      priority: 'critical',
      ccEmails: ['a@b.se'],
      criticalReason: 'Down',
      service: { serviceType: 'vps', serviceId: 'vps_1' },
    });
    expect(asked.map(bodyOf)).toEqual([
      { departmentSlug: 'vps', subject: 'S', message: 'M' },
      {
        departmentSlug: 'vps',
        subject: 'S',
        message: 'M',
        priority: 'critical',
        ccEmails: ['a@b.se'],
        context: { serviceType: 'vps', serviceId: 'vps_1' },
        criticalReason: 'Down',
      },
    ]);
  });

  it('closes and reopens without a body', async () => {
    const { api, asked } = apiOver(answer(200, ticket));
    await api.close('tkt_1');
    await api.reopen('tkt_1');
    expect(asked).toMatchObject([
      { method: 'POST', path: '/api/v2/support/tickets/tkt_1/actions/close', body: null, fresh: true },
      { method: 'POST', path: '/api/v2/support/tickets/tkt_1/actions/reopen', body: null, fresh: true },
    ]);
    expect(asked[0]?.headers).not.toHaveProperty('content-type');
  });

  it('carries the key where each call wants it', async () => {
    const { api, asked } = apiOver(answer(200, {}));
    await api.departments();
    await api.legacyTicket('616828');
    expect(asked[0]).toMatchObject({
      path: '/api/v2/support/departments',
      headers: { authorization: 'Bearer key-1' },
    });
    expect(asked[1]).toMatchObject({
      path: '/api/support/tickets/616828',
      headers: { 'x-api-key': 'key-1' },
    });
    expect(asked[1]?.headers).not.toHaveProperty('authorization');
  });
});

describe('the key', () => {
  it('missing: nothing is asked', async () => {
    const { api, asked } = apiOver(answer(200, {}), { key: () => null });
    expect(await api.listTickets({})).toMatchObject({ applied: 'no', failure: { code: 'no_key' } });
    expect(asked).toEqual([]);
  });

  it.each(['', 'two words', 'line\nbreak', 'nyckel-å', 'x\u0000'])(
    'impossible ("%s"): nothing is asked',
    async (text) => {
      const { api, asked } = apiOver(answer(200, {}), { key: () => new Secret(text) });
      expect(await api.listTickets({})).toMatchObject({ applied: 'no', failure: { code: 'unauthorized' } });
      expect(asked).toEqual([]);
    },
  );

  it('is the one of the moment of sending, not of the moment of asking', async () => {
    let key: Secret | null = new Secret('old');
    let open = () => {};
    const shut = new Promise<void>((resolve) => {
      open = resolve;
    });
    const through = async <T>(_kind: Kind, work: () => Promise<T>) => shut.then(work);
    const { api, asked } = apiOver(answer(200, {}), { key: () => key, through });
    const listing = api.listTickets({});
    key = new Secret('new');
    open();
    await listing;
    expect(asked[0]?.headers.authorization).toBe('Bearer new');
    key = null;
    expect(await api.listTickets({})).toMatchObject({ failure: { code: 'no_key' } });
  });
});

describe('the gate', () => {
  it('sees every exchange with its kind, and hears the answer before it is passed', async () => {
    const events: string[] = [];
    const through = async <T>(kind: Kind, work: () => Promise<T>) => {
      events.push(`in ${kind}`);
      const done = await work();
      events.push('out');
      return done;
    };
    const onAnswer = ({ kind, status }: Answered) => events.push(`${kind} ${status}`);
    const { api } = apiOver(answer(404, ''), { through, onAnswer });
    await api.listTickets({});
    await api.getTicket('1');
    await api.reply('1', { message: 'a', encrypted: false });
    await api.download('/a', { start: 0, validator: null }, () => {});
    await api.departments();
    await api.listTickets({}, 'other');
    const rounds = ['poll', 'detail', 'reply', 'download', 'other', 'other'];
    expect(events).toEqual(rounds.flatMap((kind) => [`in ${kind}`, `${kind} 404`, 'out']));
  });

  it('may hold an exchange back, with its own reason', async () => {
    const held = failure('paused', { retryAt: 99 });
    const { api, asked } = apiOver(answer(200, {}), {
      through: async () => ({ ok: false, reached: 'no', held }),
    });
    expect(await api.reply('1', { message: 'a', encrypted: false })).toMatchObject({
      ok: false,
      applied: 'no',
      failure: { code: 'paused', retryAt: 99 },
    });
    expect(asked).toEqual([]);
  });

  it('hears of limits and of silence', async () => {
    const heard: Answered[] = [];
    const { api } = apiOver(
      [answer(429, '', { 'retry-after': '9' }), { ok: false, reached: 'maybe', code: 'timeout' }],
      { onAnswer: (answered) => heard.push(answered) },
    );
    await api.listTickets({});
    await api.listTickets({});
    expect(heard).toMatchObject([
      { status: 429, retryAfterMs: 9_000, headers: { 'retry-after': '9' }, failure: null },
      { status: null, retryAfterMs: null, failure: { code: 'timeout' } },
    ]);
  });
});
