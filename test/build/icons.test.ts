import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawIcons } from '../../build/icons/draw.ts';
import { iconFile } from '../../electron/shell/icon-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'icons-'));
beforeAll(() => drawIcons(folder));
afterAll(() => rmSync(folder, { recursive: true }));

/** Size and pixels (red, green, blue, alpha) of a PNG as our encoder writes it. */
function decode(name: string): { size: number; at(x: number, y: number): number[] } {
  const file = readFileSync(join(folder, name));
  const size = file.readUInt32BE(16);
  const start = file.indexOf('IDAT') + 4;
  const rows = inflateSync(file.subarray(start, start + file.readUInt32BE(start - 8)));
  return { size, at: (x, y) => [...rows.subarray(y * (1 + size * 4) + 1 + x * 4).subarray(0, 4)] };
}

describe('icons', () => {
  it.each(['linux', 'darwin', 'win32', 'freebsd'])(
    'are there for every state of a tray on %s',
    (platform) => {
      const there = readdirSync(folder);
      for (const dark of [false, true]) {
        for (const state of ['idle', 'unread'] as const) {
          const name = iconFile(platform, dark, state);
          expect(there).toContain(name);
          expect(there).toContain(name.replace('.png', '@2x.png'));
        }
      }
    },
  );

  it('have the size that their place wants', () => {
    expect(decode('tray-linux-light.png').size).toBe(24);
    expect(decode('tray-linux-light@2x.png').size).toBe(48);
    expect(decode('tray-win32-dark.png').size).toBe(16);
    expect(decode('tray-darwin-template@2x.png').size).toBe(36);
    expect(decode('app.png').size).toBe(1024);
  });

  it('are clear outside, and dark or light inside', () => {
    const light = decode('tray-linux-light@2x.png');
    expect(light.at(0, 0)[3]).toBe(0);
    expect(light.at(8, 20)).toEqual([40, 42, 41, 255]);
    expect(decode('tray-linux-dark@2x.png').at(8, 20)).toEqual([240, 242, 241, 255]);
  });

  it('show news in a colour, or on macOS in a shape', () => {
    expect(decode('tray-linux-light-unread@2x.png').at(40, 8)).toEqual([226, 88, 34, 255]);
    expect(decode('tray-darwin-template-unread@2x.png').at(30, 6)).toEqual([0, 0, 0, 255]);
    expect(decode('tray-linux-light@2x.png').at(40, 8)).not.toEqual([226, 88, 34, 255]);
  });
});
