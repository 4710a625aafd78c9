// The user's own folders on a real file system.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { downloadsFolder } from '../../electron/adapters/downloads-folder.ts';
import { nodeFiles } from '../../electron/adapters/files.ts';
import { FileError } from '../../electron/core/files-port.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostup-place-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const here = (name: string) => join(folder, name);
const open = () => nodeFiles({ home: folder, askWhere: async () => null, reveal: () => false });

describe('a file that is written', () => {
  it('has its name only when it is whole', async () => {
    const part = await open().create(here('å.txt'));
    expect(await part.write(bytes('abc'), 0)).toBe(3);
    expect(await part.write('åäö', 3)).toBe(6);
    expect(readdirSync(folder)).toEqual(['å.txt.part']);
    expect(await part.finish()).toBe(here('å.txt'));
    expect(readdirSync(folder)).toEqual(['å.txt']);
    expect(readFileSync(here('å.txt'), 'utf8')).toBe('abcåäö');
  });

  it('is found again where it broke off, and can be emptied or removed', async () => {
    const files = open();
    const part = await files.create(here('a.bin'));
    await part.write(bytes('half'), 0);
    await part.close();
    expect(await files.partLength(here('a.bin'))).toBe(4);
    const again = await files.reopen(here('a.bin'));
    expect(again?.length).toBe(4);
    await again?.empty();
    await again?.write(bytes('x'), 0);
    await again?.close();
    expect(readFileSync(here('a.bin.part'), 'utf8')).toBe('x');
    await files.removePart(here('a.bin'));
    await files.removePart(here('a.bin'));
    expect(await files.reopen(here('a.bin'))).toBeNull();
    expect(await files.partLength(here('a.bin'))).toBeNull();
  });

  it('takes no name that is in use, whatever has it', async () => {
    writeFileSync(here('a.txt'), 'mine');
    mkdirSync(here('a (2).txt'));
    symlinkSync('/nowhere', here('a (3).txt'));
    writeFileSync(here('a (4).txt.part'), 'somebody’s');
    const part = await open().create(here('a.txt'));
    expect(part.target).toBe(here('a (5).txt'));
    await part.finish();
    expect(readFileSync(here('a.txt'), 'utf8')).toBe('mine');
    expect(readFileSync(here('a (4).txt.part'), 'utf8')).toBe('somebody’s');
  });

  it('follows no link that lies where the unfinished file was', async () => {
    writeFileSync(here('precious'), 'mine');
    symlinkSync(here('precious'), here('a.txt.part'));
    await expect(open().reopen(here('a.txt'))).rejects.toMatchObject({ code: 'file_not_saved' });
    expect(readFileSync(here('precious'), 'utf8')).toBe('mine');
  });

  it('says that it cannot be saved where there is no folder, or no room for the name', async () => {
    const gone = open().create(here('gone/a.txt'));
    await expect(gone).rejects.toBeInstanceOf(FileError);
    await expect(gone).rejects.toMatchObject({ code: 'file_not_saved' });
    await expect(open().create(here('x'.repeat(300)))).rejects.toMatchObject({ code: 'file_not_saved' });
  });

  it('is shown by its place under the user’s home', () => {
    const files = open();
    expect(files.shown(here('Downloads/a.txt'))).toBe('~/Downloads/a.txt');
    expect(files.shown(`${folder}-of-another/a.txt`)).toBe(`${folder}-of-another/a.txt`);
  });
});

describe('the folder for downloads', () => {
  const of = (platform = 'linux', env = {}) => downloadsFolder({ platform, home: folder, env });
  const name = (text: string, at = '.config') => {
    mkdirSync(here(at), { recursive: true });
    writeFileSync(join(folder, at, 'user-dirs.dirs'), text);
  };

  it('is the one that the desktop names', () => {
    mkdirSync(here('Hämtningar'));
    mkdirSync(here('Downloads'));
    name('XDG_DESKTOP_DIR="$HOME/Skrivbord"\nXDG_DOWNLOAD_DIR="$HOME/Hämtningar"\n');
    expect(of()).toBe(here('Hämtningar'));
    expect(of('darwin')).toBe(here('Downloads'));
    name('XDG_DOWNLOAD_DIR="$HOME/Downloads"\n', 'elsewhere');
    expect(of('linux', { XDG_CONFIG_HOME: here('elsewhere') })).toBe(here('Downloads'));
  });

  it('is the usual one, or the home folder, where that is not there', () => {
    expect(of()).toBe(folder);
    mkdirSync(here('Downloads'));
    for (const line of ['XDG_DOWNLOAD_DIR="$HOME/gone"', 'XDG_DOWNLOAD_DIR="relative"', 'junk', '']) {
      name(`${line}\n`);
      expect(of()).toBe(here('Downloads'));
    }
  });
});
