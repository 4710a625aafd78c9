// `node test/renderer/screenshots.ts <folder> [name…]`: pictures of every state to look at, in the machine's own fonts.
// With `--baseline` instead of a folder: the pictures that the tests compare with. A name stands for all that begin with it.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { baselineFolder, fileOf } from './baseline.ts';
import { forms, moreForms, openState, stillPicture } from './open-state.ts';
import { packed } from './packed-picture.ts';
import { createStage } from './page.ts';
import { states } from './states/all.ts';

const [place, ...names] = process.argv.slice(2);
if (place === undefined) {
  console.error('Say where to: node test/renderer/screenshots.ts <folder>|--baseline [name…]');
  process.exit(2);
}
const isBaseline = place === '--baseline';
const folder = isBaseline ? baselineFolder : place;
mkdirSync(folder, { recursive: true });
if (isBaseline) removeUnknown();
const stage = await createStage();
for (const name of Object.keys(states)) {
  if (names.length > 0 && !names.some((wanted) => name.startsWith(wanted))) continue;
  for (const form of isBaseline ? forms : [...forms, ...moreForms]) {
    try {
      const { page, errors } = await openState(stage, name, form, isBaseline);
      const taken = await stillPicture(page);
      writeFileSync(join(folder, fileOf(name, form)), isBaseline ? packed(taken) : taken);
      await page.context().close();
      if (errors.length > 0) throw new Error(errors.join('; '));
    } catch (cause) {
      process.exitCode = 1;
      console.log(`${name} ${form.name}: ${cause}`);
    }
  }
}
await stage.close();

/** Pictures of states that are no longer there. */
function removeUnknown(): void {
  const known = new Set(Object.keys(states).flatMap((name) => forms.map((form) => fileOf(name, form))));
  for (const file of readdirSync(folder)) if (!known.has(file)) rmSync(join(folder, file));
}
