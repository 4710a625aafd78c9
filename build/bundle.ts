// `npm run build [-- --driver better|libsql] [--force]`: builds what is older than its sources.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
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
import { fingerprint, readStamp, writeStamp } from './stale.ts';

const repository = join(import.meta.dirname, '..');

export type BundleOptions = {
  readonly driver?: Driver;
  /** default: all three */
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
    await build(settings(repository, target, driver));
    writeStamp(stampFile, { ...readStamp(stampFile), [target]: hash });
    built.push(target);
  }
  return { out, built };
}

/** Makes the folder of a variant an application that Electron can be started with. */
function writeManifest(out: string): void {
  const manifest = { name: 'hostup-support-tray', productName: 'HostUp Support', main: outputs.main };
  writeFileSync(join(out, 'package.json'), JSON.stringify(manifest));
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { driver: { type: 'string', default: 'better' }, force: { type: 'boolean', default: false } },
  });
  const driver = drivers.find((name) => name === values.driver);
  if (driver === undefined) throw new TypeError(`--driver takes ${drivers.join(' or ')}.`);
  const { built } = await bundle({ driver, force: values.force });
  console.log(built.length === 0 ? 'Everything is up to date.' : `Built ${built.join(', ')}.`);
  return 0;
}

if (import.meta.main) {
  process.exitCode = await main().catch((cause: unknown) => {
    if (!(cause instanceof TypeError)) throw cause;
    console.error(cause.message);
    return 2;
  });
}
