// Lockfiles that must not pass, and ours, which must.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLockfile, checkLockfileAt } from '../../build/check-lockfile.ts';

const hash = `sha512-${'A'.repeat(86)}==`;
const findings = (packages: Record<string, object>, allowScripts?: Record<string, boolean>) => {
  const lock = JSON.stringify({ lockfileVersion: 3, packages: { '': { name: 'us' }, ...packages } }, null, 2);
  return checkLockfile(lock, JSON.stringify({ allowScripts })).map(({ line, what }) => `${line} ${what}`);
};

describe('checkLockfile', () => {
  it('takes pinned packages of a registry', () => {
    const resolved = 'https://npm.example/@a/b/-/b-1.0.0.tgz';
    expect(findings({ 'node_modules/@a/b': { version: '1.0.0', resolved, integrity: hash } })).toEqual([]);
    expect(findings({ 'node_modules/a/node_modules/b': { integrity: hash } })).toEqual([]);
    expect(findings({ 'node_modules/a/node_modules/b': { inBundle: true } })).toEqual([]);
  });

  it.each([undefined, '', 'sha1-x', 'sha512-x', `sha1-x ${hash}`, `${hash} md5-x`])(
    'wants a strong hash, not %s',
    (integrity) => {
      expect(findings({ 'node_modules/a': integrity === undefined ? {} : { integrity } })).toEqual([
        '7 a has no SHA-512',
      ]);
    },
  );

  it.each([
    'git+ssh://git@example.org/a.git#1',
    'file:../a',
    'https://example.org/a.tgz',
    'http://x.example/a/-/a-1.tgz',
    'github:owner/a#1',
    'https://codeload.example/owner/a/tar.gz/1',
    'https://x.example/a/-/a-1.zip',
    '',
  ])('refuses %s', (resolved) => {
    const found = findings({ 'node_modules/a': { integrity: hash, resolved } });
    expect(found).toEqual(['7 a does not come from a registry']);
  });

  it('takes no package for bundled that lies in no other', () => {
    expect(findings({ 'node_modules/a': { inBundle: true } })).toEqual(['7 a has no SHA-512']);
    expect(findings({ 'node_modules/@a/b': { inBundle: true } })).toEqual(['7 @a/b has no SHA-512']);
    expect(findings({ 'node_modules/@a/b/node_modules/@c/d': { inBundle: true } })).toEqual([]);
  });

  it('refuses links and folders of this machine', () => {
    expect(findings({ 'node_modules/a': { link: true, resolved: 'packages/a' } })).toHaveLength(3);
    expect(findings({ 'packages/a': { version: '1.0.0' } })).toHaveLength(1);
  });

  it('wants a word on every install script', () => {
    const packages = { 'node_modules/@a/b': { integrity: hash, hasInstallScript: true } };
    expect(findings(packages)).toHaveLength(1);
    expect(findings(packages, { '@a/b': false })).toEqual([]);
    expect(findings(packages, { '@a/b': true })).toEqual([]);
    expect(findings(packages, { b: true })).toHaveLength(1);
    // names that every object knows
    for (const name of ['constructor', 'toString', '__proto__']) {
      const place = `node_modules/${name}`;
      const lock = `{"packages":{"${place}":{"integrity":"${hash}","hasInstallScript":true}}}`;
      expect(checkLockfile(lock, '{}').map(({ what }) => what)).toEqual([
        expect.stringContaining('runs a script'),
      ]);
    }
  });

  it('is content with ours', () => {
    expect(checkLockfileAt(join(import.meta.dirname, '../..'))).toEqual([]);
  });
});
