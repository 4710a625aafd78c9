// Finds an Electron to run: the one that ELECTRON_OVERRIDE_DIST_PATH names, else the installed one. Starts nothing.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Driver } from './bundle-targets.ts';

export type ElectronBinary = { readonly executable: string; readonly driver: Driver };

/** Electron 37 is the first with a Node that the shipped SQLite driver loads in. */
const oldestForDriver = 37;

const executables: Readonly<Record<string, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** The Electron in a folder such as `node_modules/electron/dist`, or null. */
export function electronIn(folder: string, platform: string): ElectronBinary | null {
  const executable = join(folder, executables[platform] ?? 'electron');
  if (!existsSync(executable)) return null;
  const major = Number.parseInt(readVersion(folder), 10);
  return { executable, driver: major < oldestForDriver ? 'libsql' : 'better' };
}

/** @param root the repository */
export function findElectron(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
): ElectronBinary | null {
  const folders = [env.ELECTRON_OVERRIDE_DIST_PATH, join(root, 'node_modules', 'electron', 'dist')];
  for (const folder of folders) {
    const binary = folder ? electronIn(folder, platform) : null;
    if (binary !== null) return binary;
  }
  return null;
}

/** Without a version file it is taken for the one that package.json asks for. */
function readVersion(folder: string): string {
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return 'unknown';
  }
}
