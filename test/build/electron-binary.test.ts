import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findElectron } from '../../build/electron-binary.ts';
import { complain } from '../../build/start.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'electron-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function place(folder: string, version: string | null, name = 'electron'): string {
  const full = join(root, folder);
  mkdirSync(join(full, name, '..'), { recursive: true });
  writeFileSync(join(full, name), '');
  if (version !== null) writeFileSync(join(full, 'version'), version);
  return full;
}
const installed = 'node_modules/electron/dist';

describe('the Electron to start', () => {
  it('is the one that the environment names, before the installed one', () => {
    place(installed, '45.4.1');
    const other = place('other', '33.4.11\n');
    expect(findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: other }, 'linux')).toEqual({
      executable: join(other, 'electron'),
      driver: 'libsql',
    });
  });

  it('is the installed one, when none is named or the named one is not there', () => {
    const executable = join(place(installed, '45.4.1'), 'electron');
    expect(findElectron(root, {}, 'linux')?.executable).toBe(executable);
    expect(findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: '' }, 'linux')?.executable).toBe(executable);
    const nowhere = { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'nowhere') };
    expect(findElectron(root, nowhere, 'linux')?.executable).toBe(executable);
  });

  it('is none where there is none', () => {
    expect(findElectron(root, {}, 'linux')).toBeNull();
    mkdirSync(join(root, installed), { recursive: true });
    expect(findElectron(root, {}, 'linux')).toBeNull();
  });

  it.each([
    ['33.4.11', 'libsql'],
    ['36.9.9', 'libsql'],
    ['37.0.0', 'better'],
    ['v45.4.1', 'better'],
    [null, 'better'],
    ['', 'better'],
  ])('of version %s takes the %s driver', (version, driver) => {
    place(installed, version);
    expect(findElectron(root, {}, 'linux')?.driver).toBe(driver);
  });

  it.each([
    ['win32', 'electron.exe'],
    ['darwin', 'Electron.app/Contents/MacOS/Electron'],
  ])('on %s is %s', (platform, name) => {
    place(installed, '45.4.1', name);
    expect(findElectron(root, {}, platform)?.executable).toBe(join(root, installed, name));
    expect(findElectron(root, {}, 'linux')).toBeNull();
  });
});

describe('npm start', () => {
  it.each([[[]], [['--demo']], [['--no-sandbox', '--disable-gpu', '--lang=sv']]])('takes %j', (words) => {
    expect(complain(words)).toBeNull();
  });

  it.each(['--dmeo', '--demo=1', 'demo', '', '--', '--inspect', '--remote-debugging-port=1'])(
    'refuses %j',
    (word) => {
      expect(complain(['--demo', word])).toBe(`Unknown argument "${word}"; npm start takes --demo.`);
    },
  );
});
