// A small PNG drawn in code: a monitoring curve that falls to zero. Writes the format by itself (PNG, RFC 2083).
import { crc32, deflateSync } from 'node:zlib';

const width = 480;
const height = 200;
const paper = [0xf7, 0xf9, 0xfc] as const;
const grid = [0xdf, 0xe5, 0xee] as const;
const good = [0x2e, 0x9b, 0x6b] as const;
const bad = [0xd6, 0x45, 0x45] as const;

/** An 8-bit RGB picture of `width` × `height` pixels. */
export function monitoringCurve(): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const data = deflateSync(pixels());
  return join([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', new Uint8Array())]);
}

function pixels(): Uint8Array {
  const rows = new Uint8Array(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows.set(colour(x, y), y * (1 + width * 3) + 1 + x * 3);
  }
  return rows;
}

function colour(x: number, y: number): readonly [number, number, number] {
  const isDown = x > 350;
  const curve = isDown ? height - 12 : 70 + 18 * Math.sin(x / 17) + 9 * Math.sin(x / 5);
  if (y >= curve && y < curve + 3) return isDown ? bad : good;
  if (y > curve && !isDown) return [0xe3, 0xf3, 0xec];
  return x % 60 === 0 || y % 40 === 0 ? grid : paper;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = join([new TextEncoder().encode(type), data]);
  const numbers = new DataView(new ArrayBuffer(8));
  numbers.setUint32(0, data.byteLength);
  numbers.setUint32(4, crc32(body));
  const bytes = new Uint8Array(numbers.buffer);
  return join([bytes.slice(0, 4), body, bytes.slice(4)]);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.byteLength;
  }
  return whole;
}
