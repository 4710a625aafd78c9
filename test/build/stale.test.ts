import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint, readStamp, writeStamp } from '../../build/stale.ts';

let root: string;
const write = (path: string, text: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stale-'));
  write('src/a.ts', 'a');
  write('src/deep/ö.ts', 'b');
  write('package.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

const now = () => fingerprint(root, ['src', 'package.json', 'not-there']);

describe('what a build is made from', () => {
  it('is the same as long as names and contents are, whatever the clock says', () => {
    const before = now();
    utimesSync(join(root, 'src/a.ts'), 0, 0);
    expect(now()).toBe(before);
    expect(fingerprint(root, ['package.json', 'src'])).toBe(before);
  });

  it.each([
    ['a changed file', () => write('src/deep/ö.ts', 'c')],
    ['a new file', () => write('src/deep/new.ts', '')],
    ['a removed file', () => rmSync(join(root, 'src/a.ts'))],
    ['a renamed file', () => renameSync(join(root, 'src/a.ts'), join(root, 'src/z.ts'))],
  ])('is another with %s', (_what, change) => {
    const before = now();
    change();
    expect(now()).not.toBe(before);
  });

  it('is another for another variant', () => {
    expect(fingerprint(root, ['src'], 'better')).not.toBe(fingerprint(root, ['src'], 'libsql'));
  });
});

describe('the stamp', () => {
  it('comes back as it was written', () => {
    const file = join(root, '.stamp');
    writeStamp(file, { main: 'x' });
    expect(readStamp(file)).toEqual({ main: 'x' });
  });

  it.each(['', '{', 'null', '7', '[1]', '{"main": 7}'])(
    'counts as nothing built when it reads %j',
    (text) => {
      const file = join(root, '.stamp');
      writeFileSync(file, text);
      expect(readStamp(file).main).toBeUndefined();
      expect(readStamp(join(root, 'none'))).toEqual({});
    },
  );
});
