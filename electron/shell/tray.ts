// The tray icon and its menu. A desktop without a tray shows nothing here and loses nothing: the window opens at
// start, and starting the program again brings it back.
import { join } from 'node:path';
import { Menu, type MenuItemConstructorOptions, nativeImage, nativeTheme, Tray } from 'electron';
import type { Log } from '../core/ports.ts';
import { iconFile } from './icon-file.ts';
import type { Rectangle } from './placement.ts';
import type { Face, TrayAction } from './tray-face.ts';

type ShellTray = {
  show(face: Face): void;
  /** where the icon is, to open something beside it; null where the system does not say */
  place(): Rectangle | null;
};

/** Shows nothing until its first face. @param act what a click asks for */
export function systemTray(act: (action: TrayAction) => void, log: Log): ShellTray {
  let tray: Tray | null = null;
  let last: Face | null = null;
  let shown = '';

  function show(face: Face): void {
    last = face;
    const file = iconFile(process.platform, nativeTheme.shouldUseDarkColors, face.icon);
    const state = JSON.stringify([file, face]);
    if (state === shown) return;
    shown = state;
    try {
      const image = load(file);
      tray ??= create(image, act);
      tray.setImage(image);
      tray.setToolTip(face.tooltip);
      tray.setContextMenu(Menu.buildFromTemplate(face.entries.flatMap((entry) => menuEntry(entry, act))));
    } catch (cause) {
      log.error('tray', cause);
    }
  }

  nativeTheme.on('updated', () => last && show(last));
  return { show, place: () => tray?.getBounds() ?? null };
}

function create(image: Electron.NativeImage, act: (action: TrayAction) => void): Tray {
  const tray = new Tray(image);
  tray.on('click', () => act('open'));
  return tray;
}

function load(file: string): Electron.NativeImage {
  const image = nativeImage.createFromPath(join(import.meta.dirname, '..', 'icons', file));
  image.setTemplateImage(process.platform === 'darwin');
  return image;
}

function menuEntry(
  { action, label, enabled }: Face['entries'][number],
  act: (action: TrayAction) => void,
): MenuItemConstructorOptions[] {
  const entry = { label, enabled, click: () => act(action) };
  return action === 'quit' ? [{ type: 'separator' }, entry] : [entry];
}
