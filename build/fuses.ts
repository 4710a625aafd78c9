// Reads the fuses out of a packed Electron and compares them with what electron-builder.yml asked for, so that no
// release leaves the house that could be talked into running other code. Runs when everything is packed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildResult, Configuration } from 'electron-builder';

type Fuses = NonNullable<Configuration['electronFuses']>;

/** In the order of Electron's fuse wire, version 1. */
const wire = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const satisfies readonly (keyof Fuses)[];
type Fuse = (typeof wire)[number];

/** Marks the wire inside the binary; a byte of version, a byte of length and one byte per fuse follow. */
const mark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const on = '1'.charCodeAt(0);

/** Which fuses are on. Throws where there is no wire: that file is no Electron. */
export function readFuses(binary: Buffer): ReadonlySet<Fuse> {
  const at = binary.indexOf(mark);
  if (at < 0) throw new Error('There is no fuse wire in this file.');
  const start = at + mark.length + 2;
  return new Set(wire.filter((_, place) => binary[start + place] === on));
}

/** The names of the fuses that are not as they should be. */
export function wrongFuses(binary: Buffer, wanted: Fuses): Fuse[] {
  const found = readFuses(binary);
  return wire.filter((fuse) => typeof wanted[fuse] === 'boolean' && wanted[fuse] !== found.has(fuse));
}

/** Where the wire is, in a folder such as `linux-unpacked`. */
function binaryIn(folder: string, config: Configuration): string {
  const name = config.productName ?? '';
  if (folder.startsWith('win')) return `${name}.exe`;
  const framework = 'Electron Framework';
  if (folder.startsWith('mac')) return `${name}.app/Contents/Frameworks/${framework}.framework/${framework}`;
  return config.linux?.executableName ?? name;
}

/** electron-builder's afterAllArtifactBuild. */
export default function checkPackages({ outDir, configuration }: BuildResult): string[] {
  const folders = readdirSync(outDir).filter((name) => /^(linux|win|mac)(-\w+)*$/.test(name));
  for (const folder of folders) {
    const binary = readFileSync(join(outDir, folder, binaryIn(folder, configuration)));
    const wrong = wrongFuses(binary, configuration.electronFuses ?? {});
    if (wrong.length > 0) throw new Error(`Fuses of ${folder} are not as ordered: ${wrong.join(', ')}.`);
  }
  return [];
}
