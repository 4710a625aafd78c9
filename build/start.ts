// `npm start [-- --demo]`: builds what is stale and starts the program in Electron; where there is none and none can
// be downloaded, in the browser preview.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { outFolder } from './bundle-targets.ts';
import { type ElectronBinary, findElectron } from './electron-binary.ts';

const repository = join(import.meta.dirname, '..');
const downloadMs = 120_000;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Switches of Chromium that are passed on, because some machines do not show a window without them. */
const passedOn = /^--(no-sandbox|disable-gpu|ozone-platform=.+|force-device-scale-factor=.+|lang=.+)$/;

/** The one sentence about a wrong argument, or null. */
export function complain(words: readonly string[]): string | null {
  const wrong = words.find((word) => word !== '--demo' && !passedOn.test(word));
  return wrong === undefined ? null : `Unknown argument "${wrong}"; npm start takes --demo.`;
}

/** The installed Electron, after one try to download it. */
function downloadElectron(): ElectronBinary | null {
  console.error('Electron is not installed yet; downloading it once …');
  spawnSync(process.execPath, [join(repository, 'node_modules', 'electron', 'install.js')], {
    stdio: 'ignore',
    timeout: downloadMs,
  });
  return findElectron(repository, process.env, process.platform);
}

/** As root Chromium refuses to run with its sandbox. */
const asRoot = process.platform === 'linux' && process.getuid?.() === 0;

/** Runs a command in place of this one: its output, its signals, its end. */
function become(command: string, words: readonly string[]): void {
  const child = spawn(command, words, { stdio: 'inherit' });
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on('error', (cause) => {
    console.error(`${command} could not be started: ${cause.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    for (const each of signals) process.removeAllListeners(each);
    if (signal === null) process.exitCode = code ?? 1;
    else process.kill(process.pid, signal);
  });
}

async function start(words: readonly string[]): Promise<void> {
  const binary = findElectron(repository, process.env, process.platform) ?? downloadElectron();
  if (binary === null) {
    console.error(
      'No Electron is installed and none can be downloaded, so the program starts in the browser preview.',
    );
    const demo = words.filter((word) => word === '--demo');
    return become(process.execPath, [join(repository, 'build', 'preview.ts'), '--port', '0', ...demo]);
  }
  await bundle({ driver: binary.driver });
  const folder = binary.driver === 'better' ? repository : join(repository, outFolder(binary.driver));
  const sandbox = asRoot && !words.includes('--no-sandbox') ? ['--no-sandbox'] : [];
  become(binary.executable, [...sandbox, folder, ...words]);
}

if (import.meta.main) {
  const words = process.argv.slice(2);
  const complaint = complain(words);
  if (complaint === null) await start(words);
  else {
    console.error(complaint);
    process.exitCode = 2;
  }
}
