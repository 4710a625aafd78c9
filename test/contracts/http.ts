// What every implementation of the Http port must do, tried on a handler that each of them puts behind itself.
import { afterEach, describe, expect, it } from 'vitest';
import type { Handle, HandledRequest } from '../../electron/adapters/http-over.ts';
import type { Http, HttpRequest } from '../../electron/core/ports.ts';

type HttpUnderTest = { http: Http; close: () => Promise<void> };
type MakeHttp = (handle: Handle) => Promise<HttpUnderTest>;

const basic: HttpRequest = {
  method: 'GET',
  path: '/api/v2/support/tickets',
  headers: {},
  body: null,
  timeoutMs: 5_000,
  maxBytes: 1_000_000,
  fresh: false,
};
const bytesOf = (text: string) => new TextEncoder().encode(text);
const saying = (status: number, text: string, headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: bytesOf(text),
});

export function describeHttp(name: string, make: MakeHttp): void {
  describe(`Http: ${name}`, () => {
    const open: HttpUnderTest[] = [];
    const over = async (handle: Handle): Promise<Http> => {
      const made = await make(handle);
      open.push(made);
      return made.http;
    };
    afterEach(async () => {
      for (const made of open.splice(0)) await made.close();
    });

    it('carries method, path with query, headers in lower case and the body', async () => {
      const seen: HandledRequest[] = [];
      const http = await over((request) => {
        seen.push(request);
        return saying(201, 'Tack för hjälpen 🙏', { 'Content-Type': 'text/plain', 'X-Request-Id': 'req_1' });
      });
      const body = JSON.stringify({ message: 'Räksmörgås 🦐' });
      const answer = await http.request({
        ...basic,
        method: 'POST',
        path: '/api/v2/support/tickets?cursor=a%2Fb&limit=5',
        headers: { Authorization: 'Bearer k', 'content-type': 'application/json' },
        body,
        fresh: true,
      });
      expect(answer).toMatchObject({ ok: true, status: 201, text: 'Tack för hjälpen 🙏' });
      expect(answer.ok && answer.headers['x-request-id']).toBe('req_1');
      expect(seen[0]).toMatchObject({ method: 'POST', path: '/api/v2/support/tickets?cursor=a%2Fb&limit=5' });
      expect(seen[0]?.headers).toMatchObject({
        authorization: 'Bearer k',
        'content-type': 'application/json',
      });
      expect(new TextDecoder().decode(seen[0]?.body ?? undefined)).toBe(body);
    });

    it('gives errors as answers, with their text', async () => {
      const http = await over(() => saying(503, 'busy', { 'retry-after': '7' }));
      expect(await http.request(basic)).toMatchObject({
        ok: true,
        status: 503,
        text: 'busy',
        headers: { 'retry-after': '7' },
      });
    });

    it('gives an error whose text is too long without it', async () => {
      const http = await over(() => saying(429, 'x'.repeat(2_000), { 'retry-after': '7' }));
      const refused = { ok: true, status: 429, text: '', headers: { 'retry-after': '7' } };
      expect(await http.request({ ...basic, maxBytes: 1_000 })).toMatchObject(refused);
      expect(await http.download({ ...basic, maxBytes: 1_000 }, () => {})).toMatchObject(refused);
    });

    it('does not follow redirects', async () => {
      let asked = 0;
      const http = await over(() => {
        asked += 1;
        return saying(302, '', { location: '/elsewhere' });
      });
      expect(await http.request(basic)).toMatchObject({ ok: true, status: 302 });
      expect(asked).toBe(1);
    });

    it('stops at the largest size', async () => {
      const http = await over(() => saying(200, 'x'.repeat(200_000)));
      expect(await http.request({ ...basic, maxBytes: 200_000 })).toMatchObject({ ok: true });
      expect(await http.request({ ...basic, maxBytes: 199_999 })).toEqual({
        ok: false,
        reached: 'maybe',
        code: 'too_large',
      });
      expect(await http.request(basic)).toMatchObject({ ok: true, status: 200 });
    });

    it('gives up after the time limit, not knowing what happened', async () => {
      const http = await over(async () => {
        await new Promise((resolve) => setTimeout(resolve, 15_000).unref());
        return saying(201, '{}');
      });
      const before = Date.now();
      const answer = await http.request({ ...basic, method: 'POST', fresh: true, timeoutMs: 100 });
      expect(answer).toEqual({ ok: false, reached: 'maybe', code: 'timeout' });
      expect(Date.now() - before).toBeLessThan(10_000);
    });

    it('reads bytes that are no UTF-8 without failing', async () => {
      const http = await over(() => ({ status: 200, headers: {}, body: new Uint8Array([0x61, 0xff, 0x62]) }));
      expect(await http.request(basic)).toMatchObject({ text: 'a\ufffdb' });
    });

    it.each(['//evil.example/x', '/\\evil.example', 'https://evil.example/', 'x', ''])(
      'never lets a path choose the host: %s',
      async (path) => {
        let asked = 0;
        const http = await over(() => {
          asked += 1;
          return saying(200, '');
        });
        expect(await http.request({ ...basic, path })).toMatchObject({ ok: false, reached: 'no' });
        expect(asked).toBe(0);
      },
    );

    it('hands a download on in pieces with its head, and waits for each', async () => {
      const whole = crypto.getRandomValues(new Uint8Array(60_000));
      const http = await over(() => ({
        status: 206,
        headers: { 'Content-Range': 'bytes 5-60004/60005' },
        body: whole,
      }));
      const got: Uint8Array[] = [];
      let busy = 0;
      const answer = await http.download(basic, async (bytes, head) => {
        busy += 1;
        expect(busy).toBe(1);
        expect(head).toMatchObject({ status: 206, headers: { 'content-range': 'bytes 5-60004/60005' } });
        got.push(Uint8Array.from(bytes));
        await new Promise((resolve) => setTimeout(resolve, 1));
        busy -= 1;
      });
      expect(answer).toMatchObject({ ok: true, status: 206, text: '' });
      expect(Buffer.concat(got).equals(whole)).toBe(true);
    });

    it('gives a refused download as text, and no pieces', async () => {
      const http = await over(() => saying(404, '{"code":"not_found"}'));
      let pieces = 0;
      const answer = await http.download(basic, () => {
        pieces += 1;
      });
      expect(answer).toMatchObject({ ok: true, status: 404, text: '{"code":"not_found"}' });
      expect(pieces).toBe(0);
    });

    it('stops a download at the largest size', async () => {
      const http = await over(() => saying(200, 'x'.repeat(300_000)));
      expect(await http.download({ ...basic, maxBytes: 100_000 }, () => {})).toMatchObject({
        ok: false,
        code: 'too_large',
      });
    });

    it('hands back what the taker of pieces throws', async () => {
      const http = await over(() => saying(200, 'x'));
      const full = new Error('no space left');
      await expect(http.download(basic, () => Promise.reject(full))).rejects.toBe(full);
    });

    it('breaks a download off at any moment', async () => {
      const http = await over(() => new Promise(() => {}));
      const answer = await http.download(
        { ...basic, onStart: (breakOff) => setTimeout(breakOff, 20) },
        () => {},
      );
      expect(answer).toEqual({ ok: false, reached: 'maybe', code: 'connection_lost' });
    });

    it('serves many requests at once', async () => {
      const http = await over((request) => saying(200, request.path));
      const paths = Array.from({ length: 40 }, (_, index) => `/n/${index}`);
      const answers = await Promise.all(paths.map((path) => http.request({ ...basic, path })));
      expect(answers.map((answer) => answer.ok && answer.text)).toEqual(paths);
    });
  });
}
