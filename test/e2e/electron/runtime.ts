// Finds an Electron for the end-to-end tests. Where there is none, the whole suite is skipped and says so.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronBinary, electronIn, findElectron } from '../../../build/electron-binary.ts';

const repository = join(import.meta.dirname, '../../..');
/** Beside the repository, on machines that cannot download the official binary: prints the folder of one. */
const provider = join(repository, '../shared/tools/electron-runtime');

function find(): ElectronBinary | null {
  if (process.platform !== 'linux') return null;
  const found = findElectron(repository, process.env, process.platform);
  if (found !== null || !existsSync(provider)) return found;
  const folder = execFileSync(provider, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
  return electronIn(folder, process.platform);
}

export const runtime = find();

/** For the title of every suite, so that a skipped one says why. */
export const note = runtime === null ? ' (skipped: no Electron binary)' : '';
if (runtime === null) console.log('skipped: no Electron binary');
