// Compares a picture with the one that is kept of the same view.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Form } from './open-state.ts';

export const baselineFolder = join(import.meta.dirname, 'baseline');
const failuresFolder = join(import.meta.dirname, '../../test-results/pictures');

/** How far a colour may be off, of 1: less than a shade that the eye tells apart. */
const threshold = 0.05;
/** How many pixels may be off beside those on the edges of letters: fewer than a changed letter has. */
const fewPixels = 4;

export const fileOf = (name: string, form: Form): string => `${name}-${form.name}.png`;

/** What tells it from the kept picture, in words; null where nothing does. */
export function differs(file: string, taken: Buffer): string | null {
  const path = join(baselineFolder, file);
  if (!existsSync(path)) return `there is no picture ${file} yet`;
  const kept = PNG.sync.read(readFileSync(path));
  const now = PNG.sync.read(taken);
  if (kept.width !== now.width || kept.height !== now.height) return `${file} has another size`;
  const shown = new PNG({ width: now.width, height: now.height });
  const off = pixelmatch(kept.data, now.data, shown.data, now.width, now.height, { threshold });
  if (off <= fewPixels) return null;
  mkdirSync(failuresFolder, { recursive: true });
  const place = join(failuresFolder, file);
  writeFileSync(place, taken);
  writeFileSync(place.replace(/png$/, 'diff.png'), PNG.sync.write(shown));
  return `${off} pixels are off; what was seen, and the difference: ${place}`;
}
