import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFuses, wrongFuses } from '../../build/fuses.ts';

const mark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** A binary with a wire of version 1; `1` on, `0` off, `r` removed. */
const binary = (states: string) =>
  Buffer.concat([
    Buffer.from('…code…'),
    Buffer.from(mark),
    Buffer.from([1, states.length]),
    Buffer.from(`${states}more`),
  ]);

const wanted = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
};

describe('fuses', () => {
  it('are read in the order of the wire', () => {
    expect([...readFuses(binary('10110001'))]).toEqual([
      'runAsNode',
      'enableNodeOptionsEnvironmentVariable',
      'enableNodeCliInspectArguments',
      'grantFileProtocolExtraPrivileges',
    ]);
    expect([...readFuses(binary('0rr0'))]).toEqual([]);
  });

  it('are right, or named', () => {
    expect(wrongFuses(binary('01001100'), wanted)).toEqual([]);
    expect(wrongFuses(binary('01001110'), wanted)).toEqual([]);
    expect(wrongFuses(binary('11001000'), wanted)).toEqual(['runAsNode', 'onlyLoadAppFromAsar']);
    expect(wrongFuses(binary('10110001'), wanted)).toHaveLength(7);
  });

  it('of a file that is no Electron are an error', () => {
    expect(() => readFuses(Buffer.from('no wire here'))).toThrow('no fuse wire');
  });

  it('are ordered for packages as the security rules want them', () => {
    const text = readFileSync(join(import.meta.dirname, '../../electron-builder.yml'), 'utf8');
    for (const [name, on] of Object.entries(wanted))
      expect(text).toMatch(new RegExp(`^  ${name}: ${on}$`, 'm'));
    expect(text).toMatch(/^afterAllArtifactBuild: \.\/build\/fuses\.ts$/m);
  });
});
