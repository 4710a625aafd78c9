// Draws every icon of the program into a folder: tray icons for light, dark and template use, and the program's own.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Colour, type Layer, paint } from './png.ts';
import { arrow, badge, badgeRoom, bubble, cut, plate, scale } from './shapes.ts';

const accent: Colour = [11, 107, 80];
const white: Colour = [255, 255, 255];
const news: Colour = [226, 88, 34];
/** On panels: a dark mark on a light one, a light mark on a dark one; macOS colours its templates itself. */
const tints = { light: [40, 42, 41], dark: [240, 242, 241], template: [0, 0, 0] } as const;
/** Pixels a side at scale 1, by what each system's tray is made for. */
const traySizes = { linux: 24, darwin: 18, win32: 16 } as const;

type Tint = keyof typeof tints;

function trayLayers(tint: Tint, unread: boolean): Layer[] {
  const mark = cut(bubble, arrow);
  if (!unread) return [{ shape: mark, colour: tints[tint] }];
  return [
    { shape: cut(mark, badgeRoom), colour: tints[tint] },
    { shape: badge, colour: tint === 'template' ? tints.template : news },
  ];
}

const program: readonly Layer[] = [
  { shape: plate, colour: accent },
  { shape: scale(cut(bubble, arrow), 0.68), colour: white },
];

/** Names: `tray-<platform>-<tint>[-unread][@2x].png`, `notification.png`, `app.png`. */
export function drawIcons(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const save = (name: string, size: number, layers: readonly Layer[]) =>
    writeFileSync(join(folder, `${name}.png`), paint(size, layers));
  for (const [platform, size] of Object.entries(traySizes)) {
    for (const tint of platform === 'darwin' ? (['template'] as const) : (['light', 'dark'] as const)) {
      for (const unread of [false, true]) {
        const name = `tray-${platform}-${tint}${unread ? '-unread' : ''}`;
        save(name, size, trayLayers(tint, unread));
        save(`${name}@2x`, size * 2, trayLayers(tint, unread));
      }
    }
  }
  save('notification', 128, program);
  save('app', 1024, program);
}
