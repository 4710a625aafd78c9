import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DEMO_KEY } from '../../electron/demo/api.ts';
import type { DemoAttachment } from '../../electron/demo/types.ts';
import { createStage, find, pointers, type Stage, tickets } from './client.ts';

const authorization = `Bearer ${DEMO_KEY}`;

function fileOf(stage: Stage, extension: string): DemoAttachment {
  const files = stage.api.tickets().flatMap(({ attachments }) => attachments);
  const file = files.find((candidate) => candidate.extension === extension);
  if (!file) throw new Error(`no .${extension} in the demo account`);
  return file;
}

describe('downloading', () => {
  it('gives a PNG that holds the picture it promises', async () => {
    const stage = createStage();
    const answer = await stage.get(fileOf(stage, 'png').downloadUrl);
    const view = new DataView(answer.bytes.buffer, answer.bytes.byteOffset);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(answer.bytes.byteLength),
      'content-disposition': "attachment; filename*=UTF-8''%C3%B6vervakning-app-01.png",
    });
    expect([...answer.bytes.slice(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    const [width, height] = [view.getUint32(16), view.getUint32(20)];
    const data = answer.bytes.slice(41, 41 + view.getUint32(33));
    expect(inflateSync(data).byteLength).toBe(height * (1 + width * 3));
  });

  it('gives a log and a PDF', async () => {
    const stage = createStage();
    expect((await stage.get(fileOf(stage, 'log').downloadUrl)).text).toContain('Read-only file system');
    const pdf = await stage.get(fileOf(stage, 'pdf').downloadUrl);
    expect(pdf.text).toMatch(/^%PDF-1\.4\n[\s\S]*Faktura[\s\S]*%%EOF\n$/);
    const table = Number(/startxref\n(\d+)/.exec(pdf.text)?.[1]);
    expect(new TextDecoder().decode(pdf.bytes.slice(table, table + 4))).toBe('xref');
  });

  it('needs the ticket it belongs to', async () => {
    const stage = createStage();
    const [path = ''] = fileOf(stage, 'png').downloadUrl.split('?');
    const other = find(stage, ({ attachments }) => attachments.length === 0);
    const without = await stage.get(path);
    expect([without.status, ...pointers(without)]).toEqual([400, '/ticketId']);
    expect((await stage.get(`${path}?ticketId=`)).status).toBe(400);
    expect((await stage.get(`${path}?ticketId=${other.id}`)).status).toBe(404);
    expect((await stage.get(`/api/v2/support/attachments/tatt_01x?ticketId=${other.id}`)).status).toBe(404);
  });

  it.each([
    ['bytes=0-9', 0, 10],
    ['bytes=10-', 10, undefined],
    ['bytes=-5', -5, undefined],
    ['bytes=20-999999999', 20, undefined],
  ])('gives the range %s', async (range, from, to) => {
    const stage = createStage();
    const path = fileOf(stage, 'log').downloadUrl;
    const whole = await stage.get(path);
    const part = await stage.send('GET', path, { headers: { authorization, range } });
    const expected = whole.bytes.slice(from, to);
    const size = whole.bytes.byteLength;
    const first = from < 0 ? size + from : from;
    expect(part.status).toBe(206);
    expect(part.bytes).toEqual(expected);
    expect(part.headers['content-range']).toBe(`bytes ${first}-${first + expected.byteLength - 1}/${size}`);
  });

  it('gives the whole for what is no range or belongs to another version, and 416 outside', async () => {
    const stage = createStage();
    const path = fileOf(stage, 'log').downloadUrl;
    const status = async (headers: Record<string, string>) =>
      (await stage.send('GET', path, { headers: { authorization, ...headers } })).status;
    for (const range of ['lines=1-2', 'bytes=9-3', 'bytes=-', 'bytes=0-1,4-5']) {
      expect(await status({ range })).toBe(200);
    }
    expect(await status({ range: 'bytes=0-1', 'if-range': '"other"' })).toBe(200);
    expect(await status({ range: 'bytes=99999999-' })).toBe(416);
    expect(await status({ range: 'bytes=-0' })).toBe(416);
  });
});

describe('uploading', () => {
  const send = async (stage: Stage, form: FormData) => {
    const encoded = new Response(form);
    const headers = { authorization, 'content-type': encoded.headers.get('content-type') ?? '' };
    const body = new Uint8Array(await encoded.arrayBuffer());
    return stage.send('POST', '/api/v2/support/attachments', { headers, body });
  };

  it('answers a temporary upload', async () => {
    const stage = createStage();
    const form = new FormData();
    form.set('file', new File([new Uint8Array(2_000_000)], 'skärm bild.PNG', { type: 'image/png' }));
    form.set('ticketId', find(stage, () => true).id);
    const answer = await send(stage, form);
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({
      id: expect.stringMatching(/^satt_01/),
      filename: 'skärm bild.PNG',
      extension: 'png',
      mimeType: 'image/png',
      size: 2_000_000,
    });
  });

  it('refuses a form without a file, an unknown ticket and what is no form', async () => {
    const stage = createStage();
    const empty = new FormData();
    empty.set('file', 'a text');
    expect(pointers(await send(stage, empty))).toEqual(['/file']);
    const foreign = new FormData();
    foreign.set('file', new File(['x'], 'x.txt'));
    foreign.set('ticketId', 'tkt_01other');
    expect((await send(stage, foreign)).status).toBe(404);
    const headers = { authorization, 'content-type': 'multipart/form-data; boundary=x' };
    const broken = await stage.send('POST', '/api/v2/support/attachments', { headers, body: 'no form' });
    expect(broken.status).toBe(400);
    expect((await stage.post('/api/v2/support/attachments', {})).status).toBe(415);
    expect((await stage.get(tickets)).status).toBe(200);
  });
});
