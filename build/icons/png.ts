// Paints shapes into PNG files: a small encoder, so that no picture has to be kept beside its drawing.
import { crc32, deflateSync } from 'node:zlib';
import type { Shape } from './shapes.ts';

export type Colour = readonly [red: number, green: number, blue: number];
/** Later layers lie on top. */
export type Layer = { readonly shape: Shape; readonly colour: Colour };

/** A square picture of so many pixels a side, transparent where no layer is. */
export function paint(size: number, layers: readonly Layer[]): Buffer {
  const rows: Buffer[] = [];
  for (let y = 0; y < size; y += 1) {
    const row = Buffer.alloc(1 + size * 4);
    for (let x = 0; x < size; x += 1)
      row.set(pixel((x + 0.5) / size, (y + 0.5) / size, size, layers), 1 + x * 4);
    rows.push(row);
  }
  return encode(size, Buffer.concat(rows));
}

/** Coverage from the distance to the edge, one pixel wide: smooth without sampling twice. */
function pixel(x: number, y: number, size: number, layers: readonly Layer[]): number[] {
  let [red, green, blue, alpha] = [0, 0, 0, 0];
  for (const { shape, colour } of layers) {
    const cover = Math.max(0, Math.min(1, 0.5 - shape(x, y) * size));
    const below = alpha * (1 - cover);
    const total = cover + below;
    if (total === 0) continue;
    red = (colour[0] * cover + red * below) / total;
    green = (colour[1] * cover + green * below) / total;
    blue = (colour[2] * cover + blue * below) / total;
    alpha = total;
  }
  return [red, green, blue, alpha * 255].map(Math.round);
}

function encode(size: number, rows: Buffer): Buffer {
  // colour with transparency
  return pngOf(size, size, 6, [chunk('IDAT', deflateSync(rows, { level: 9 }))]);
}

/** A file of 8 bits a channel. @param kind the colour type, as the format numbers them */
export function pngOf(width: number, height: number, kind: number, chunks: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, kind, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), ...chunks, chunk('IEND', Buffer.alloc(0))]);
}

/** One chunk of the file with its length and checksum (PNG, RFC 2083 §3.2). */
export function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([frame, body, sum]);
}
