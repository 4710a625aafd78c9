import { describe, expect, it } from 'vitest';
import { safeName } from '../../../electron/core/downloads/names.ts';
import { cpuTime } from '../../tools/cpu-time.ts';

const named = (name: string | null, extension: string | null = null) =>
  safeName(name, extension, 'attachment');

describe('the name of a saved file', () => {
  it.each([
    ['övervakning-app-01.png', 'övervakning-app-01.png'],
    ['faktura (1).PDF', 'faktura (1).PDF'],
    ['backup.tar.gz', 'backup.tar.gz'],
    ['日本語.txt', '日本語.txt'],
    ['👩‍💻 skärm.png', '👩‍💻 skärm.png'],
  ])('stays as it is where it can: %s', (given, kept) => {
    expect(named(given)).toBe(kept);
  });

  it.each([
    ['../../.ssh/authorized_keys', 'authorized_keys'],
    ['..\\..\\Windows\\System32\\evil.dll', 'evil.dll'],
    ['/etc/passwd', 'passwd'],
    ['C:\\Users\\x.txt', 'x.txt'],
    ['..', 'attachment'],
    ['.', 'attachment'],
    ['...', 'attachment'],
    ['', 'attachment'],
    ['   ', 'attachment'],
    ['a/b/', 'attachment'],
    ['.bashrc', 'bashrc'],
    ['..hidden.txt', 'hidden.txt'],
    ['name.', 'name'],
    ['name. . .', 'name'],
    ['con', '_con'],
    ['CON.txt', '_CON.txt'],
    ['Nul.tar.gz', '_Nul.tar.gz'],
    ['com1', '_com1'],
    ['lpt9.log', '_lpt9.log'],
    ['console.log', 'console.log'],
    ['a:b*c?"<d>|.txt', 'a_b_c___d__.txt'],
    ['stream.txt:hidden', 'stream.txt_hidden'],
    ['line\nbreak\ttab.txt', 'line break tab.txt'],
    ['invoice\u202egpj.exe', 'invoicegpj.exe'],
    ['zero\u200bwidth\ufeff.txt', 'zerowidth.txt'],
    ['null\u0000byte.txt', 'nullbyte.txt'],
  ])('is never a path, hidden, a device or a trick: %j', (given, made) => {
    expect(named(given)).toBe(made);
  });

  it('is 200 bytes at most and keeps its extension', async () => {
    for (const letter of ['a', 'å', '語', '👩']) {
      const name = named(`${letter.repeat(300)}.pdf`);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
      expect(Buffer.byteLength(name)).toBeGreaterThan(190);
      expect(name.endsWith('.pdf')).toBe(true);
      expect(name.isWellFormed()).toBe(true);
    }
    const endless = () => expect(Buffer.byteLength(named('x'.repeat(1_000_000)))).toBe(200);
    expect(await cpuTime(endless)).toBeLessThan(500);
  });

  it('takes the extension that is told where the name has none', () => {
    expect(named(null, 'png')).toBe('attachment.png');
    expect(named('skärm', 'png')).toBe('skärm.png');
    expect(named('skärm.jpg', 'png')).toBe('skärm.jpg');
    expect(named(null, '../sh')).toBe('attachment._sh');
    expect(named(null, null)).toBe('attachment');
  });

  it('leaves out an extension that is longer than any', () => {
    expect(named('skärm', 'x'.repeat(16))).toBe(`skärm.${'x'.repeat(16)}`);
    expect(named('skärm', 'x'.repeat(17))).toBe('skärm');
    expect(named(null, 'x'.repeat(300))).toBe('attachment');
  });
});
