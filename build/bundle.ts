// `npm run build [-- --driver better|libsql] [--force]`: builds what is older than its sources.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import {
  type Driver,
  drivers,
  inputs,
  outFolder,
  outputs,
  settings,
  type Target,
  targets,
} from './bundle-targets.ts';
import { drawIcons } from './icons/draw.ts';
import { fingerprint, readStamp, writeStamp } from './stale.ts';

const repository = join(import.meta.dirname, '..');

type BundleOptions = {
  readonly driver?: Driver;
  /** default: all of them */
  readonly only?: readonly Target[];
  /** build also what is fresh */
  readonly force?: boolean;
};

/** Builds what is stale; answers the output folder and what was built. Throws what Vite throws. */
export async function bundle(options: BundleOptions = {}): Promise<{ out: string; built: Target[] }> {
  const driver = options.driver ?? 'better';
  const out = join(repository, outFolder(driver));
  const stampFile = join(out, '.stamp');
  mkdirSync(out, { recursive: true });
  if (driver !== 'better') writeManifest(out);
  const built: Target[] = [];
  for (const target of options.only ?? targets) {
    const hash = fingerprint(repository, inputs[target], driver);
    const fresh = readStamp(stampFile)[target] === hash && existsSync(join(out, outputs[target]));
    if (fresh && !options.force) continue;
    if (target === 'icons') drawIcons(join(out, target));
    else await build(settings(repository, target, driver));
    writeStamp(stampFile, { ...readStamp(stampFile), [target]: hash });
    built.push(target);
  }
  return { out, built };
}

/** Makes the folder of a variant an application that Electron can be started with. */
function writeManifest(out: string): void {
  const { name, productName, version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  writeFileSync(
    join(out, 'package.json'),
    JSON.stringify({ name, productName, version, main: outputs.main }),
  );
}

const usage = '--driver better, --driver libsql and --force';

/** Reads the arguments; a text is what is wrong with them. */
function readArguments(words: readonly string[]): BundleOptions | string {
  let driver: Driver = 'better';
  let force = false;
  for (const [place, word] of words.entries()) {
    const named = words[place - 1] === '--driver' ? drivers.find((name) => name === word) : undefined;
    const isLast = place === words.length - 1;
    if (named !== undefined) driver = named;
    else if (word === '--force') force = true;
    else if (word !== '--driver' || isLast) return `Unknown argument "${word}"; the build takes ${usage}.`;
  }
  return { driver, force };
}

if (import.meta.main) {
  const options = readArguments(process.argv.slice(2));
  if (typeof options === 'string') {
    console.error(options);
    process.exitCode = 2;
  } else {
    const { built } = await bundle(options);
    console.log(built.length === 0 ? 'Everything is up to date.' : `Built ${built.join(', ')}.`);
  }
}
