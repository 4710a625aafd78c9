// What setup would install, on machines described here; nothing is installed by these tests.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { choose, missing, needs } from '../../build/setup/packages.mjs';

const nothing = { hasCommand: () => false, hasPackage: () => false };
const everything = { hasCommand: () => true, hasPackage: () => true };
const one = (need: (typeof needs)[number]) => need.what;

describe('setup', () => {
  it('refuses a word it does not know, in one sentence, before anything is installed', () => {
    const script = join(import.meta.dirname, '../../build/setup.mjs');
    const run = spawnSync(process.execPath, [script, '--everything'], { encoding: 'utf8' });
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toBe('setup takes no arguments; --everything is unknown.\n');
  });
});

describe('missing', () => {
  it('is everything on a bare machine and nothing on a full one', () => {
    expect(missing(needs, nothing)).toEqual(needs);
    expect(missing(needs, everything)).toEqual([]);
  });

  it('takes a command from anywhere, and a package under its older name', () => {
    const machine = {
      hasCommand: (name: string) => name === 'google-chrome',
      hasPackage: (name: string) => name === 'libasound2',
    };
    const left = missing(needs, machine).map(one);
    expect(left).not.toContain('browser');
    expect(left).not.toContain('sound library');
    expect(left).toContain('keyring');
  });
});

describe('choose', () => {
  it('takes the name that the release knows', () => {
    const sound = needs.filter(({ what }) => what === 'sound library');
    const both = (name: string) => ['libasound2t64', 'libasound2'].includes(name);
    expect(choose(sound, both).packages).toEqual(['libasound2t64']);
    expect(choose(sound, (name) => name === 'libasound2').packages).toEqual(['libasound2']);
  });

  it('tells what has no package, and still installs the rest', () => {
    const known = (name: string) => name !== 'dunst';
    const { packages, unknown } = choose(needs, known);
    expect(unknown).toEqual(['notification daemon']);
    expect(packages).toHaveLength(needs.length - 1);
  });
});
