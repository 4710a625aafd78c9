// The log file as it lies on disk.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLog } from '../../electron/adapters/log.ts';
import { Secret } from '../../electron/core/secret.ts';

let folder: string;
const text = () => readFileSync(join(folder, 'logs/main.log'), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('openLog', () => {
  it('writes one private line per event', () => {
    const log = openLog(folder, false);
    log.info('started', { version: '1.0.0', demo: false, key: null });
    log.warn('poll-failed', { status: 502, note: '100 %s\nforged line' });
    const lines = text().trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^\d{4}-.*Z info started version="1.0.0" demo=false key=null$/);
    expect(lines[1]).toMatch(/ warn poll-failed status=502 note="100 %s\\nforged line"$/);
    expect(statSync(join(folder, 'logs')).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'logs/main.log')).mode & 0o777).toBe(0o600);
  });

  it('names an error, its code, its place and its causes, and none of its data', () => {
    const log = openLog(folder, false);
    const canary = 'canary-body-of-a-ticket';
    let parse: unknown;
    try {
      JSON.parse(`<html>${canary}`);
    } catch (cause) {
      parse = cause;
    }
    log.error('sync-failed', new TypeError('rows is not iterable', { cause: parse }));
    const full = Object.assign(new Error(`no space for ${canary}`), { code: 'ENOSPC' });
    log.error('store-failed', full);
    log.error('odd', canary);
    expect(text()).not.toContain(canary);
    expect(text()).toContain('TypeError: rows is not iterable');
    expect(text()).toContain('caused by SyntaxError\n');
    expect(text()).toContain('Error (ENOSPC)\n');
    expect(text()).toContain('log.test.ts');
  });

  it('blanks secrets in facts', () => {
    const log = openLog(folder, false);
    log.warn('odd', { header: 'Bearer abc', secret: String(new Secret('abcdefgh')) });
    expect(text()).not.toMatch(/abc/);
  });

  it('starts a new file at one mebibyte and keeps one old one', () => {
    const log = openLog(folder, false);
    const note = 'word '.repeat(100);
    for (let line = 0; line < 4_800; line += 1) log.info('filler', { note });
    expect(existsSync(join(folder, 'logs/main.old.log'))).toBe(true);
    expect(statSync(join(folder, 'logs/main.log')).size).toBeLessThan(1.1 * 1024 ** 2);
    expect(statSync(join(folder, 'logs/main.log')).mode & 0o777).toBe(0o600);
  });
});
