// Where data lies.
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../electron/adapters/data-folder.ts';

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
