// The table of keys, the sheet and the palette are one registry.
import { describe, expect, it } from 'vitest';
import { actionOf, isPaletteKey, shortcuts } from '../../renderer/ui/keys.ts';
import { commands } from '../../renderer/views/commands/all.ts';

const names = commands.map(({ name }) => name as string);
const pressed = (key: string) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false });

describe('the registry', () => {
  it('has a command for every key of the page, so that the palette offers it', () => {
    const keys = shortcuts.flatMap((shortcut) => shortcut.keys).filter((key) => actionOf(pressed(key)));
    expect(keys.length).toBeGreaterThan(25);
    for (const key of keys) expect(names, key).toContain(actionOf(pressed(key)));
    expect(names).toContain('palette');
  });

  it('has a key, and with it a line of the sheet, for every command', () => {
    const listed = shortcuts.map(({ action }) => action as string);
    expect(names.filter((name) => !listed.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the key of the palette', () => {
  it('is Ctrl+K, on a Mac Cmd+K, and nothing near it', () => {
    expect(isPaletteKey({ ...pressed('k'), ctrlKey: true }, 'linux')).toBe(true);
    expect(isPaletteKey({ ...pressed('K'), ctrlKey: true }, 'win32')).toBe(true);
    expect(isPaletteKey({ ...pressed('k'), metaKey: true }, 'darwin')).toBe(true);
    // deletes to the end of the line in a Mac's text
    expect(isPaletteKey({ ...pressed('k'), ctrlKey: true }, 'darwin')).toBe(false);
    expect(isPaletteKey(pressed('k'), 'linux')).toBe(false);
    expect(isPaletteKey({ ...pressed('k'), ctrlKey: true, altKey: true }, 'linux')).toBe(false);
    expect(isPaletteKey({ ...pressed('k'), ctrlKey: true, shiftKey: true }, 'linux')).toBe(false);
  });
});
