// The texts that the rules are measured on. One text per line in the files, `⏎` for a line break, `{name}` for a gap
// that is filled in code; a line "# kind" says what the following texts carry ("# talk", "# tickets": nothing). Words after
// the kind ("# password shell") tell sorts of text apart.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SecretKind } from '../../../renderer/secrets/find-secret.ts';
import { strongestFirst } from '../../../renderer/secrets/kinds.ts';
import { fill, seeded } from './fillers.ts';

export type Sample = {
  readonly text: string;
  readonly carries: SecretKind | null;
  /** what sort of text it is: the words after `#` */
  readonly section: string;
};

/** how often a line of a file of frames is filled, each time with other names, numbers and secrets */
const fillings = 4;

/** Texts written one by one. */
export const handWritten = {
  found: [
    ...read('found-en.txt'),
    ...read('found-sv.txt'),
    ...read('found-more.txt'),
    ...read('found-late.txt'),
  ],
  quiet: [
    ...read('quiet-en.txt'),
    ...read('quiet-sv.txt'),
    ...read('quiet-more.txt'),
    ...read('quiet-late.txt'),
  ],
};

/** Texts from frames with gaps. */
export const generated = {
  found: read('frames-found.txt', fillings),
  quiet: read('frames-quiet.txt', fillings),
};

export function read(file: string, times = 1): Sample[] {
  const random = seeded(file.length * 7_919);
  const samples: Sample[] = [];
  let carries: SecretKind | null = null;
  let section = '';
  for (const line of readFileSync(join(import.meta.dirname, 'corpus', file), 'utf8').split('\n')) {
    if (line.startsWith('# ')) {
      section = line.slice(2);
      carries = strongestFirst.find((kind) => kind === section.split(' ')[0]) ?? null;
    } else if (line !== '') {
      for (let time = 0; time < times; time += 1)
        samples.push({ text: fill(line, random), carries, section });
    }
  }
  return samples;
}
