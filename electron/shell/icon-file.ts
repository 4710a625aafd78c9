// Which of the drawn tray icons (build/icons/draw.ts) fits a system, its colours and a state.
import type { Face } from './tray-face.ts';

/** @param platform as `process.platform`; @param dark whether the panel is */
export function iconFile(platform: string, dark: boolean, icon: Face['icon']): string {
  const system = platform === 'darwin' || platform === 'win32' ? platform : 'linux';
  const tint = system === 'darwin' ? 'template' : dark ? 'dark' : 'light';
  return `tray-${system}-${tint}${icon === 'unread' ? '-unread' : ''}.png`;
}
