import { describe, expect, it } from 'vitest';
import { largestPicture, mostPieces, pictureAtOnce } from '../../../electron/contract/download.ts';
import { createBase64 } from '../../../electron/core/downloads/base64.ts';
import { fetchPicture, type WholePicture } from '../../../electron/core/downloads/picture.ts';
import { createPictures } from '../../../electron/core/downloads/pictures.ts';
import type { Remote } from '../../../electron/core/remote.ts';

/** Sends the bytes in pieces of a size. */
function sending(
  bytes: Uint8Array,
  size: number,
  total: number | null = bytes.length,
): Pick<Remote, 'download'> {
  return {
    async download(_url, _from, piece) {
      const file = { total, validator: null };
      for (let at = 0; at < bytes.length; at += size) await piece(bytes.subarray(at, at + size), at, file);
      return { ok: true, value: { start: 0, length: bytes.length, total } };
    },
  };
}

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const text = (words: string) => [...Buffer.from(words, 'latin1')];
const file = (...head: number[]) => Uint8Array.from([...head, ...new Array(40).fill(7)]);

describe('a picture to be shown', () => {
  it.each([
    ['image/png', file(...png)],
    ['image/jpeg', file(0xff, 0xd8, 0xff, 0xe0)],
    ['image/gif', file(...text('GIF87a'))],
    ['image/gif', file(...text('GIF89a'))],
    ['image/webp', file(...text('RIFF\x10\0\0\0WEBPVP8 '))],
  ])('is %s by its first bytes, in pieces of any size', async (mimeType, bytes) => {
    for (const size of [1, 2, 3, 5, 64]) {
      const answer = await fetchPicture(sending(bytes, size), '/x');
      expect(answer).toEqual({
        ok: true,
        value: { mimeType, pieces: [Buffer.from(bytes).toString('base64')] },
      });
    }
  });

  it.each([
    ['a page', text('<!doctype html><script>alert(1)</script>')],
    ['a drawing with scripts', text('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')],
    ['a program', text('MZ\x90\0\x03\0\0\0\x04\0\0\0')],
    ['sound in the same wrapping', text('RIFF\x10\0\0\0WAVEfmt ')],
    ['the start of one alone', png.slice(0, 4)],
    ['nothing', []],
  ])('is refused for %s', async (_name, head) => {
    expect(await fetchPicture(sending(Uint8Array.from(head), 5), '/x')).toEqual({
      ok: false,
      code: 'refused',
    });
  });

  it('is refused before much is read, and when it is larger than can be shown', async () => {
    let pieces = 0;
    const counting = (inner: Pick<Remote, 'download'>): Pick<Remote, 'download'> => ({
      download: (url, from, piece) =>
        inner.download(url, from, (bytes, at, told) => {
          pieces += 1;
          return piece(bytes, at, told);
        }),
    });
    const large = new Uint8Array(largestPicture + 1);
    expect(await fetchPicture(counting(sending(large, 65_536)), '/x')).toMatchObject({ code: 'too_large' });
    expect(pieces).toBe(1);
    large.set(png);
    const untold = await fetchPicture(counting(sending(large, 65_536, null)), '/x');
    expect(untold).toMatchObject({ code: 'too_large' });
    const whole = await fetchPicture(sending(large.subarray(0, largestPicture), 65_536), '/x');
    expect(whole).toMatchObject({ ok: true, value: { mimeType: 'image/png' } });
    if (!whole.ok) throw new Error(whole.code);
    expect(whole.value.pieces.length).toBe(mostPieces);
    for (const piece of whole.value.pieces) expect(piece.length).toBeLessThanOrEqual(pictureAtOnce);
  });
});

describe('a picture on its way to the page', () => {
  const source = (attachmentId: string) => ({ ticketId: 't', messageId: 'm', attachmentId });
  function kept() {
    const fetched: string[] = [];
    const take = createPictures(async ({ attachmentId }) => {
      fetched.push(attachmentId);
      if (attachmentId === 'gone') return { ok: false, code: 'not_found' };
      const pieces = [`${attachmentId}1`, `${attachmentId}2`, `${attachmentId}3`];
      const value: WholePicture = { mimeType: 'image/png', pieces };
      return { ok: true, value };
    });
    return { fetched, take };
  }

  it('is fetched once, and again when it is asked for again', async () => {
    const { fetched, take } = kept();
    for (const piece of [0, 1, 2])
      expect(await take(source('a'), piece)).toEqual({
        ok: true,
        value: { mimeType: 'image/png', base64: `a${piece + 1}`, pieces: 3 },
      });
    expect(fetched).toEqual(['a']);
    await take(source('a'), 0);
    expect(fetched).toEqual(['a', 'a']);
  });

  it('is right also where another one is taken meanwhile, and ends where there is no more of it', async () => {
    const { fetched, take } = kept();
    const taken: unknown[] = [];
    for (const piece of [0, 1, 2])
      for (const id of ['a', 'b']) {
        const answer = await take(source(id), piece);
        taken.push(answer.ok && answer.value.base64);
      }
    expect(taken).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3']);
    expect(fetched.length).toBeLessThanOrEqual(6);
    expect(await take(source('a'), 3)).toEqual({ ok: false, code: 'not_found' });
    expect(await take(source('gone'), 0)).toEqual({ ok: false, code: 'not_found' });
  });
});

describe('base64', () => {
  it('is what everybody writes, whatever the pieces', () => {
    const bytes = crypto.getRandomValues(new Uint8Array(1_000));
    for (let length = 0; length < 20; length += 1) {
      for (const size of [1, 2, 4, 7, 100]) {
        const made = createBase64(8);
        for (let at = 0; at < length; at += size) made.add(bytes.subarray(at, Math.min(length, at + size)));
        const pieces = made.end();
        expect(pieces.join('')).toBe(Buffer.from(bytes.subarray(0, length)).toString('base64'));
        expect(pieces.slice(0, -1).every((piece) => piece.length === 8)).toBe(true);
        expect(pieces.at(-1)).not.toBe('');
      }
    }
  });

  it('keeps nobody waiting', () => {
    const made = createBase64(pictureAtOnce);
    const piece = crypto.getRandomValues(new Uint8Array(65_536));
    made.add(piece);
    // this thread's own processor time: other work on the machine does not count
    const start = process.threadCpuUsage();
    for (let time = 0; time < 100; time += 1) made.add(piece);
    const { user, system } = process.threadCpuUsage(start);
    expect((user + system) / 1_000 / 100).toBeLessThan(10);
  });
});
