import { describe, expect, it } from 'vitest';
import { windowOptions } from '../../electron/shell/window-options.ts';
import { aLook, fakeSession } from '../fakes/electron.ts';

const look = aLook(fakeSession().session);

describe.each(['main', 'quick'] as const)('the %s window', (kind) => {
  it('stays where it is when something is dropped on it', () => {
    expect(windowOptions(kind, look).webPreferences?.navigateOnDragDrop).toBe(false);
  });

  it('has developer tools only while developing', () => {
    expect(windowOptions(kind, look).webPreferences?.devTools).toBe(false);
    expect(windowOptions(kind, { ...look, packaged: false }).webPreferences?.devTools).toBe(true);
  });

  it('sends no word to a spelling service', () => {
    expect(windowOptions(kind, look).webPreferences?.spellcheck).toBe(false);
    expect(windowOptions(kind, { ...look, platform: 'win32' }).webPreferences?.spellcheck).toBe(false);
    expect(windowOptions(kind, { ...look, platform: 'darwin' }).webPreferences?.spellcheck).toBe(true);
  });

  it('appears when there is something to see, in the colour of the page', () => {
    const light = windowOptions(kind, look);
    const dark = windowOptions(kind, { ...look, dark: true });
    expect(light).toMatchObject({ show: false, width: 800, minWidth: 360, minHeight: 480 });
    expect(light.backgroundColor).not.toBe(dark.backgroundColor);
  });
});
