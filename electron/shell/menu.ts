// The application menu: macOS lives by it; elsewhere it is hidden until Alt, and carries the shortcuts for zoom.
import type { MenuItemConstructorOptions } from 'electron';
import type { Words } from './words.ts';

type MenuParts = {
  readonly platform: string;
  /** reload and developer tools exist only while developing */
  readonly packaged: boolean;
  readonly words: Words;
  readonly quit: () => void;
};

/** For `Menu.buildFromTemplate`. */
export function menuTemplate({ platform, packaged, words, quit }: MenuParts): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  // Not the role "quit": that one would not ask about unsent replies.
  const end: MenuItemConstructorOptions = { label: words.quit, accelerator: 'CmdOrCtrl+Q', click: quit };
  const close: MenuItemConstructorOptions = { role: 'close', label: words.close };
  const program: MenuItemConstructorOptions = {
    label: words.product,
    submenu: [
      { role: 'about', label: words.about },
      separator,
      { role: 'hide', label: words.hide },
      separator,
      end,
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: words.edit,
    submenu: [
      { role: 'undo', label: words.undo },
      { role: 'redo', label: words.redo },
      separator,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: words.view,
    submenu: [
      { role: 'resetZoom', label: words.actualSize },
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      separator,
      { role: 'togglefullscreen', label: words.fullScreen },
      ...(packaged ? [] : [separator, { role: 'reload' as const }, { role: 'toggleDevTools' as const }]),
    ],
  };
  const window: MenuItemConstructorOptions = {
    label: words.window,
    submenu: [{ role: 'minimize', label: words.minimise }, close],
  };
  return mac
    ? [program, edit, view, window]
    : [{ label: words.file, submenu: [close, separator, end] }, edit, view];
}
