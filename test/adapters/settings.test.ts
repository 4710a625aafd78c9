// settings.json as a user would find it: kept, private, and never silently reset.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Conf from 'conf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSettings } from '../../electron/adapters/settings.ts';
import type { Log } from '../../electron/core/ports.ts';

let folder: string;
let logged: string[];
const log: Log = {
  info: (event) => logged.push(event),
  warn: (event) => logged.push(event),
  error: (event) => logged.push(event),
};
const path = () => join(folder, 'settings.json');
const open = () => openSettings(folder, Conf, log);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
  logged = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('openSettings', () => {
  it('begins with the defaults and remembers what was chosen', () => {
    expect(open().get()).toEqual({ language: 'system', theme: 'system', keepEncrypted: true, account: null });
    open().set({ language: 'sv', account: { id: 'abc', keySaved: true } });
    expect(open().get()).toEqual({
      language: 'sv',
      theme: 'system',
      keepEncrypted: true,
      account: { id: 'abc', keySaved: true },
    });
    open().set({ account: null });
    expect(open().get().account).toBeNull();
  });

  it('keeps the file to this user and leaves no temporary ones', () => {
    open().set({ theme: 'dark' });
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it.each([
    ['cut off', '{"language": "s'],
    ['of a wrong shape', '{"language": 7}'],
    ['with an account of a wrong shape', '{"account": {"id": "a"}}'],
    ['binary', '\u0000\u0001\u0002'],
    ['an empty one', ''],
  ])('keeps a damaged file aside: %s', (_, damaged) => {
    writeFileSync(path(), damaged);
    expect(open().get().language).toBe('system');
    expect(readFileSync(join(folder, 'settings.damaged.json'), 'utf8')).toBe(damaged);
    expect(logged).toEqual(['settings-damaged']);
  });

  it('leaves settings of a newer version in the file', () => {
    writeFileSync(path(), '{"language":"en","quietHours":"22-07"}');
    const settings = open();
    expect(settings.get()).toEqual({ language: 'en', theme: 'system', keepEncrypted: true, account: null });
    settings.set({ theme: 'dark' });
    expect(JSON.parse(readFileSync(path(), 'utf8'))).toMatchObject({ quietHours: '22-07', theme: 'dark' });
  });

  it('goes on with the choice in memory when the file cannot be written', () => {
    const settings = open();
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'a file where the folder was');
    settings.set({ theme: 'dark' });
    expect(settings.get().theme).toBe('dark');
    expect(logged).toEqual(['settings-not-written']);
  });
});
