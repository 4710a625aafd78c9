// Where data lies, and that folders of ours are private while folders of others stay as they were.
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../electron/adapters/data-folder.ts';
import { privateFolder } from '../../electron/adapters/private-folder.ts';

describe('dataFolder', () => {
  const home = join('/', 'home', 'anna');
  it.each([
    ['linux', {}, join(home, '.config', 'hostup-support-preview')],
    ['linux', { XDG_CONFIG_HOME: '/x' }, join('/x', 'hostup-support-preview')],
    ['darwin', {}, join(home, 'Library', 'Application Support', 'hostup-support-preview')],
    ['win32', { APPDATA: '/r' }, join('/r', 'hostup-support-preview')],
    ['win32', {}, join(home, 'AppData', 'Roaming', 'hostup-support-preview')],
  ])('on %s with %j', (platform, env, expected) => {
    expect(dataFolder(null, { platform, home, env })).toBe(expected);
  });

  it('is what was asked for, made absolute', () => {
    expect(dataFolder('here', { platform: 'linux', home, env: {} })).toBe(resolve('here'));
  });
});

describe('privateFolder', () => {
  it('makes all missing folders private, and leaves the mode of one that was there', () => {
    const base = mkdtempSync(join(tmpdir(), 'folder-'));
    chmodSync(base, 0o755);
    const deep = privateFolder(join(base, 'a', 'b'));
    expect(statSync(deep).mode & 0o777).toBe(0o700);
    expect(statSync(join(base, 'a')).mode & 0o777).toBe(0o700);
    expect(privateFolder(base)).toBe(base);
    expect(statSync(base).mode & 0o777).toBe(0o755);
    rmSync(base, { recursive: true });
  });
});
