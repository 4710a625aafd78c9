// A picture in fewer bytes: 256 colours, chosen so that the one that is farthest from its stand-in is still near it.
import { deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { chunk, pngOf } from '../../build/icons/png.ts';

const most = 256;
/** colours that are kept exactly because so much is painted with them */
const exact = 40;

/** @param taken a PNG in full colour, without transparency */
export function packed(taken: Buffer): Buffer {
  const { width, height, data } = PNG.sync.read(taken);
  const pixels = Uint32Array.from({ length: width * height }, (_, at) => data.readUIntBE(at * 4, 3));
  const palette = choose(byFrequency(pixels));
  const nearest = new Map(palette.map((colour, place) => [colour, place]));
  const placeOf = (colour: number) => {
    const place = nearest.get(colour) ?? nearestOf(palette, colour);
    nearest.set(colour, place);
    return place;
  };
  const rows = Buffer.alloc((width + 1) * height);
  pixels.forEach((colour, at) => {
    // each row begins with a byte that names its filter: none
    rows[Math.floor(at / width) + 1 + at] = placeOf(colour);
  });
  const colours = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, at) => void colours.writeUIntBE(colour, at * 3, 3));
  return pngOf(width, height, 3, [chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9 }))]);
}

function byFrequency(pixels: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
}

/** The most frequent ones, then again and again the one that is farthest from all chosen so far. */
function choose(colours: readonly number[]): number[] {
  const chosen = colours.slice(0, exact);
  const far = colours.map((colour) => Math.min(...chosen.map((other) => distance(other, colour))));
  while (chosen.length < Math.min(most, colours.length)) {
    const next = colours[far.indexOf(Math.max(...far))] ?? 0;
    chosen.push(next);
    colours.forEach((colour, at) => {
      far[at] = Math.min(far[at] ?? 0, distance(next, colour));
    });
  }
  return chosen;
}

function nearestOf(palette: readonly number[], colour: number): number {
  const far = palette.map((other) => distance(other, colour));
  return far.indexOf(Math.min(...far));
}

function distance(a: number, b: number): number {
  const channel = (shift: number) => ((a >> shift) & 255) - ((b >> shift) & 255);
  return channel(16) ** 2 + channel(8) ** 2 + channel(0) ** 2;
}
