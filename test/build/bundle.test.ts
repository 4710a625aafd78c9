import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundle } from '../../build/bundle.ts';
import { drivers } from '../../build/bundle-targets.ts';

const read = (...path: string[]) => readFileSync(join(...path), 'utf8');
/** The modules that a bundle loads while it runs. */
const loads = (code: string) =>
  new Set([...code.matchAll(/(?:\brequire|\bimport)\("([^".][^"]*)"\)/g)].map(([, name]) => name));

describe.each(drivers)('the build with the %s driver', (driver) => {
  it('holds that driver and nothing of the other, and leaves only native modules outside', async () => {
    const { out } = await bundle({ driver, only: ['main'] });
    const outside = [...loads(read(out, 'main', 'main.cjs'))].filter((name) =>
      /sql|keytar|undici|valibot|electron/.test(name ?? ''),
    );
    const native = driver === 'better' ? 'better-sqlite3-multiple-ciphers' : 'libsql';
    expect(outside.filter((name) => name !== 'node:sqlite').sort()).toEqual(
      [native, 'electron', 'keytar'].sort(),
    );
  });

  it('has a preload that loads nothing but Electron, as a sandbox wants it', async () => {
    const { out } = await bundle({ driver, only: ['preload'] });
    expect([...loads(read(out, 'preload', 'preload.cjs'))]).toEqual(['electron']);
  });

  it('is not built again while nothing changed', async () => {
    await bundle({ driver });
    expect((await bundle({ driver })).built).toEqual([]);
  });
});

describe('the built page', () => {
  it('has its policy first, everything in files beside it, and nothing inline', async () => {
    const { out } = await bundle({ only: ['renderer'] });
    const page = read(out, 'renderer', 'index.html');
    expect(page).toMatch(/http-equiv="Content-Security-Policy"\s+content="default-src 'none';/);
    expect(page).not.toMatch(/unsafe-|<style|\sstyle=|\son\w+=|https?:\/\//);
    for (const [tag] of page.matchAll(/<script[^>]*>[^<]*/g))
      expect(tag).toMatch(/ src="\.\/assets\/[^"]+">\s*$/);
    for (const name of readdirSync(join(out, 'renderer'), { recursive: true }))
      expect(`${name}`).not.toMatch(/\.map$/);
  });
});
