// What a failed call means: the code for the user, and what a POST may have done (replies, step 4).
import { describe, expect, it } from 'vitest';
import type { HttpFailure } from '../../../electron/core/ports.ts';
import { answer, apiOver, message, problem } from './scripted-http.ts';

const reply = { message: 'Hej', encrypted: false };

describe('the status decides', () => {
  it.each([
    [400, 'invalid_request', 'refused'],
    [401, 'unauthorized', 'no'],
    [402, 'refused', 'maybe'],
    [403, 'forbidden', 'refused'],
    [404, 'not_found', 'refused'],
    [405, 'refused', 'maybe'],
    [408, 'timeout', 'maybe'],
    [409, 'conflict', 'refused'],
    [410, 'refused', 'maybe'],
    [413, 'too_large', 'refused'],
    [415, 'refused', 'refused'],
    [418, 'refused', 'maybe'],
    [422, 'invalid_request', 'refused'],
    [425, 'refused', 'maybe'],
    [429, 'rate_limited', 'no'],
    [500, 'server_error', 'maybe'],
    [501, 'server_error', 'maybe'],
    [502, 'server_error', 'maybe'],
    [503, 'server_error', 'maybe'],
    [504, 'server_error', 'maybe'],
    [511, 'server_error', 'maybe'],
    [301, 'bad_answer', 'maybe'],
    [302, 'bad_answer', 'maybe'],
    [307, 'bad_answer', 'maybe'],
    [308, 'bad_answer', 'maybe'],
    [304, 'bad_answer', 'maybe'],
    [100, 'bad_answer', 'maybe'],
    [600, 'bad_answer', 'maybe'],
    [999, 'bad_answer', 'maybe'],
  ])('%i is %s, applied: %s', async (status, code, applied) => {
    for (const body of [problem(status, 'whatever'), '<html>no</html>', '', '{"code":']) {
      const { api } = apiOver(answer(status, body, { location: 'https://evil.example/' }));
      const failed = await api.reply('tkt_1', reply);
      expect(failed).toMatchObject({ ok: false, applied, failure: { ok: false, code, status } });
    }
  });

  it.each([
    [{ ok: false, reached: 'no', code: 'offline' }, 'no'],
    [{ ok: false, reached: 'maybe', code: 'timeout' }, 'maybe'],
    [{ ok: false, reached: 'maybe', code: 'connection_lost' }, 'maybe'],
    [{ ok: false, reached: 'maybe', code: 'bad_answer' }, 'maybe'],
    [{ ok: false, reached: 'maybe', code: 'too_large' }, 'maybe'],
  ] as [HttpFailure, string][])('no answer: %o', async (failure, applied) => {
    const { api } = apiOver(failure);
    expect(await api.reply('tkt_1', reply)).toMatchObject({
      ok: false,
      applied,
      failure: { code: failure.code },
    });
  });

  it.each([
    ['HTML of a captive portal', '<!doctype html><title>Log in</title>'],
    ['nothing', ''],
    ['JSON cut off', JSON.stringify(message).slice(0, 60)],
    ['another shape', '{"status":"ok"}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['no id', JSON.stringify({ ...message, id: undefined })],
    ['an empty id', JSON.stringify({ ...message, id: '' })],
    ['no mark for encryption', JSON.stringify({ ...message, encrypted: undefined })],
  ])('a 201 with %s leaves a reply in doubt', async (_name, body) => {
    const { api } = apiOver(answer(201, body, { 'x-request-id': 'req_9' }));
    expect(await api.reply('tkt_1', reply)).toMatchObject({
      ok: false,
      applied: 'maybe',
      failure: { code: 'bad_answer', status: 201, requestId: 'req_9' },
    });
  });

  it('takes any 2xx that can be read', async () => {
    for (const status of [200, 201, 202]) {
      const { api } = apiOver(answer(status, message));
      expect(await api.reply('tkt_1', reply)).toMatchObject({ ok: true, value: { id: message.id } });
    }
  });
});

describe('a closed ticket', () => {
  it.each([
    'ticket_closed',
    'closed_ticket',
    'TICKET_CLOSED',
    'support.ticket.closed',
    'ticket-is-closed',
    'closed',
  ])('is known by the code %s', async (code) => {
    for (const status of [400, 403, 409, 422]) {
      const { api } = apiOver(answer(status, problem(status, code)));
      expect(await api.reply('tkt_1', reply)).toMatchObject({
        applied: 'refused',
        failure: { code: 'ticket_closed', status },
        problemCode: code.toLowerCase(),
      });
    }
  });

  it('is never guessed from words', async () => {
    for (const code of ['conflict', 'undisclosed', 'enclosed_file']) {
      const { api } = apiOver(answer(409, problem(409, code)));
      expect(await api.reply('tkt_1', reply)).toMatchObject({ failure: { code: 'conflict' } });
    }
  });
});

describe('problem documents', () => {
  it('give fields and the request id', async () => {
    const errors = [
      { pointer: '/subject', detail: 'Required.', code: 'missing_required' },
      { pointer: 7 },
      null,
      { pointer: '/message', detail: 'Too long.', code: 'too_long', extra: true },
    ];
    const { api } = apiOver(answer(400, problem(400, 'invalid_request', { errors })));
    expect(await api.close('tkt_1')).toMatchObject({
      problemCode: 'invalid_request',
      failure: {
        code: 'invalid_request',
        status: 400,
        requestId: 'req_01hxa3b4c5d6e7f8g9h0j1k2m3',
        fields: [
          { pointer: '/subject', detail: 'Required.', code: 'missing_required' },
          { pointer: '/message', detail: 'Too long.', code: 'too_long' },
        ],
      },
    });
  });

  it('give the sentences of a refusal, also where nothing else is said', async () => {
    const errors = [
      { detail: ' Too vague. ' },
      { pointer: '/message', code: 'x' },
      { detail: 'y'.repeat(9_000) },
    ];
    const { api } = apiOver(answer(422, { detail: 'The message cannot be taken.', errors }));
    expect(await api.reply('tkt_1', reply)).toMatchObject({
      applied: 'refused',
      failure: {
        code: 'invalid_request',
        detail: 'The message cannot be taken.',
        fields: [
          { pointer: '', detail: 'Too vague.', code: '' },
          { pointer: '', detail: 'y'.repeat(1_000), code: '' },
        ],
      },
    });
  });

  it('may be damaged in every place', async () => {
    const { api } = apiOver(
      answer(
        400,
        { code: { a: 1 }, requestId: 12, errors: 'no', extensions: null },
        { 'x-request-id': 'req_h' },
      ),
    );
    const failed = await api.close('tkt_1');
    expect(failed).toMatchObject({
      problemCode: null,
      failure: { code: 'invalid_request', requestId: 'req_h' },
    });
    expect(failed.ok || failed.failure.fields).toBeUndefined();
  });

  it('bring no request id that could not be shown', async () => {
    for (const requestId of ['', 'a\nb', '\u202e', 'x'.repeat(300)]) {
      const { api } = apiOver(answer(500, problem(500, 'internal_error', { requestId })));
      const failed = await api.close('tkt_1');
      expect(failed.ok || failed.failure.requestId).toBeUndefined();
    }
  });

  it('cannot flood: fields are counted', async () => {
    const errors = Array.from({ length: 10_000 }, () => ({ pointer: '/a', detail: 'b', code: 'c' }));
    const { api } = apiOver(answer(422, problem(422, 'invalid_request', { errors })));
    const failed = await api.close('tkt_1');
    expect(failed.ok || failed.failure.fields?.length).toBe(50);
  });
});

describe('limits and clocks', () => {
  it.each([
    ['30', 30_000],
    ['0', 0],
    ['1.5', 1_500],
    ['Mon, 27 Apr 2026 12:01:00 GMT', 60_000],
    ['Mon, 27 Apr 2026 11:00:00 GMT', 0],
    ['9'.repeat(400), Number.MAX_SAFE_INTEGER],
    ['soon', null],
    ['-5', null],
    ['', null],
    ['5 apples', null],
    ['0x10', null],
    ['2026-04-27', null],
    [undefined, null],
  ])('Retry-After %s', async (value, expected) => {
    const headers = value === undefined ? {} : { 'retry-after': value };
    const { api } = apiOver(answer(429, problem(429, 'rate_limited'), headers));
    expect(await api.listTickets({})).toMatchObject({ ok: false, retryAfterMs: expected, applied: 'no' });
  });

  it('reads a date by the server’s own clock', async () => {
    const { api } = apiOver(
      answer(503, '', {
        'retry-after': 'Mon, 27 Apr 2026 15:00:10 GMT',
        date: 'Mon, 27 Apr 2026 15:00:00 GMT',
      }),
    );
    expect(await api.listTickets({})).toMatchObject({
      retryAfterMs: 10_000,
      serverDate: Date.parse('2026-04-27T15:00:00Z'),
    });
  });

  it('gives the rate limit with successes and refusals', async () => {
    const headers = {
      'x-ratelimit-limit': '120',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '2026-04-27T12:34:56.000Z',
    };
    const rate = { limit: 120, remaining: 0, resetAt: Date.parse('2026-04-27T12:34:56Z') };
    const { api } = apiOver([answer(200, { data: [] }, headers), answer(429, '', headers)]);
    expect(await api.listTickets({})).toMatchObject({ ok: true, rate });
    expect(await api.listTickets({})).toMatchObject({ ok: false, rate });
  });

  it('makes nothing of junk in those headers', async () => {
    const headers = { 'x-ratelimit-limit': 'many', 'x-ratelimit-reset': 'May', date: 'foo 5' };
    const { api } = apiOver(answer(200, { data: [] }, headers));
    expect(await api.listTickets({})).toMatchObject({ ok: true, rate: null, serverDate: null });
  });

  it('finds the wait in the body of the older call', async () => {
    const { api } = apiOver(
      answer(429, { error: 'Too Many', message: 'x', retryAfter: '12', requestId: 'req_o' }),
    );
    expect(await api.legacyTicket('616828')).toMatchObject({
      failure: { code: 'rate_limited', requestId: 'req_o' },
      retryAfterMs: 12_000,
    });
  });
});
