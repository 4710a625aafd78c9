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
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^å\.txt\.[0-9a-f]{8}\.part$/)]);
    expect(here(readdirSync(folder)[0] ?? '')).toBe(part.path);
    expect(await part.finish()).toBe(here('å.txt'));
    expect(readdirSync(folder)).toEqual(['å.txt']);
    expect(readFileSync(here('å.txt'), 'utf8')).toBe('abcåäö');
  });

  it('is found again where it broke off, and can be emptied or removed', async () => {
    const files = open();
    const part = await files.create(here('a.bin'));
    await part.write(bytes('half'), 0);
    await part.close();
    expect(await files.partLength(part)).toBe(4);
    const again = await files.reopen(part);
    expect(again?.length).toBe(4);
    await again?.empty();
    await again?.write(bytes('x'), 0);
    await again?.close();
    expect(readFileSync(part.path, 'utf8')).toBe('x');
    await files.removePart(part.path);
    await files.removePart(part.path);
    expect(await files.reopen(part)).toBeNull();
    expect(await files.partLength(part)).toBeNull();
  });

  it('takes no name that is in use, whatever has it', async () => {
    writeFileSync(here('a.txt'), 'mine');
    mkdirSync(here('a (2).txt'));
    symlinkSync('/nowhere', here('a (3).txt'));
    const part = await open().create(here('a.txt'));
    expect(part.target).toBe(here('a (4).txt'));
    await part.finish();
    expect(readFileSync(here('a.txt'), 'utf8')).toBe('mine');
  });

  it('shares neither its name nor its bytes with another that is not whole', async () => {
    const files = open();
    const [one, two] = await Promise.all([files.create(here('a.txt')), files.create(here('a.txt'))]);
    expect([one.target, two.target]).toEqual([here('a.txt'), here('a (2).txt')]);
    rmSync(one.path);
    const three = await files.create(here('a.txt'));
    expect(three.target).toBe(here('a (3).txt'));
    await files.removePart(one.path);
    expect(readdirSync(folder).map(here).sort()).toEqual([two.path, three.path].sort());
    // nobody waits for that name any more
    expect((await files.create(here('a.txt'))).target).toBe(here('a.txt'));
  });

  it('keeps its name after a restart, too', async () => {
    const part = await open().create(here('a.txt'));
    await part.close();
    const later = open();
    expect(await later.partLength(part)).toBe(0);
    expect((await later.create(here('a.txt'))).target).toBe(here('a (2).txt'));
  });

  it('leaves nothing under its name when it cannot be given it', async () => {
    const part = await open().create(here('a.txt'));
    rmSync(part.path);
    await expect(part.finish()).rejects.toMatchObject({ code: 'file_not_saved' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('follows no link that lies where the unfinished file was', async () => {
    const part = await open().create(here('a.txt'));
    await part.close();
    rmSync(part.path);
    writeFileSync(here('precious'), 'mine');
    symlinkSync(here('precious'), part.path);
    await expect(open().reopen(part)).rejects.toMatchObject({ code: 'file_not_saved' });
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
