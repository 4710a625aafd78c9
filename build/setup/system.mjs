// Brings a Debian or Ubuntu machine what it lacks, as root or through sudo. Every failure is told and none ends the
// setup: much works without.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { choose, missing, needs } from './packages.mjs';

/** @param {string} line */
const say = (line) => console.log(line);

/** Installs what is missing; says so where it cannot. */
export function installSystemPackages() {
  if (!existsSync('/etc/debian_version')) {
    say('System packages: nothing is installed on this system; only Debian and Ubuntu are known here.');
    return;
  }
  const wanted = missing(needs, { hasCommand, hasPackage });
  if (wanted.length === 0) {
    say('System packages: all there.');
    return;
  }
  const root = asRoot();
  if (root === null) {
    const names = wanted.map(({ packages }) => packages[0]).join(' ');
    say(
      `System packages: missing, and there are no rights to install them. As root: apt-get install ${names}`,
    );
    return;
  }
  say(`System packages: missing are ${wanted.map(({ what }) => what).join(', ')}.`);
  apt(root, ['update']);
  const { packages, unknown } = choose(wanted, isKnown);
  if (unknown.length > 0) say(`  No package is known here for: ${unknown.join(', ')}.`);
  if (packages.length === 0) return;
  say(`  Installing ${packages.join(' ')} …`);
  if (apt(root, ['install', '-y', '--no-install-recommends', ...packages])) say('  Installed.');
}

/** The words to put before a command so that it runs as root; null where that is not possible. */
function asRoot() {
  if (process.getuid?.() === 0) return [];
  if (!hasCommand('sudo')) return null;
  const silent = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return silent || process.stdin.isTTY ? ['sudo'] : null;
}

/**
 * @param {string[]} root
 * @param {string[]} words
 */
function apt(root, words) {
  const [command = '', ...rest] = [
    ...root,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-qq',
    ...words,
  ];
  const { status, stdout, stderr } = spawnSync(command, rest, {
    encoding: 'utf8',
    stdio: ['inherit', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 ** 2,
  });
  if (status === 0) return true;
  const last = `${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(-5).join('\n    ');
  say(`  apt-get ${words[0]} did not succeed:\n    ${last}`);
  return false;
}

/** @param {string} name */
function hasCommand(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** @param {string} name */
function hasPackage(name) {
  const { stdout } = spawnSync('dpkg', ['-s', name], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return /^Status: install ok installed$/m.test(stdout ?? '');
}

/** Does apt know a version that it could install? @param {string} name */
function isKnown(name) {
  const { stdout } = spawnSync('apt-cache', ['policy', name], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return /Candidate: (?!\(none\))/.test(stdout ?? '');
}
