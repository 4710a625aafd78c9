// The tray icon and its menu. A desktop without a tray shows nothing here and loses nothing: the window opens at
// start, and starting the program again brings it back.
import type { Menu, NativeImage, Tray } from 'electron';
import type { Face, TrayAction } from './tray-face.ts';

export type TrayParts = {
  readonly create: (icon: NativeImage) => Tray;
  readonly buildMenu: typeof Menu.buildFromTemplate;
  readonly image: (icon: Face['icon']) => NativeImage;
  readonly act: (action: TrayAction) => void;
  readonly onFailure: (cause: unknown) => void;
};

export type ShellTray = {
  show(face: Face): void;
  /** where the icon is, to open something beside it; null where the system does not say */
  place(): Electron.Rectangle | null;
};

export function createTray(first: Face, parts: TrayParts): ShellTray {
  const tray = tryCreate(first, parts);
  let shown = '';
  const show = (face: Face) => {
    const text = JSON.stringify(face);
    if (tray === null || text === shown) return;
    shown = text;
    tray.setImage(parts.image(face.icon));
    tray.setToolTip(face.tooltip);
    tray.setContextMenu(parts.buildMenu(face.entries.flatMap((entry) => menuEntry(entry, parts))));
  };
  tray?.on('click', () => parts.act('open'));
  show(first);
  return { show, place: () => tray?.getBounds() ?? null };
}

function tryCreate(face: Face, parts: TrayParts): Tray | null {
  try {
    return parts.create(parts.image(face.icon));
  } catch (cause) {
    parts.onFailure(cause);
    return null;
  }
}

function menuEntry(
  { action, label, enabled }: Face['entries'][number],
  { act }: TrayParts,
): Electron.MenuItemConstructorOptions[] {
  const entry = { label, enabled, click: () => act(action) };
  return action === 'quit' ? [{ type: 'separator' }, entry] : [entry];
}
