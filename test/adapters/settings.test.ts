// settings.json as a user would find it: kept, private, and never silently reset.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Conf from 'conf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSettings } from '../../electron/adapters/settings.ts';
import { defaultSettings } from '../../electron/contract/settings.ts';
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
    expect(open().get()).toEqual({
      ...defaultSettings,
      accounts: [],
    });
    const accounts = [
      { id: 'abc', keySaved: true, name: 'Bageriet', colour: 'green' },
      { id: 'def', keySaved: false, name: '', colour: 'slate' },
    ] as const;
    open().set({ language: 'sv', accounts });
    expect(open().get()).toEqual({
      ...defaultSettings,
      language: 'sv',
      accounts,
    });
    open().set({ accounts: [] });
    expect(open().get().accounts).toEqual([]);
  });

  describe('written by a version that knew one account alone', () => {
    const before = '{"language":"sv","account":{"id":"abc","keySaved":true}}';
    const only = { id: 'abc', keySaved: true, name: '', colour: 'blue' };

    it('tells of that one, and goes on telling once more is written', () => {
      writeFileSync(path(), before);
      expect(open().get()).toMatchObject({ language: 'sv', accounts: [only] });
      open().set({ theme: 'dark' });
      expect(open().get()).toMatchObject({ theme: 'dark', accounts: [only] });
    });

    it('does not bring it back after it was signed out', () => {
      writeFileSync(path(), before);
      open().set({ accounts: [] });
      expect(open().get().accounts).toEqual([]);
      expect(readFileSync(path(), 'utf8')).not.toContain('abc');
    });
  });

  it('shows an account in a colour of a newer version in one of its own', () => {
    writeFileSync(path(), '{"accounts":[{"id":"a","keySaved":true,"name":"Ö","colour":"infrared"}]}');
    expect(open().get().accounts).toEqual([{ id: 'a', keySaved: true, name: 'Ö', colour: 'blue' }]);
  });

  it('keeps an order of the list that it knows, and passes over one of a newer version', () => {
    open().set({ sort: 'turn' });
    expect(open().get().sort).toBe('turn');
    writeFileSync(path(), '{"sort":"mood"}');
    expect(open().get().sort).toBe('activity');
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('keeps pauses that it knows, and passes over those of a newer version', () => {
    open().set({ shortestPause: 5, longestPause: 60 });
    expect(open().get()).toMatchObject({ shortestPause: 5, longestPause: 60 });
    open().set({ shortestPause: null });
    expect(open().get()).toMatchObject({ shortestPause: null, longestPause: 60 });
    writeFileSync(path(), '{"language":"sv","shortestPause":7}');
    expect(open().get()).toMatchObject({ language: 'sv', shortestPause: null });
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('keeps quiet hours, and passes over those that no day has', () => {
    open().set({ quietHours: { on: true, from: 1_410, to: 0 } });
    expect(open().get().quietHours).toEqual({ on: true, from: 1_410, to: 0 });
    writeFileSync(path(), '{"language":"sv","quietHours":{"on":true,"from":1440,"to":0}}');
    expect(open().get()).toMatchObject({ language: 'sv', quietHours: defaultSettings.quietHours });
    expect(readdirSync(folder)).toEqual(['settings.json']);
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
    ['with accounts of a wrong shape', '{"accounts": [{"id": "a"}]}'],
    [
      'with an account whose id no ticket could name',
      '{"accounts": [{"id": "a/b", "keySaved": true, "name": "", "colour": "blue"}]}',
    ],
    [
      'with an account whose id leads out of its folder',
      '{"accounts": [{"id": "..", "keySaved": true, "name": "", "colour": "blue"}]}',
    ],
    ['with the only account’s id leading out of its folder', '{"account": {"id": "..", "keySaved": true}}'],
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
    expect(settings.get()).toEqual({
      ...defaultSettings,
      language: 'en',
      accounts: [],
    });
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
