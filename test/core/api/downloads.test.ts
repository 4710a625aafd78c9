// An attachment's bytes: what is asked for, and what an answer may be believed to be a part of.
import { describe, expect, it } from 'vitest';
import type { FileFacts } from '../../../electron/core/api/download.ts';
import { answer, apiOver } from './scripted-http.ts';

const fromTheStart = { start: 0, validator: null };

describe('downloads', () => {
  const collect = async (
    outcome: ReturnType<typeof answer>,
    start: number,
    validator: string | null = null,
  ) => {
    const { api, asked } = apiOver(outcome);
    const pieces: [number, string][] = [];
    const files: FileFacts[] = [];
    const url = '/api/v2/support/attachments/t?ticketId=1';
    const done = await api.download(url, { start, validator }, (bytes, at, file) => {
      pieces.push([at, new TextDecoder().decode(bytes)]);
      files.push(file);
    });
    return { done, pieces, files, asked };
  };

  it('gives each piece its place', async () => {
    const { done, pieces, asked } = await collect(answer(200, 'abcdefghij', { 'content-length': '10' }), 0);
    expect(pieces).toEqual([
      [0, 'abcd'],
      [4, 'efgh'],
      [8, 'ij'],
    ]);
    expect(done).toMatchObject({ ok: true, value: { start: 0, length: 10, total: 10 } });
    expect(asked[0]?.headers).not.toHaveProperty('range');
  });

  it('goes on where it stopped', async () => {
    const { done, pieces, asked } = await collect(
      answer(206, 'ghij', { 'content-range': 'bytes 6-9/10' }),
      6,
    );
    expect(pieces).toEqual([[6, 'ghij']]);
    expect(done).toMatchObject({ value: { start: 6, length: 4, total: 10 } });
    expect(asked[0]?.headers).toMatchObject({ range: 'bytes=6-', accept: '*/*' });
  });

  it('begins anew where the server sends the whole file', async () => {
    const { done, pieces } = await collect(answer(200, 'abcdef'), 4);
    expect(pieces[0]).toEqual([0, 'abcd']);
    expect(done).toMatchObject({ value: { start: 0, total: null } });
  });

  it('asks for the rest of the very file that it knows', async () => {
    const rest = answer(206, 'ghij', { 'content-range': 'bytes 6-9/10' });
    for (const validator of ['"v1"', 'Mon, 20 Apr 2026 10:00:00 GMT']) {
      const { asked } = await collect(rest, 6, validator);
      expect(asked[0]?.headers).toMatchObject({ range: 'bytes=6-', 'if-range': validator });
    }
    expect((await collect(rest, 6)).asked[0]?.headers).not.toHaveProperty('if-range');
    expect((await collect(answer(200, 'abc'), 0, '"v1"')).asked[0]?.headers).not.toHaveProperty('if-range');
  });

  it.each([
    ['a strong tag', { etag: '"v1"', 'last-modified': 'Mon, 20 Apr 2026 10:00:00 GMT' }, '"v1"'],
    ['else the time', { 'last-modified': 'Mon, 20 Apr 2026 10:00:00 GMT' }, 'Mon, 20 Apr 2026 10:00:00 GMT'],
    ['no weak tag', { etag: 'W/"v1"', 'last-modified': 'Mon, 20 Apr 2026 10:00:00 GMT' }, null],
    ['no tag that is none', { etag: 'v1' }, null],
    ['no time that is none', { 'last-modified': 'yesterday' }, null],
    ['nothing', {}, null],
  ] as const)('tells which file it is by %s', async (_name, headers, validator) => {
    const { files } = await collect(answer(200, 'abc', { ...headers }), 0);
    expect(files).toEqual([{ total: null, validator }]);
  });

  it.each([201, 202, 203, 204, 205])('takes no file from an answer %s', async (status) => {
    const { done } = await collect(answer(status, ''), 0);
    expect(done).toMatchObject({ ok: false, failure: { code: 'bad_answer' } });
  });

  it('reports a refusal', async () => {
    const { done, pieces } = await collect(answer(404, '{"code":"not_found"}'), 0);
    expect(done).toMatchObject({ ok: false, failure: { code: 'not_found' } });
    expect(pieces).toEqual([]);
  });

  it.each([
    'https://evil.example/a',
    '//evil.example/a',
    '/\\evil.example',
    'api/v2',
    '',
    '/a\nb',
    '/a\tb',
    '/a b',
    '/\u202eb',
    `/${'a'.repeat(3_000)}`,
  ])('never leaves the base address: %s', async (url) => {
    const { api, asked } = apiOver(answer(200, 'x'));
    expect(await api.download(url, fromTheStart, () => {})).toMatchObject({
      ok: false,
      failure: { code: 'bad_answer' },
    });
    expect(asked).toEqual([]);
  });
});
