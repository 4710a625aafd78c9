import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { privateFolder } from '../../electron/adapters/private-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'hostup-folder-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const modeOf = (path: string) => statSync(path).mode & 0o777;

describe('a private folder', () => {
  it.skipIf(process.platform === 'win32')(
    'is made with all above it, for this user alone, and found again',
    () => {
      const path = join(root, 'a', 'b', 'å ä ö');
      expect(privateFolder(path)).toBe(path);
      expect([join(root, 'a'), join(root, 'a', 'b'), path].map(modeOf)).toEqual([0o700, 0o700, 0o700]);
      expect(privateFolder(path)).toBe(path);
    },
  );

  it.skipIf(process.platform === 'win32')('keeps the mode that it had where it was there', () => {
    const path = join(root, 'theirs');
    mkdirSync(path);
    chmodSync(path, 0o755);
    expect(privateFolder(path)).toBe(path);
    expect(modeOf(path)).toBe(0o755);
  });

  it('that cannot be made is an error, not an endless try', () => {
    writeFileSync(join(root, 'file'), '');
    expect(() => privateFolder(join(root, 'file', 'below'))).toThrow();
    expect(() => privateFolder(join(root, 'file'))).toThrow();
    if (process.platform === 'linux') expect(() => privateFolder('/proc/no-such-place/below')).toThrow();
  });
});
