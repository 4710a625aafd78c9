// Bodies in both directions, the same for every implementation of the Http port.
import { randomUUID } from 'node:crypto';
import type { HttpRequest } from '../core/ports.ts';

export type OutgoingBody = {
  readonly bytes: Uint8Array | null;
  readonly headers: Readonly<Record<string, string>>;
};

/** The bytes of a request and the headers that describe them. */
export function encodeBody(body: HttpRequest['body']): OutgoingBody {
  if (body === null) return { bytes: null, headers: {} };
  if (typeof body === 'string') return { bytes: Buffer.from(body, 'utf8'), headers: {} };
  return encodeFile(body);
}

// multipart/form-data as browsers write it (WHATWG HTML, "multipart/form-data encoding algorithm").
function encodeFile(body: Exclude<HttpRequest['body'], string | null>): OutgoingBody {
  const boundary = `hostup-${randomUUID()}`;
  const fields = Object.entries(body.fields).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`,
  );
  const file =
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${quoted(body.filename)}"\r\n` +
    'Content-Type: application/octet-stream\r\n\r\n';
  return {
    bytes: Buffer.concat([
      Buffer.from(fields.join('') + file),
      body.bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

const quoted = (text: string): string => text.replace(/\r\n|[\r\n]/g, '%0D%0A').replaceAll('"', '%22');

/** Hands on a body's pieces; false as soon as there are more than `maxBytes`, which are not handed on. */
export async function readPieces(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
  take: (piece: Uint8Array) => void | Promise<void>,
): Promise<boolean> {
  let length = 0;
  for await (const piece of body) {
    length += piece.byteLength;
    if (length > maxBytes) return false;
    await take(piece);
  }
  return true;
}

/** The whole body as text (UTF-8, faults replaced); null when it is longer than `maxBytes`. */
export async function readText(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<string | null> {
  const pieces: Uint8Array[] = [];
  const isWhole = await readPieces(body, maxBytes, (piece) => {
    pieces.push(piece);
  });
  return isWhole ? new TextDecoder().decode(Buffer.concat(pieces)) : null;
}

/** One leading slash: joined to an origin, such a path cannot name another host. */
export const isPath = (path: string): boolean => /^\/(?![/\\])/.test(path);
