// `npm run setup`: makes a fresh machine able to run, test and build the program. Can be run again at any time.
// Plain JavaScript for Node 18 or later, because nothing is installed yet when it runs.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installSystemPackages } from './setup/system.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const oldestNode = 18;

function installModules() {
  // npm says where it is when it runs us; a call by hand finds it in PATH.
  const npm = process.env.npm_execpath;
  const [command, words] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  // On Windows a running node.exe cannot be replaced, and after the first setup it is one of ours that runs here.
  const own = process.platform === 'win32' && process.execPath.startsWith(join(root, 'node_modules'));
  const order = own ? ['install', '--no-save'] : ['ci'];
  console.log(`Packages: npm ${order[0]} …`);
  const { status } = spawnSync(command, [...words, ...order, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && command === 'npm',
  });
  return status === 0;
}

function tellKeychain() {
  const built = existsSync(join(root, 'node_modules', 'keytar', 'build', 'Release', 'keytar.node'));
  console.log(
    built
      ? 'Keychain: ready.'
      : 'Keychain: keytar could not be built, so keys are kept until the program ends. Everything else works.',
  );
}

const [major = 0] = process.versions.node.split('.').map(Number);
const [unknown] = process.argv.slice(2);
if (unknown !== undefined) {
  console.error(`setup takes no arguments; ${unknown} is unknown.`);
  process.exitCode = 2;
} else if (major < oldestNode) {
  console.error(`Node ${oldestNode} or later is needed; this is ${process.version}.`);
  process.exitCode = 1;
} else {
  if (process.platform === 'linux') installSystemPackages();
  else console.log('System packages: none are needed here.');
  if (installModules()) {
    tellKeychain();
    console.log('Done. Start with: npm start');
  } else {
    console.error('The packages could not be installed; what npm said stands above.');
    process.exitCode = 1;
  }
}
