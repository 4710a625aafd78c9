// Bodies of answers, read the same way by every implementation of the Http port.

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
