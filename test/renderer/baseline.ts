// Compares a picture with the one that is kept of the same view.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Form } from './open-state.ts';

export const baselineFolder = join(import.meta.dirname, 'baseline');
export const failuresFolder = join(import.meta.dirname, '../../test-results/pictures');

/**
 * How far a colour may be off, of 1: some eight of 255 steps, a little more than packing costs. Smoothed edges of
 * letters may differ.
 */
const threshold = 0.03;

export const fileOf = (name: string, form: Form): string => `${name}-${form.name}.png`;

/** Pixels that may be off: a rounded corner was seen to differ by one in two of 250 pictures. A full stop is more. */
const stray = 2;

/** Pixels that are off, and a picture of where; null: another size. */
export function compare(kept: Buffer, taken: Buffer): { off: number; shown: Buffer } | null {
  const before = PNG.sync.read(kept);
  const now = PNG.sync.read(taken);
  const { width, height } = now;
  if (before.width !== width || before.height !== height) return null;
  const shown = new PNG({ width, height });
  const off = pixelmatch(before.data, now.data, shown.data, width, height, { threshold });
  return { off, shown: PNG.sync.write(shown) };
}

/** What tells a view from its kept picture, in words; null where nothing does. Leaves what was seen in a folder. */
export function differs(file: string, taken: Buffer): string | null {
  const path = join(baselineFolder, file);
  if (!existsSync(path)) return `there is no picture ${file} yet`;
  const found = compare(readFileSync(path), taken);
  if (found !== null && found.off <= stray) return null;
  mkdirSync(failuresFolder, { recursive: true });
  const place = join(failuresFolder, file);
  writeFileSync(place, taken);
  if (found === null) return `it has another size: ${place}`;
  writeFileSync(place.replace(/png$/, 'diff.png'), found.shown);
  return `${found.off} pixels are off; what was seen, and the difference: ${place}`;
}
