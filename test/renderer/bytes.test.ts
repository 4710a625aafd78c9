import { expect, it } from 'vitest';
import { bytesText } from '../../renderer/text/bytes.ts';

it.each([
  [0, '0 bytes', '0 byte'],
  [1, '1 byte', '1 byte'],
  [999, '999 bytes', '999 byte'],
  [1_000, '1 kB', '1 kB'],
  [48_400, '48 kB', '48 kB'],
  [999_499, '999 kB', '999 kB'],
  [999_500, '1 MB', '1 MB'],
  [1_250_000, '1.3 MB', '1,3 MB'],
  [4_800_000, '4.8 MB', '4,8 MB'],
  [536_870_912, '536.9 MB', '536,9 MB'],
  [1_500_000_000, '1.5 GB', '1,5 GB'],
  [9_000_000_000_000, '9,000 GB', '9 000 GB'],
])('%d bytes', (bytes, english, swedish) => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
  expect(plain(bytesText(bytes, 'en'))).toBe(english);
  expect(plain(bytesText(bytes, 'sv'))).toBe(swedish);
});
