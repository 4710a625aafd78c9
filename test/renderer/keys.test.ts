import { describe, expect, it } from 'vitest';
import { en } from '../../renderer/text/en.ts';
import { sv } from '../../renderer/text/sv.ts';
import { actionOf, keyLabel, shortcuts } from '../../renderer/ui/keys.ts';

const press = (key: string, change = {}) =>
  actionOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...change });
const spoken: Record<string, string> = { '↓': 'ArrowDown', '↑': 'ArrowUp' };
/** keys that the list, the text field and the page listen to themselves */
const elsewhere = new Set([
  'Home',
  'End',
  'Enter',
  'Space',
  'Shift+↓',
  'Shift+↑',
  'Mod+A',
  'Mod+K',
  'Mod+Enter',
  'Mod+Shift+E',
  'Esc',
]);

describe('the table of keys', () => {
  it('lists every action once, in words', () => {
    const actions = shortcuts.map(({ action }) => action);
    expect(new Set(actions).size).toBe(actions.length);
    expect(new Set(actions)).toEqual(new Set(Object.keys(en.keyNames)));
  });

  it('gives no key to two actions', () => {
    const keys = shortcuts.flatMap((shortcut) => shortcut.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('does what the sheet says', () => {
    for (const { action, keys } of shortcuts) {
      for (const key of keys.filter((one) => !elsewhere.has(one))) {
        expect(press(spoken[key] ?? key), key).toBe(action);
      }
    }
  });

  it('leaves the keys of the browser and the system alone', () => {
    expect(press('r', { ctrlKey: true })).toBeUndefined();
    expect(press('q', { metaKey: true })).toBeUndefined();
    expect(press('1', { altKey: true })).toBeUndefined();
    expect(press('constructor')).toBeUndefined();
  });
});

it('prints keys as the machine and the language call them', () => {
  expect(keyLabel('Mod+Enter', 'linux', en.keyCaps)).toBe('Ctrl Enter');
  expect(keyLabel('Mod+Enter', 'darwin', sv.keyCaps)).toBe('⌘↩');
  expect(keyLabel('Mod+Shift+E', 'win32', en.keyCaps)).toBe('Ctrl Shift E');
  expect(keyLabel('Mod+Shift+E', 'win32', sv.keyCaps)).toBe('Ctrl Skift E');
  expect(keyLabel('Space', 'linux', sv.keyCaps)).toBe('Mellanslag');
});
