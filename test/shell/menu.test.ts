import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../electron/shell/menu.ts';
import { words } from '../../electron/shell/words.ts';

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

describe.each(['linux', 'win32', 'darwin'])('the menu on %s', (platform) => {
  const menu = (packaged: boolean, quit = () => {}) =>
    menuTemplate({ platform, packaged, words: words.sv, quit });

  it('is in the language of the user, to the last entry', () => {
    for (const { type, label } of flat(menu(true))) {
      if (type === 'separator') continue;
      expect(Object.values(words.sv)).toContain(label);
    }
  });

  it('offers no developer tools in a release', () => {
    const roles = (packaged: boolean) => flat(menu(packaged)).map(({ role }) => role);
    expect(roles(true)).not.toContain('toggleDevTools');
    expect(roles(true)).not.toContain('reload');
    expect(roles(false)).toContain('toggleDevTools');
  });

  it('quits by asking the program, not behind its back', () => {
    let asked = 0;
    const entries = flat(menu(true, () => (asked += 1)));
    expect(entries.some(({ role }) => role === 'quit')).toBe(false);
    const quit = entries.find(({ label }) => label === words.sv.quit);
    const click = quit?.click as (() => void) | undefined;
    click?.();
    expect(asked).toBe(1);
  });

  it('can cut, copy, paste and zoom', () => {
    const roles = flat(menu(true)).map(({ role }) => role);
    for (const role of [
      'undo',
      'cut',
      'copy',
      'paste',
      'selectAll',
      'zoomIn',
      'zoomOut',
      'resetZoom',
      'close',
    ]) {
      expect(roles).toContain(role);
    }
  });
});
